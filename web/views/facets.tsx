// Facets at the side, and the filters in force as chips; every one is a plain link.
import type { WebKey } from '../../services/domain/messages/web.js';
import type { SearchRequest } from '../../services/domain/query.js';
import type { Facets as FacetsType, FacetValue } from '../../services/domain/result.js';
import { type Params, searchHref } from '../links.js';
import { count, type View } from './view.js';

interface Props {
  readonly view: View;
  readonly request: SearchRequest;
}

const shown = 8;
const fields = ['region', 'year', 'type', 'issuer'] as const satisfies readonly (keyof FacetsType)[];

/** Years newest first; the others as counted, most frequent first. */
const ordered = (field: keyof FacetsType, values: readonly FacetValue[]): readonly FacetValue[] =>
  field === 'year' ? [...values].sort((a, b) => Number(b.value) - Number(a.value)) : values;

function Value(props: Props & { readonly field: keyof FacetsType; readonly entry: FacetValue }) {
  const { view, request, field, entry } = props;
  const active = String(request[field] ?? '') === entry.value;
  const values = { name: view.say(field), value: entry.value };
  // What is counted lies in that region; what holds it does not.
  const change = field === 'region' ? { above: undefined } : {};
  return (
    <li>
      <a
        href={searchHref(request, { ...change, [field]: active ? undefined : entry.value })}
        aria-current={active ? 'true' : undefined}
        title={view.say(active ? 'removeFilter' : 'addFilter', values)}
        rel="nofollow"
      >
        <span lang="zh-CN">{entry.value}</span>
        <span class="count">{count(entry.count)}</span>
      </a>
    </li>
  );
}

function Group(props: Props & { readonly field: keyof FacetsType; readonly values: readonly FacetValue[] }) {
  const { view, field, values } = props;
  if (values.length === 0) return null;
  const rest = values.slice(shown);
  return (
    <section class="facet" aria-labelledby={`facet-${field}`}>
      <h2 id={`facet-${field}`}>{view.say(field)}</h2>
      <ul>
        {values.slice(0, shown).map((entry) => (
          <Value key={entry.value} {...props} entry={entry} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{view.say('more', { count: rest.length })}</summary>
          <ul>
            {rest.map((entry) => (
              <Value key={entry.value} {...props} entry={entry} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

export function Facets(props: Props & { readonly facets: FacetsType }) {
  const { facets, request, view } = props;
  if (fields.every((field) => facets[field].length === 0)) return null;
  return (
    <details class="side" data-open-wide>
      <summary>{view.say('narrow')}</summary>
      <div class="side-body">
        {request.mode !== 'keyword' && <p class="note">{view.say('facetsByMeaning')}</p>}
        {fields.map((field) => (
          <Group key={field} {...props} field={field} values={ordered(field, facets[field])} />
        ))}
      </div>
    </details>
  );
}

interface Chip {
  readonly name: WebKey;
  readonly value: string;
  readonly without: Params;
}

function chips({ view, request }: Props): Chip[] {
  const { say } = view;
  const { yearFrom: from, yearTo: to } = request;
  const single = (['region', 'year', 'type', 'issuer'] as const).flatMap((name): Chip[] => {
    const value = request[name];
    if (value === undefined) return [];
    if (name === 'region' && request.above) {
      const told = say('regionAbove', { region: value });
      return [{ name, value: told, without: { region: undefined, above: undefined } }];
    }
    return [{ name, value: String(value), without: { [name]: undefined } }];
  });
  const status = request.status;
  const key = `status_${status}`;
  const years =
    from !== undefined && to !== undefined
      ? say('yearsRange', { from, to })
      : from !== undefined
        ? say('yearsSince', { from })
        : to !== undefined
          ? say('yearsUntil', { to })
          : undefined;
  if (years) single.push({ name: 'year', value: years, without: { yearFrom: undefined, yearTo: undefined } });
  if (status) single.push({ name: 'status', value: isKey(key) ? say(key) : status, without: { status: undefined } });
  return single;
}

const statusKeys: readonly string[] = ['现行', '试行', '已修订', '已废止', '征求意见', '未知'].map(
  (s) => `status_${s}`,
);
const isKey = (key: string): key is WebKey => statusKeys.includes(key);

export const hasFilters = ({ request }: Pick<Props, 'request'>): boolean =>
  (['region', 'year', 'yearFrom', 'yearTo', 'type', 'issuer', 'status'] as const).some((name) => request[name]);

export function Chips(props: Props) {
  const { view, request } = props;
  const active = chips(props);
  if (active.length === 0) return null;
  const none = Object.assign({}, ...active.map((chip) => chip.without)) as Params; // each is {name: undefined}
  return (
    <ul class="chips" aria-label={view.say('activeFilters')}>
      {active.map(({ name, value, without }) => (
        <li key={name + value}>
          <a
            href={searchHref(request, without)}
            aria-label={view.say('removeFilter', { name: view.say(name), value })}
            rel="nofollow"
          >
            {view.say(name)}
            {view.language === 'zh' ? '：' : ': '}
            {value}
            <span aria-hidden="true"> ×</span>
          </a>
        </li>
      ))}
      {active.length > 1 && (
        <li>
          <a class="clear" href={searchHref(request, none)} rel="nofollow">
            {view.say('clearFilters')}
          </a>
        </li>
      )}
    </ul>
  );
}
