// The form of the variants: the wording, how alike they must be, against what changes are marked, and the filters.
import type { Given } from '../parameters.js';
import { SearchBox } from './search-box.js';
import type { View } from './view.js';
import { filterNames, KeptNarrowings, WordingFilters } from './wording-filters.js';

const likenesses = [60, 70, 80, 90];

export function VariantsForm(props: {
  readonly view: View;
  readonly given: Given;
  readonly error: string | undefined;
}) {
  const { view, given, error } = props;
  const { say } = view;
  const alike = Number(given.alike ?? 70);
  return (
    <search class="search">
      <form action="/variants" method="get">
        <SearchBox
          view={view}
          id="v-q"
          label={say('variantsLabel')}
          placeholder={say('variantsLabel')}
          value={given.q}
          error={error}
        />
        <div class="fields">
          <p class="field">
            <label for="v-alike">{say('variantsAlike')}</label>
            <select id="v-alike" name="alike">
              {[...new Set([...likenesses, ...(alike >= 50 && alike < 100 ? [alike] : [])])].sort().map((percent) => (
                <option key={percent} value={String(percent)} selected={alike === percent}>
                  {percent}%
                </option>
              ))}
            </select>
          </p>
          <p class="field">
            <label for="v-against">{say('variantsAgainst')}</label>
            <select id="v-against" name="against">
              {(['asked', 'before'] as const).map((against) => (
                <option key={against} value={against} selected={(given.against ?? 'asked') === against}>
                  {say(`against_${against}`)}
                </option>
              ))}
            </select>
          </p>
        </div>
        <KeptNarrowings given={given} />
        <details class="filters" open={filterNames.some((name) => given[name])}>
          <summary>{say('filters')}</summary>
          <div class="fields">
            <WordingFilters view={view} given={given} />
          </div>
        </details>
      </form>
    </search>
  );
}
