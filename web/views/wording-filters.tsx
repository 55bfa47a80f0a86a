// The filters of search, as fields of the wording desk's forms; and what a bar of the timeline opened, to take away again.
import type { Params } from '../links.js';
import type { Given } from '../parameters.js';
import { StatusField } from './status-field.js';
import type { View } from './view.js';

interface Props {
  readonly view: View;
  readonly given: Given;
}

const words = ['region', 'issuer', 'type', 'year', 'yearFrom', 'yearTo'] as const;
export const filterNames: readonly string[] = [...words, 'status'];
const narrowingNames = ['dateYear', 'ownRegion', 'issuerLevel'] as const;

export const WordingFilters = ({ view, given }: Props) => (
  <>
    {words.map((name) => (
      <p key={name} class="field">
        <label for={`w-${name}`}>{view.say(name)}</label>
        <input id={`w-${name}`} name={name} value={given[name]} maxLength={200} />
      </p>
    ))}
    <StatusField view={view} given={given} id="w-status" />
  </>
);

/** Kept when a switch is turned and the form sent again. */
export const KeptNarrowings = ({ given }: Pick<Props, 'given'>) => (
  <>{narrowingNames.map((name) => given[name] && <input key={name} type="hidden" name={name} value={given[name]} />)}</>
);

export interface Narrowed {
  readonly dateYear?: number | 'none' | undefined;
  readonly ownRegion?: string | undefined;
  readonly issuerLevel?: '国家' | '省' | '市' | '县' | '学校及其他' | '不明' | undefined;
}

function told({ say }: View, { dateYear, ownRegion, issuerLevel }: Narrowed): { name: string; label: string }[] {
  const year =
    dateYear === undefined
      ? undefined
      : dateYear === 'none'
        ? say('narrowedUndated')
        : say('narrowedYear', { year: dateYear });
  const own =
    ownRegion === undefined
      ? undefined
      : ownRegion === 'none'
        ? say('narrowedNowhere')
        : say('narrowedOwn', { region: ownRegion });
  const level = issuerLevel && say('narrowedLevel', { level: say(`level_${issuerLevel}`) });
  const all = { dateYear: year, ownRegion: own, issuerLevel: level };
  return Object.entries(all).flatMap(([name, label]) => (label ? [{ name, label }] : []));
}

/** @param without the same page without a parameter */
export function Narrowings(props: {
  readonly view: View;
  readonly request: Narrowed;
  readonly without: (change: Params) => string;
}) {
  const { view, request, without } = props;
  const all = told(view, request);
  if (all.length === 0) return null;
  return (
    <ul class="chips" aria-label={view.say('activeFilters')}>
      {all.map(({ name, label }) => (
        <li key={name}>
          <a href={without({ [name]: undefined })} aria-label={`${label} ${view.say('clearFilters')}`} rel="nofollow">
            {label}
            <span aria-hidden="true"> ×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
