// The targets desk: a box for an indicator, the indicators found, and one of them as chart, table and sentences.
import { toldCoverage } from '../../services/domain/messages/coverage.js';
import type {
  IndicatorCount,
  TargetSeries,
  TargetsRequest,
  TargetsResponse,
  TargetTable,
} from '../../services/domain/target-table.js';
import { type Params, targetsHref } from '../links.js';
import type { Given } from '../parameters.js';
import { targetsFiles } from '../take-away.js';
import { Chart } from './chart.js';
import { IndicatorLinks, IndicatorList } from './indicators.js';
import { Pagination } from './pagination.js';
import { TakeAs } from './take-away.js';
import { TargetSources } from './target-sources.js';
import { SeriesTable } from './target-table.js';
import { conditions, TargetsForm } from './targets-form.js';
import { count, shortened, type View } from './view.js';

export interface DrawnSeries {
  readonly series: TargetSeries;
  readonly chart?: { readonly wide: string; readonly narrow: string; readonly others: number; readonly unit: string };
}
export interface Answered {
  readonly request: TargetsRequest;
  readonly response: TargetsResponse;
  /** what the words find besides the one that they name */
  readonly also?: readonly IndicatorCount[];
  readonly series: readonly DrawnSeries[];
}
interface Props extends Answered {
  readonly view: View;
}

const isNarrowed = (request: TargetsRequest): boolean => conditions.some((name) => request[name] !== undefined);
const withoutConditions: Params = Object.fromEntries(conditions.map((name) => [name, undefined]));

function SeriesChart({
  view,
  drawn,
  table,
}: {
  readonly view: View;
  readonly drawn: DrawnSeries;
  readonly table: TargetTable;
}) {
  const { chart } = drawn;
  if (!chart) return null;
  const { say } = view;
  const svg = `<div class="for-screen">${chart.wide}</div><div class="for-phone">${chart.narrow}</div>`;
  return (
    <>
      <Chart view={view} svg={svg} caption={say('chartOf', { indicator: table.indicator, unit: chart.unit })} />
      <p class="note">
        {say('chartNote')}
        {chart.others > 0 && ` ${say('chartOthers', { count: count(chart.others) })}`}
      </p>
    </>
  );
}

function Table(props: Props & { readonly table: TargetTable }) {
  const { view, request, response, series, table } = props;
  const { say } = view;
  const pages = Math.ceil(table.rows / request.size);
  const from = (request.page - 1) * request.size + 1;
  const to = Math.min(table.rows, request.page * request.size);
  // A table stands at one address, however it was come by.
  const asked: TargetsRequest = { ...request, q: undefined, indicator: table.indicator };
  return (
    <section id="answer" aria-labelledby="indicator">
      <h2 id="indicator" lang="zh-CN">
        {table.indicator}
      </h2>
      <p class="summary">
        <strong>{say('targetsCounts', { targets: count(table.targets), documents: count(table.documents) })}</strong>
        {table.folded > 0 && say('targetsFolded', { count: count(table.folded) })}
      </p>
      <p class="searched">{toldCoverage(response.coverage, view.language)}</p>
      {series.map((drawn, unit) => (
        <section key={drawn.series.unit} class="unit">
          <SeriesChart view={view} drawn={drawn} table={table} />
          <SeriesTable view={view} request={asked} indicator={table.indicator} series={drawn.series} unit={unit} />
        </section>
      ))}
      {pages > 1 && (
        <p class="note">{say('rowsShown', { from: count(from), to: count(to), rows: count(table.rows) })}</p>
      )}
      <Pagination view={view} page={request.page} pages={pages} to={(page) => targetsHref(asked, { page })} />
      <TargetSources view={view} series={series.map(({ series: one }) => one)} />
      <p class="actions">
        <TakeAs view={view} files={targetsFiles(asked, view.language)} />
        <a href={targetsHref(asked).replace('/targets', '/api/targets')}>{say('asJson')}</a>
      </p>
    </section>
  );
}

/** Nothing of that name, or nothing within the conditions: what comes near, and what was searched. */
function None({ view, request, response }: Props) {
  const { say } = view;
  const { coverage, indicators, unread } = response;
  const asked = request.indicator ?? request.q ?? '';
  return (
    <section class="nothing" id="answer" role="status">
      <h2>
        {asked !== ''
          ? say('indicatorNone', { q: shortened(asked) })
          : isNarrowed(request)
            ? say('targetsNoneFiltered')
            : coverage.documents === 0
              ? say('archiveEmpty')
              : unread === 0
                ? say('targetsNone')
                : say('targetsUnread', { count: count(unread) })}
      </h2>
      <p class="searched">{toldCoverage(coverage, view.language)}</p>
      {isNarrowed(request) && (
        <p>
          {asked !== '' && say('targetsNoneFiltered')}{' '}
          <a href={targetsHref(request, withoutConditions)}>{say('targetsWithout')}</a>
        </p>
      )}
      {indicators.length > 0 && (
        <IndicatorLinks view={view} request={request} title={say('indicatorsNear')} indicators={indicators} />
      )}
      {asked !== '' && (
        <p>
          <a href="/targets">{say('indicatorsEvery')}</a>
        </p>
      )}
    </section>
  );
}

function Answer(props: Props) {
  const { view, request, response, also } = props;
  const { say } = view;
  const { table, total, indicators } = response;
  if (table) {
    return (
      <>
        {also && <IndicatorLinks view={view} request={request} title={say('indicatorsAlso')} indicators={also} />}
        <Table {...props} table={table} />
        {indicators.length > 0 && (
          <IndicatorLinks view={view} request={request} title={say('indicatorsNear')} indicators={indicators} />
        )}
      </>
    );
  }
  if (total === 0) return <None {...props} />;
  const searched = (request.q ?? '').trim() !== '';
  return (
    <section id="answer" aria-labelledby="found">
      <h2 id="found">{say(searched ? 'indicatorsFound' : 'indicatorsAll', { total: count(total) })}</h2>
      <p class="searched">{toldCoverage(response.coverage, view.language)}</p>
      <IndicatorList view={view} request={request} indicators={indicators} />
      <Pagination
        view={view}
        page={request.page}
        pages={Math.ceil(total / request.size)}
        to={(page) => targetsHref(request, { page })}
      />
    </section>
  );
}

export function Targets(props: {
  readonly view: View;
  readonly given: Given;
  readonly answered: Answered | undefined;
  readonly error: string | undefined;
}) {
  const { view, answered } = props;
  const unread = answered && answered.response.total > 0 ? answered.response.unread : 0;
  return (
    <div class="list targets">
      <h1>{view.say('targetsTitle')}</h1>
      <p class="note">{view.say('targetsIs')}</p>
      <TargetsForm {...props} />
      {unread > 0 && <p class="notice">{view.say('targetsUnread', { count: count(unread) })}</p>}
      {answered && <Answer view={view} {...answered} />}
    </div>
  );
}
