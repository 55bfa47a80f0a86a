// The results of a search: what is less than it could be, how many there are, facets, hits, pages.
import type { SearchRequest } from '../../services/domain/query.js';
import type { SearchResponse } from '../../services/domain/result.js';
import { apiSearchHref, searchHref } from '../links.js';
import type { Given } from '../parameters.js';
import { searchTakeAway } from '../take-away.js';
import { DidYouMean } from './did-you-mean.js';
import { Chips, Facets, hasFilters } from './facets.js';
import { Hit } from './hit.js';
import { Pagination } from './pagination.js';
import { SearchForm } from './search-form.js';
import { TakeAway } from './take-away.js';
import { Understood } from './understood.js';
import { Searched, Verdict } from './verdict.js';
import { count, shortened, type View } from './view.js';
import type { Leg } from './why.js';

export interface ResultsProps {
  readonly view: View;
  readonly given: Given;
  readonly request: SearchRequest;
  readonly response: SearchResponse;
}

const Degraded = ({ view, response }: ResultsProps) =>
  response.degraded.length === 0 ? null : (
    <div class="notice" role="status">
      <strong>{view.say('degradedTitle')}</strong>
      <ul>
        {response.degraded.map((what) => (
          <li key={what}>{view.say(`degraded_${what}`)}</li>
        ))}
      </ul>
    </div>
  );

function Summary({ view, request, response }: ResultsProps) {
  const { say } = view;
  const what = request.group === 'document' ? 'totalDocuments' : 'totalPassages';
  const folded = response.collapsed?.folded ?? 0;
  return (
    <p class="summary">
      <span class="total">{say(response.totalIsExact ? what : `${what}About`, { total: count(response.total) })}</span>
      {folded > 0 && <span class="folds">{say('foldedTotal', { count: count(folded) })}</span>}
      <span class="took">{say('took', { ms: Math.max(1, Math.round(response.took)) })}</span>
    </p>
  );
}

const groups = [
  ['passage', 'groupPassage'],
  ['document', 'groupDocument'],
] as const;

const Grouping = ({ view, request }: ResultsProps) => (
  <nav class="grouping" aria-label={view.say('group')}>
    {groups.map(([group, key]) => (
      <a
        key={group}
        href={searchHref(request, { group: group === 'passage' ? undefined : group })}
        aria-current={request.group === group ? 'true' : undefined}
      >
        {view.say(key)}
      </a>
    ))}
  </nav>
);

const folding = [
  ['collapse', 'familiesCollapse'],
  ['apart', 'familiesApart'],
] as const;

const Folding = ({ view, request }: ResultsProps) => (
  <nav class="grouping" aria-label={view.say('families')}>
    {folding.map(([families, key]) => (
      <a
        key={families}
        href={searchHref(request, { families: families === 'collapse' ? undefined : families })}
        aria-current={request.families === families ? 'true' : undefined}
        rel="nofollow"
      >
        {view.say(key)}
      </a>
    ))}
  </nav>
);

function Legend({ view, response }: ResultsProps) {
  const kinds = new Set(
    response.hits
      .flatMap((hit) => [hit, ...(hit.passages ?? [])])
      .flatMap(({ highlights }) => highlights.map(({ kind }) => kind)),
  );
  if (kinds.size === 0) return null;
  return (
    <p class="legend">
      <span>{view.say('legend')}</span>
      {kinds.has('match') && <mark>{view.say('legendMatch')}</mark>}
      {kinds.has('answer') && <em class="answer">{view.say('legendAnswer')}</em>}
    </p>
  );
}

function Nothing(props: ResultsProps) {
  const { view, request, response } = props;
  const { say } = view;
  if (response.total > 0) {
    return (
      <div class="nothing">
        <h2>{say('pastLastPage', { page: request.page })}</h2>
        {request.page <= pagesCounted(request, response) && <p>{say('bestOnly')}</p>}
        <p>
          <a href={searchHref(request)}>{say('firstPage')}</a>
        </p>
      </div>
    );
  }
  return (
    <div class="nothing">
      <h2>{say('nothing')}</h2>
      <Searched view={view} response={response} />
      <ul>
        {hasFilters(props) && <li>{say('nothingFiltered')}</li>}
        <li>{say('adviceShorter')}</li>
        {request.mode === 'keyword' && (
          <li>
            <a href={searchHref(request, { mode: undefined })}>{say('adviceHybrid')}</a>
          </li>
        )}
        <li>
          <a href="/documents">{say('adviceList')}</a>
        </li>
      </ul>
    </div>
  );
}

const pagesCounted = (request: SearchRequest, response: SearchResponse): number =>
  Math.min(10_000, Math.ceil((response.total - (response.collapsed?.folded ?? 0)) / request.size));

/** Only the best are ranked: a page that is not full is the last, whatever the total. */
export const lastPage = (request: SearchRequest, response: SearchResponse): number =>
  response.hits.length < request.size
    ? Math.min(request.page, pagesCounted(request, response))
    : pagesCounted(request, response);

export const pageHref = (request: SearchRequest, page: number): string =>
  searchHref(request, { page: page === 1 ? undefined : page });

/** The legs that this answer was made of. */
const legsAsked = ({ mode }: SearchRequest, { degraded }: SearchResponse): Leg[] => {
  const byMeaning = mode !== 'keyword' && !degraded.includes('model');
  return [
    ...(mode === 'semantic' && byMeaning ? [] : (['keyword'] as const)),
    ...(byMeaning ? (['vector'] as const) : []),
  ];
};

export function Results(props: ResultsProps) {
  const { view, given, request, response } = props;
  const { say } = view;
  // On a phone the first passage is in sight without scrolling: what is for later comes after the hits.
  const takeAway = { view, taken: searchTakeAway(request, view.language), empty: response.hits.length === 0 };
  return (
    <div class="results">
      <SearchForm view={view} given={given} facets={response.facets} />
      <Degraded {...props} />
      <Chips view={view} request={request} />
      <DidYouMean {...props} />
      <Understood {...props} />
      <h1 class="hidden">{say('resultsFor', { q: shortened(request.q) })}</h1>
      <div class="columns">
        <aside aria-label={say('narrow')}>
          <a class="skip" href="#hits">
            {say('skipToResults')}
          </a>
          <Facets view={view} request={request} facets={response.facets} />
        </aside>
        <section id="hits" tabIndex={-1} aria-label={say('resultsFor', { q: shortened(request.q) })}>
          <div class="bar">
            <Summary {...props} />
            <Grouping {...props} />
            <Folding {...props} />
          </div>
          <TakeAway {...takeAway} at="wide" />
          <Verdict view={view} response={response} />
          <Legend {...props} />
          {response.hits.length === 0 ? (
            <Nothing {...props} />
          ) : (
            <ol class="hits" start={(request.page - 1) * request.size + 1}>
              {response.hits.map((hit) => (
                <li key={`${hit.document.id} ${hit.passage.id}`}>
                  <Hit view={view} hit={hit} q={request.q} asked={legsAsked(request, response)} />
                </li>
              ))}
            </ol>
          )}
          <Pagination
            view={view}
            page={request.page}
            pages={lastPage(request, response)}
            to={(page) => pageHref(request, page)}
          />
          <TakeAway {...takeAway} at="phone" />
          <p class="machine">
            <a href={apiSearchHref(request)}>{say('asJson')}</a>
          </p>
        </section>
      </div>
    </div>
  );
}
