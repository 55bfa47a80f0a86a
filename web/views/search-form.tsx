// The question box with its modes and filters: a plain form by GET.
import type { ComponentChildren } from 'preact';
import type { WebKey } from '../../services/domain/messages/web.js';
import { Mode } from '../../services/domain/query.js';
import type { Facets } from '../../services/domain/result.js';
import type { Given } from '../parameters.js';
import { SearchBox } from './search-box.js';
import { StatusField } from './status-field.js';
import { suggesting } from './suggesting.js';
import type { View } from './view.js';

interface FormProps {
  readonly view: View;
  readonly given: Given;
  readonly error?: string;
  /** values to offer in the filters */
  readonly facets?: Facets;
}

const modeKeys: Record<Mode, WebKey> = { hybrid: 'modeHybrid', keyword: 'modeKeyword', semantic: 'modeSemantic' };
const modes = ['hybrid', 'keyword', 'semantic'] as const satisfies readonly Mode[];
const filterFields = ['region', 'year', 'yearFrom', 'yearTo', 'type', 'issuer', 'status', 'group', 'families'];

function ModeChoice({ view, given }: FormProps) {
  const chosen = Mode.safeParse(given.mode).data ?? 'hybrid';
  return (
    <fieldset class="modes">
      <legend>{view.say('modeLegend')}</legend>
      {modes.map((mode) => (
        <label key={mode}>
          <input type="radio" name="mode" value={mode} checked={mode === chosen} />
          <span>{view.say(modeKeys[mode])}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface TextFilterProps extends FormProps {
  readonly name: 'region' | 'type' | 'issuer';
  readonly hint: WebKey;
  /** what belongs to it */
  readonly children?: ComponentChildren;
}

function TextFilter(props: TextFilterProps) {
  const { view, given, name, hint, facets, children } = props;
  const offered = facets?.[name].slice(0, 50) ?? [];
  return (
    <p class="field">
      <label for={`f-${name}`}>{view.say(name)}</label>
      <input
        id={`f-${name}`}
        name={name}
        value={given[name]}
        maxLength={200}
        placeholder={view.say(hint)}
        list={offered.length > 0 ? `l-${name}` : undefined}
      />
      {offered.length > 0 && (
        <datalist id={`l-${name}`}>
          {offered.map(({ value }) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
      {children}
    </p>
  );
}

const YearField = ({ view, given, name }: FormProps & { readonly name: 'year' | 'yearFrom' | 'yearTo' }) => (
  <p class="field narrow">
    <label for={`f-${name}`}>{view.say(name)}</label>
    <input id={`f-${name}`} name={name} value={given[name]} inputMode="numeric" maxLength={4} size={6} />
  </p>
);

/** What few change; open where one is set. */
function MoreFields(props: FormProps) {
  const { view, given } = props;
  const { say } = view;
  return (
    <details class="more-fields" open={['year', 'group', 'families'].some((name) => given[name])}>
      <summary>{say('moreFilters')}</summary>
      <div class="fields">
        <YearField {...props} name="year" />
        <p class="field narrow">
          <label for="f-group">{say('group')}</label>
          <select id="f-group" name="group">
            <option value="">{say('groupPassage')}</option>
            <option value="document" selected={given.group === 'document'}>
              {say('groupDocument')}
            </option>
          </select>
        </p>
        <p class="field narrow">
          <label for="f-families">{say('families')}</label>
          <select id="f-families" name="families">
            <option value="">{say('familiesCollapse')}</option>
            <option value="apart" selected={given.families === 'apart'}>
              {say('familiesApart')}
            </option>
          </select>
        </p>
      </div>
    </details>
  );
}

const Above = ({ view, given }: FormProps) => (
  <label class="above">
    <input type="checkbox" name="above" value="true" checked={given.above === 'true'} />
    <span>{view.say('above')}</span>
  </label>
);

export function SearchForm(props: FormProps) {
  const { view, given, error } = props;
  const { say } = view;
  return (
    <search class="search">
      <form action="/search" method="get">
        <SearchBox
          view={view}
          id="q"
          label={say('searchLabel')}
          placeholder={say('searchPlaceholder')}
          value={given.q}
          error={error}
          more={{ 'data-slash': true, ...suggesting(view) }}
        />
        {given.sort !== undefined && <input type="hidden" name="sort" value={given.sort} />}
        <div class="options">
          <ModeChoice {...props} />
          <details
            class="filters"
            data-open-wide
            open={error !== undefined && filterFields.some((name) => given[name])}
          >
            <summary>{say('filters')}</summary>
            <div class="fields">
              <TextFilter {...props} name="region" hint="regionHint">
                <Above {...props} />
              </TextFilter>
              <TextFilter {...props} name="issuer" hint="issuerHint" />
              <TextFilter {...props} name="type" hint="typeHint" />
              <YearField {...props} name="yearFrom" />
              <YearField {...props} name="yearTo" />
              <StatusField view={view} given={given} id="f-status" narrow />
              <MoreFields {...props} />
            </div>
          </details>
        </div>
      </form>
    </search>
  );
}
