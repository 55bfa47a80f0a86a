// The wording desk's form: the phrase and its switches in sight, conditions and filters folded in.
import { WordingSort } from '../../services/domain/query.js';
import type { Given } from '../parameters.js';
import { SearchBox } from './search-box.js';
import type { View } from './view.js';
import { WordingConditions } from './wording-conditions.js';
import { filterNames, KeptNarrowings, WordingFilters } from './wording-filters.js';
import { WordingSwitches } from './wording-switches.js';

interface FormProps {
  readonly view: View;
  readonly given: Given;
  readonly error: string | undefined;
}

/** What folds the conditions out; the others are sent with every form. */
const folded = ['with', 'without', ...filterNames];

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
        <WordingSwitches view={view} given={given} withRemoved />
        <KeptNarrowings given={given} />
        <details class="filters" open={folded.some((name) => given[name])}>
          <summary>{say('wordingMore')}</summary>
          <div class="fields">
            <WordingConditions view={view} given={given} />
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
            <WordingFilters view={view} given={given} />
          </div>
        </details>
      </form>
    </search>
  );
}
