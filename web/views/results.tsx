// The results of a search: what is less than it could be, how many there are, facets, hits, pages.
import type { SearchRequest } from '../../services/domain/query.js';
import type { SearchResponse } from '../../services/domain/result.js';
import { answerHref, apiSearchHref, searchHref } from '../links.js';
import type { Given } from '../parameters.js';
import { searchTakeAway } from '../take-away.js';
import { Degraded } from './degraded.js';
import { DidYouMean } from './did-you-mean.js';
import { Chips, Facets, hasFilters } from './facets.js';
import { Pagination } from './pagination.js';
import { SearchForm } from './search-form.js';
import { HitList } from './staff/hit-list.js';
import { Keys } from './staff/keys.js';
import { Recent } from './staff/recent.js';
import { OrderNotes, Sorting } from './staff/sorting.js';
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

const pagesCounted = ({ size }: SearchRequest, { sorted, total, collapsed }: SearchResponse): number =>
  Math.min(10_000, Math.ceil((sorted ?? total - (collapsed?.folded ?? 0)) / size));

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

/** A search as its reader remembers it: the question, and the filters beside it. */
const toldBriefly = ({ q, region, year, yearFrom, yearTo, type, issuer, status }: SearchRequest): string => {
  const years = yearFrom === undefined && yearTo === undefined ? year : `${yearFrom ?? ''}–${yearTo ?? ''}`;
  return [shortened(q, 40), region, years, type, issuer, status].filter((one) => one !== undefined).join(' · ');
};

export function Results(props: ResultsProps) {
  const { view, given, request, response } = props;
  const { say } = view;
  // On a phone the first passage is in sight without scrolling: what is for later comes after the hits.
  const takeAway = { view, taken: searchTakeAway(request, view.language), empty: response.hits.length === 0 };
  return (
    <div class="results" data-recent={searchHref(request)} data-recent-name={toldBriefly(request)}>
      <SearchForm view={view} given={given} facets={response.facets} />
      <Degraded view={view} degraded={response.degraded} />
      <Chips view={view} request={request} />
      <DidYouMean view={view} response={response} to={(q) => searchHref(request, { q })} />
      <Understood {...props} />
      <h1 class="hidden">{say('resultsFor', { q: shortened(request.q) })}</h1>
      <div class="columns">
        <aside aria-label={say('narrow')}>
          <a class="skip" href="#hits">
            {say('skipToResults')}
          </a>
          <Facets view={view} request={request} facets={response.facets} />
          <Recent view={view} />
        </aside>
        <section id="hits" tabIndex={-1} aria-label={say('resultsFor', { q: shortened(request.q) })}>
          <div class="bar">
            <Summary {...props} />
            <Sorting view={view} request={request} />
            <Grouping {...props} />
            <Folding {...props} />
          </div>
          <OrderNotes view={view} request={request} sorted={response.sorted} />
          <TakeAway {...takeAway} at="wide" />
          <Verdict view={view} response={response} />
          <Legend {...props} />
          {response.hits.length === 0 ? (
            <Nothing {...props} />
          ) : (
            <HitList view={view} request={request} hits={response.hits} asked={legsAsked(request, response)} />
          )}
          <Pagination
            view={view}
            page={request.page}
            pages={lastPage(request, response)}
            to={(page) => pageHref(request, page)}
          />
          <TakeAway {...takeAway} at="phone" />
          <p class="machine">
            <a href={answerHref(request)}>{say('toPublic')}</a> <a href={apiSearchHref(request)}>{say('asJson')}</a>{' '}
            <Keys view={view} />
          </p>
        </section>
      </div>
    </div>
  );
}
