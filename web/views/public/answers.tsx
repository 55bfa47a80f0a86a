// What a question is answered with at the public's door: the provision that comes nearest in full, the others folded below.
import type { SearchRequest } from '../../../services/domain/query.js';
import type { SearchResponse } from '../../../services/domain/result.js';
import { type Region, regionByCode } from '../../../services/regions/regions.js';
import { answerHref, searchHref } from '../../links.js';
import { Degraded } from '../degraded.js';
import { DidYouMean } from '../did-you-mean.js';
import { Pagination } from '../pagination.js';
import { lastPage } from '../results.js';
import { Searched, Verdict } from '../verdict.js';
import { shortened, type View } from '../view.js';
import { AlsoSearched } from './also-searched.js';
import { OtherHit } from './other-hit.js';
import { type Best, Provision } from './provision.js';
import { QuestionForm } from './question-form.js';

export interface AnswersProps {
  readonly view: View;
  readonly request: SearchRequest;
  readonly response: SearchResponse;
  /** null on later pages, and where nothing answers */
  readonly best: Best | null;
  /** that the question is asked for */
  readonly region: Region | null;
  /** that the browser remembers */
  readonly remembered: Region | null;
}

/** 青岛市、山东省、全国 */
const holding = (region: Region, between: string): string =>
  [...[...region.path].reverse().flatMap((code) => regionByCode(code)?.name ?? []), '全国']
    .filter((name, i, all) => all.indexOf(name) === i)
    .join(between);

function ForRegion({ view, request: { q }, region, remembered }: AnswersProps) {
  const { say } = view;
  if (region) {
    const regions = holding(region, view.language === 'zh' ? '、' : ', ');
    return (
      <p class="for-region">
        {say('answersForRegion', { region: region.name, regions })}{' '}
        <a href={answerHref({ q })}>{say('answersEverywhere')}</a>
      </p>
    );
  }
  if (!remembered) return null;
  return (
    <p class="for-region">
      {say('answersNotMine')}{' '}
      <a href={answerHref({ q, region: remembered.name })}>{say('answersMine', { region: remembered.name })}</a>
    </p>
  );
}

function Nothing({ view, request, response, region }: AnswersProps) {
  const { say } = view;
  if (response.total > 0) {
    return (
      <div class="nothing">
        <h2>{say('pastLastPage', { page: request.page })}</h2>
        <p>
          <a href={answerHref(request)}>{say('firstPage')}</a>
        </p>
      </div>
    );
  }
  return (
    <div class="nothing">
      <h2>{say('askNothing')}</h2>
      <Searched view={view} response={response} />
      <ul>
        {region && (
          <li>
            <a href={answerHref({ q: request.q })}>{say('askNothingRegion')}</a>
          </li>
        )}
        <li>{say('askNothingWords')}</li>
        <li>{say('askNothingOffice')}</li>
      </ul>
    </div>
  );
}

export function Answers(props: AnswersProps) {
  const { view, request, response, best, remembered } = props;
  const { say } = view;
  const { q, page } = request;
  const others = best ? response.hits.slice(1) : response.hits;
  const unanswered = response.answer?.verdict === 'none';
  const title = say('answersFor', { q: shortened(q) });
  return (
    <div class="answers">
      <QuestionForm view={view} q={q} region={request.region ?? remembered?.name} />
      <Degraded view={view} degraded={response.degraded} />
      <DidYouMean view={view} response={response} to={(words) => answerHref({ ...request, q: words })} />
      <AlsoSearched view={view} request={request} response={response} />
      <ForRegion {...props} />
      <h1 class="hidden">{title}</h1>
      <section id="hits" tabIndex={-1} aria-label={title}>
        <Verdict view={view} response={response} />
        {response.hits.length === 0 && <Nothing {...props} />}
        {best && (
          <>
            <h2 class="part">{say('provisionFirst')}</h2>
            <Provision view={view} best={best} q={q} />
          </>
        )}
        {others.length > 0 && (
          <>
            <h2 class="part">{say(unanswered ? 'nearestTitle' : 'othersTitle')}</h2>
            <ol class="hits others" start={(page - 1) * request.size + (best ? 2 : 1)}>
              {others.map((hit) => (
                <li key={`${hit.document.id} ${hit.passage.id}`}>
                  <OtherHit view={view} hit={hit} q={q} />
                </li>
              ))}
            </ol>
          </>
        )}
        <Pagination
          view={view}
          page={page}
          pages={lastPage(request, response)}
          to={(number) => answerHref(request, number)}
        />
        <p class="other-door">
          <a href={searchHref(request)}>{say('toStaff')}</a>
        </p>
      </section>
    </div>
  );
}
