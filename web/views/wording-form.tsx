// The wording desk's form: the phrase and its switches in sight, conditions and filters folded in.
import { WordingSort } from '../../services/domain/query.js';
import type { Given } from '../parameters.js';
import { SearchBox } from './search-box.js';
import type { View } from './view.js';

interface FormProps {
  readonly view: View;
  readonly given: Given;
  readonly error: string | undefined;
}

const switches = [
  ['punctuation', 'ignore', 'wordingPunctuation'],
  ['script', 'fold', 'wordingScript'],
  ['numerals', 'fold', 'wordingNumerals'],
  ['removed', 'true', 'wordingRemoved'],
] as const;
const distances = [10, 30, 100];
const filters = ['region', 'issuer', 'type', 'year', 'yearFrom', 'yearTo'] as const;
/** What folds the conditions out; the others are sent with every form. */
const conditions = ['with', 'without', ...filters];

function Scope({ view, given, name }: FormProps & { readonly name: 'near' | 'withoutIn' }) {
  const { say } = view;
  const chosen = given[name] ?? 'paragraph';
  const others = /^\d+$/.test(chosen) ? [Number(chosen)] : [];
  return (
    <p class="field">
      <label for={`w-${name}`}>{say(name === 'near' ? 'wordingNear' : 'wordingWithoutIn')}</label>
      <select id={`w-${name}`} name={name}>
        {(['sentence', 'paragraph', 'document'] as const).map((scope) => (
          <option key={scope} value={scope} selected={chosen === scope}>
            {say(`scope_${scope}`)}
          </option>
        ))}
        {[...new Set([...distances, ...others])].map((n) => (
          <option key={n} value={String(n)} selected={chosen === String(n)}>
            {say('scopeCharacters', { n })}
          </option>
        ))}
      </select>
    </p>
  );
}

const Phrases = ({ view, given, name }: FormProps & { readonly name: 'with' | 'without' }) => (
  <p class="field">
    <label for={`w-${name}`}>{view.say(name === 'with' ? 'wordingWith' : 'wordingWithout')}</label>
    <textarea id={`w-${name}`} name={name} rows={2} aria-describedby={`wh-${name}`}>
      {given[name]}
    </textarea>
    <small id={`wh-${name}`}>{view.say('wordingLines')}</small>
  </p>
);

export function WordingForm(props: FormProps) {
  const { view, given, error } = props;
  const { say } = view;
  return (
    <search class="search">
      <form action="/wording" method="get">
        <SearchBox
          view={view}
          id="w-q"
          label={say('wordingLabel')}
          placeholder={say('wordingLabel')}
          value={given.q}
          error={error}
        />
        <fieldset class="switches">
          <legend>{say('wordingSwitches')}</legend>
          {switches.map(([name, value, key]) => (
            <label key={name}>
              <input
                type="checkbox"
                name={name}
                value={value}
                checked={given[name] === value || (given.loose === 'true' && name !== 'removed')}
              />{' '}
              {say(key)}
            </label>
          ))}
        </fieldset>
        <details class="filters" open={conditions.some((name) => given[name])}>
          <summary>{say('wordingMore')}</summary>
          <div class="fields">
            <Phrases {...props} name="with" />
            <Scope {...props} name="near" />
            <Phrases {...props} name="without" />
            <Scope {...props} name="withoutIn" />
            <p class="field">
              <label for="w-sort">{say('wordingSort')}</label>
              <select id="w-sort" name="sort">
                {WordingSort.options.map((sort) => (
                  <option key={sort} value={sort} selected={(given.sort ?? 'date') === sort}>
                    {say(`sort_${sort}`)}
                  </option>
                ))}
              </select>
            </p>
            {filters.map((name) => (
              <p key={name} class="field">
                <label for={`w-${name}`}>{say(name)}</label>
                <input id={`w-${name}`} name={name} value={given[name]} maxLength={200} />
              </p>
            ))}
          </div>
        </details>
      </form>
    </search>
  );
}
