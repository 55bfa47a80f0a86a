// The timeline: several wordings in one chart, first and latest use named, every figure a link to exactly its lines.

import { toldCoverage } from '../../services/domain/messages/coverage.js';
import { toldGroup } from '../../services/domain/messages/timeline.js';
import type { TimelineRequest } from '../../services/domain/query.js';
import type { Occurrence } from '../../services/domain/result.js';
import type { TimelineGroup, TimelineResponse } from '../../services/domain/timeline.js';
import { groupsDrawn, type Measure, Measures, MOST_REGIONS, measured, yearsDrawn } from '../charts/timeline.js';
import { href, passageHref, timelineParams } from '../links.js';
import type { Given } from '../parameters.js';
import { timelineFiles } from '../take-away.js';
import { Chart } from './chart.js';
import { plainCited } from './cite.js';
import { DeskViews } from './desk-views.js';
import { TakeAs } from './take-away.js';
import { TimelineForm } from './timeline-form.js';
import { count, shortened, type View } from './view.js';
import { Narrowings } from './wording-filters.js';

/** A timeline drawn: what was asked and counted, and its picture in two widths. */
export interface Drawn {
  readonly request: TimelineRequest;
  readonly measure: Measure;
  readonly response: TimelineResponse;
  readonly wide: string;
  readonly narrow: string;
  /** opens the lines of a group */
  readonly linesHref: (group: Pick<TimelineGroup, 'opens'>, series: number) => string;
}

type Props = Drawn & { readonly view: View };

const percent = (share: number): string => `${(100 * share).toFixed(share > 0 && share < 0.0995 ? 1 : 0)}%`;

