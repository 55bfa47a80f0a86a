// The wording desk: how often, first and latest, every occurrence in its context, and on what ground "never".

import type { DocumentSummary } from '../../services/domain/document.js';
import { toldCoverage } from '../../services/domain/messages/coverage.js';
import { reasonMessages } from '../../services/domain/messages/web.js';
import type { WordingRequest } from '../../services/domain/query.js';
import type { Occurrence, RemovedWording, WordingResponse } from '../../services/domain/result.js';
import { documentPath, href, passageHref, timelineParams, wordingHref, wordingParams } from '../links.js';
import type { Given } from '../parameters.js';
import { wordingTakeAway } from '../take-away.js';
import { CiteFolded } from './cite.js';
import { DeskViews } from './desk-views.js';
import { Pagination } from './pagination.js';
import { TakeAway } from './take-away.js';
import { type Drawn, TimelineChart } from './timeline.js';
import { count, shortened, type View } from './view.js';
import { Narrowings } from './wording-filters.js';
import { WordingForm } from './wording-form.js';

export interface Answered {
  readonly request: WordingRequest;
  readonly response: WordingResponse;
  /** its small timeline, where there is anything to see */
  readonly drawn?: Drawn | undefined;
}

const When = ({ view, document }: { readonly view: View; readonly document: DocumentSummary }) => (
  <span class="when">{document.date ?? document.year ?? view.say('undated')}</span>
);

/** So much of a match is marked where its document opens: an address has its limits. */
const MARKED = 200;

const Source = (props: {
  readonly view: View;
  readonly document: DocumentSummary;
  readonly occurrence: Pick<Occurrence, 'passage' | 'start' | 'end' | 'match'>;
}) => {
  const { passage, start, end, match } = props.occurrence;
  return (
    <th scope="row" class="source" lang="zh-CN">
      <a href={passageHref(props.document.id, passage, match.slice(0, MARKED))}>
        {shortened(props.document.title, 28)}
      </a>{' '}
      <When {...props} />
      <CiteFolded view={props.view} document={props.document} passage={{ start, end }} />
    </th>
  );
};

/** A match longer than this breaks over lines, in a column of its own width. */
const LONG_MATCH = 20;

function Line({ before, match, after }: Pick<Occurrence, 'before' | 'match' | 'after'>) {
  return (
    <>
      <td class="before" lang="zh-CN">
        <span>{before}</span>
      </td>
      <td class={match.length > LONG_MATCH ? 'match long' : 'match'} lang="zh-CN">
        <mark>{match}</mark>
      </td>
      <td class="after" lang="zh-CN">
        {after}
      </td>
    </>
  );
}

const Heads = ({ view }: { readonly view: View }) => (
  <thead class="hidden">
    <tr>
      {(['wordingSource', 'wordingBefore', 'wordingMatch', 'wordingAfter'] as const).map((key) => (
        <th key={key} scope="col">
          {view.say(key)}
        </th>
      ))}
    </tr>
  </thead>
);

const Lines = ({ view, hits }: { readonly view: View; readonly hits: readonly Occurrence[] }) => (
  <table class="kwic">
    <caption class="hidden">{view.say('wordingTitle')}</caption>
    <Heads view={view} />
    <tbody>
      {hits.map(({ document, ...occurrence }) => (
        <tr key={`${document.id} ${occurrence.start}`}>
          <Source view={view} document={document} occurrence={occurrence} />
          <Line {...occurrence} />
        </tr>
      ))}
    </tbody>
  </table>
);

function CleanedAway({ view, removed }: { readonly view: View; readonly removed: RemovedWording }) {
  const { documents, occurrences, hits } = removed;
  return (
    <section aria-labelledby="cleaned">
      <h2 id="cleaned">
        {view.say('wordingCleaned', { documents: count(documents), occurrences: count(occurrences) })}
      </h2>
      {hits.length > 0 && (
        <table class="kwic">
          <Heads view={view} />
          <tbody>
            {hits.map(({ document, reason, at, ...line }, i) => (
              <tr key={`${document.id} ${at} ${i}`}>
                <th scope="row" class="source" lang="zh-CN">
                  <a href={documentPath(document.id)}>{shortened(document.title, 24)}</a>{' '}
                  <span class="when">{reasonMessages[reason]?.[view.language] ?? reason}</span>
                </th>
                <Line {...line} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Ends({ view, response }: { readonly view: View; readonly response: WordingResponse }) {
  const ends = [
    ['wordingFirst', response.first],
    ['wordingLatest', response.latest],
  ] as const;
  return (
    <p class="ends">
      {ends.map(([key, one]) =>
        one ? (
          <span key={key}>
            {view.say(key)}
            <a lang="zh-CN" href={passageHref(one.document.id, one.passage)}>
              {shortened(one.document.title, 28)}
            </a>{' '}
            <When view={view} document={one.document} />{' '}
          </span>
        ) : null,
      )}
    </p>
  );
}

/** The years in which it is used, above the lines; by region and against other wordings on the timeline's page. */
const Small = ({ view, drawn }: { readonly view: View; readonly drawn: Drawn }) => (
  <div class="small-timeline">
    <TimelineChart view={view} {...drawn} />
    <p>
      <a href={href('/timeline', timelineParams(drawn.request, drawn.measure))}>{view.say('compareWith')}</a>
    </p>
  </div>
);

function Answer({ view, request, response, drawn }: Answered & { readonly view: View }) {
  const { say } = view;
  const { documents, occurrences, hits, removed } = response;
  const pages = Math.min(10_000, Math.ceil(occurrences / request.size));
  return (
    <section id="hits" tabIndex={-1} aria-label={say('resultsFor', { q: shortened(request.q) })}>
      <Narrowings
        view={view}
        request={request}
        without={(change) => href('/wording', { ...wordingParams({ ...request, page: 1 }), ...change })}
      />
      <p class="summary" role="status">
        <strong>
          {occurrences === 0
            ? say('wordingNever')
            : say('wordingCounts', { documents: count(documents), occurrences: count(occurrences) })}
        </strong>
      </p>
      <p class="searched">{toldCoverage(response.coverage, view.language)}</p>
      <Ends view={view} response={response} />
      <TakeAway view={view} taken={wordingTakeAway(request, view.language)} empty={occurrences === 0} />
      {drawn && <Small view={view} drawn={drawn} />}
      {hits.length > 0 && <Lines view={view} hits={hits} />}
      <Pagination view={view} page={request.page} pages={pages} to={(page) => wordingHref(request, page)} />
      {removed && <CleanedAway view={view} removed={removed} />}
    </section>
  );
}

export function Wording(props: {
  readonly view: View;
  readonly given: Given;
  readonly answered: Answered | undefined;
  readonly error: string | undefined;
}) {
  const { view, answered } = props;
  return (
    <div class="list wording">
      <h1>{view.say('wordingTitle')}</h1>
      <DeskViews view={view} given={props.given} />
      <p class="note">{view.say('wordingIs')}</p>
      {answered && (
        <a class="skip" href="#hits">
          {view.say('skipToResults')}
        </a>
      )}
      <WordingForm {...props} />
      {answered && <Answer view={view} {...answered} />}
    </div>
  );
}
