// The timeline's form: the wordings, one a line, the desk's switches, and its filters folded in.
import type { Given } from '../parameters.js';
import type { View } from './view.js';
import { WordingConditions } from './wording-conditions.js';
import { filterNames, KeptNarrowings, WordingFilters } from './wording-filters.js';
import { WordingSwitches } from './wording-switches.js';

export function TimelineForm(props: {
  readonly view: View;
  readonly given: Given;
  readonly error: string | undefined;
}) {
  const { view, given, error } = props;
  const { say } = view;
  return (
    <search class="search">
      <form action="/timeline" method="get">
        <p class="field lines">
          <label for="t-q">{say('timelineLabel')}</label>
          <textarea
            id="t-q"
            name="q"
            rows={3}
            aria-describedby={error ? 'th-q error' : 'th-q'}
            aria-invalid={error ? true : undefined}
          >
            {given.q}
          </textarea>
          <small id="th-q">{say('timelineLines')}</small>
        </p>
        {error && (
          <p class="error" id="error" role="alert">
            {error}
          </p>
        )}
        <WordingSwitches view={view} given={given} />
        {(['by', 'measure'] as const).map(
          (name) => given[name] && <input key={name} type="hidden" name={name} value={given[name]} />,
        )}
        <KeptNarrowings given={given} />
        <details class="filters" open={['with', 'without', ...filterNames].some((name) => given[name])}>
          <summary>{say('wordingMore')}</summary>
          <div class="fields">
            <WordingConditions view={view} given={given} />
            <WordingFilters view={view} given={given} />
          </div>
        </details>
        <p>
          <button type="submit">{say('timelineDraw')}</button>
        </p>
      </form>
    </search>
  );
}