/** The figures as a table: a row a group, a column a wording. */
function Figures({ view, response, linesHref }: Props) {
  const { say } = view;
  const { by, phrases, groups } = response;
  return (
    <table class="report timeline-figures">
      <thead>
        <tr>
          <th scope="col">{say(`by_${by}`)}</th>
          <th scope="col">{say(`timelineOf_${by}`)}</th>
          {phrases.map(({ phrase }) => (
            <th key={phrase} scope="col" lang="zh-CN">
              {shortened(phrase, 16)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={`${group.value} ${group.opens.ownRegion}`}>
            <th scope="row" lang={by === 'region' ? 'zh-CN' : undefined}>
              {toldGroup(by, group, view.language)}
            </th>
            <td>{count(group.of)}</td>
            {group.counts.map(({ documents, occurrences }, series) => (
              <td key={phrases[series]?.phrase}>
                {occurrences === 0 ? (
                  '0'
                ) : (
                  <>
                    <a href={linesHref(group, series)}>{count(occurrences)}</a>{' '}
                    <small>
                      {count(documents)}/{count(group.of)} {percent(measured(group, series, 'share'))}
                    </small>
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the chart leaves out: documents without a year or a region, and what there is no room for. */
function NotDrawn({ view, response, linesHref }: Props) {
  const { say } = view;
  const { by, groups, phrases } = response;
  const apart = by === 'level' ? undefined : groups.find(({ value }) => value === null);
  const more =
    by === 'year'
      ? yearsDrawn(response).earlier && say('timelineEarlier')
      : groupsDrawn(response).length === MOST_REGIONS && say('timelineMoreRegions', { shown: MOST_REGIONS });
  return (
    <>
      {apart && (
        <p class="note">
          {say(by === 'year' ? 'timelineUndated' : 'timelineNowhere', { of: count(apart.of) })}
          {apart.counts.map(({ documents, occurrences }, series) => {
            const phrase = shortened(phrases[series]?.phrase ?? '', 16);
            const words = say('timelineCell', { phrase, documents: count(documents), occurrences: count(occurrences) });
            return (
              <span key={phrase}>
                {series > 0 && (view.language === 'zh' ? '；' : '; ')}
                {occurrences > 0 ? <a href={linesHref(apart, series)}>{words}</a> : words}
              </span>
            );
          })}
        </p>
      )}
      {more && <p class="note">{more}</p>}
    </>
  );
}

export function TimelineChart(props: Props) {
  const { view, response, measure, wide, narrow } = props;
  const caption = view.say(`timelineCaption_${response.by}`, { measure: view.say(`measure_${measure}`) });
  return (
    <Chart view={view} svg={wide} narrow={narrow} caption={caption}>
      <Figures {...props} />
    </Chart>
  );
}

const signs = ['●', '■', '▲', '◆', '▼', '✚'];

const End = (props: { readonly view: View; readonly name: string; readonly one: Occurrence | null }) =>
  props.one && (
    <span class="end">
      {props.name}
      <a lang="zh-CN" href={passageHref(props.one.document.id, props.one.passage, props.one.match.slice(0, 200))}>
        {plainCited(props.view, props.one.document, props.one)}
      </a>
    </span>
  );

/** The wordings with their signs, how often they are used, first and latest. */
function Legend({ view, response, linesHref }: Props) {
  const { say } = view;
  const { phrases } = response;
  return (
    <ul class="series">
      {phrases.map(({ phrase, documents, occurrences, first, latest }, series) => (
        <li key={phrase}>
          {phrases.length > 1 && (
            <span class={`sign series-${series + 1}`} aria-hidden="true">
              {signs[series]}
            </span>
          )}{' '}
          <strong lang="zh-CN">{phrase}</strong>{' '}
          <a href={linesHref({ opens: {} }, series)}>
            {say('wordingCounts', { documents: count(documents), occurrences: count(occurrences) })}
          </a>
          <End view={view} name={say('wordingFirst')} one={first} />
          <End view={view} name={say('wordingLatest')} one={latest} />
        </li>
      ))}
    </ul>
  );
}

/** How to group and what to count, as links. */
function Choices({ view, request, measure }: Props) {
  const { say } = view;
  const to = (change: object): string => href('/timeline', { ...timelineParams(request, measure), ...change });
  const choice = (name: string, key: string, value: string, chosen: boolean, label: string) => (
    <li key={`${name} ${key}`}>
      <a
        href={to({ [name]: value === 'year' || value === 'occurrences' ? undefined : value })}
        aria-current={chosen ? 'true' : undefined}
      >
        {label}
      </a>
    </li>
  );
  return (
    <div class="choices">
      <ul class="chips" aria-label={say('timelineBy')}>
        {(['year', 'region', 'level'] as const).map((by) => choice('by', by, by, request.by === by, say(`by_${by}`)))}
      </ul>
      <ul class="chips" aria-label={say('timelineMeasure')}>
        {Measures.map((one) => choice('measure', one, one, measure === one, say(`measure_${one}`)))}
      </ul>
    </div>
  );
}

function Answer(props: Props) {
  const { view, request, measure, response } = props;
  const none = response.phrases.every(({ occurrences }) => occurrences === 0);
  return (
    <section id="hits" aria-label={view.say('timelineTitle')}>
      <Narrowings
        view={view}
        request={request}
        without={(change) => href('/timeline', { ...timelineParams(request, measure), ...change })}
      />
      <Choices {...props} />
      {none ? (
        <p class="summary" role="status">
          <strong>{view.say('timelineNone')}</strong>
        </p>
      ) : (
        <>
          <Legend {...props} />
          <TimelineChart {...props} />
          <NotDrawn {...props} />
        </>
      )}
      <p class="searched">{toldCoverage(response.coverage, view.language)}</p>
      <p class="take-away">
        {!none && <TakeAs view={view} files={timelineFiles(request, view.language)} />}
        <a href={href('/api/timeline', { ...timelineParams(request, measure), measure: undefined })} rel="nofollow">
          {view.say('asJson')}
        </a>
      </p>
    </section>
  );
}

export function Timeline(props: {
  readonly view: View;
  readonly given: Given;
  readonly drawn: Drawn | undefined;
  readonly error: string | undefined;
}) {
  const { view, given, drawn } = props;
  return (
    <div class="list wording">
      <h1>{view.say('timelineTitle')}</h1>
      <DeskViews view={view} given={given} />
      <p class="note">{view.say('timelineIs')}</p>
      <TimelineForm {...props} />
      {drawn && <Answer view={view} {...drawn} />}
    </div>
  );
}
