// yanju targets [INDICATOR]: the indicators that documents state, or one by year and region with the source of each value.
import pc from 'picocolors';
import { AppError } from '../../domain/errors.js';
import { toldCoverage } from '../../domain/messages/coverage.js';
import { toldValue } from '../../domain/messages/targets.js';
import type { IndicatorCount, StatedTarget, TargetsResponse, TargetTable } from '../../domain/target-table.js';
import { TargetsRequest } from '../../domain/target-table.js';
import { inTitleMarks } from '../../domain/title-marks.js';
import type { TakingDeps } from '../../export/taken.js';
import { targetsList } from '../../export/targets-list.js';
import { openArchive } from '../../open-archive.js';
import type { Context } from '../context.js';
import { parseRequest } from '../request.js';
import { listFiles, takeAway } from '../take-away.js';
import { type Say, table } from '../terminal.js';

export async function targets(
  words: string | undefined,
  options: Record<string, unknown>,
  { settings, logger, say }: Context,
): Promise<number> {
  const request = parseRequest(TargetsRequest, { ...options, q: words });
  const open = openArchive(settings, logger);
  try {
    const found = open.archive.targets(request);
    // What names one indicator is its table.
    const response =
      found.named === null ? found : open.archive.targets({ ...request, q: undefined, indicator: found.named });
    const taking = {
      make: (deps: TakingDeps<'targets'>) => targetsList({ ...request, indicator: theOne(found, say) }, deps),
      files: listFiles,
    };
    if (await takeAway(options, open.archive, { settings }, taking)) return 0;
    if (options.json) {
      console.log(JSON.stringify(response, null, 2));
      return 0;
    }
    const others = found.named === null ? [] : found.indicators.filter(({ indicator }) => indicator !== found.named);
    for (const line of lines(response, others, { ...request, language: settings.YANJU_LANGUAGE, say }))
      console.log(line);
    return 0;
  } finally {
    await open.close();
  }
}

/** A file holds the values of one indicator. @throws AppError INVALID_REQUEST */
function theOne({ named, indicators }: TargetsResponse, say: Say): string {
  if (named !== null) return named;
  const names = indicators.slice(0, 10).map(({ indicator }) => indicator);
  throw new AppError('INVALID_REQUEST', { why: say('oneIndicator', { names: names.join('、') }) });
}

interface Telling extends Pick<TargetsRequest, 'page' | 'size'> {
  readonly language: Context['settings']['YANJU_LANGUAGE'];
  readonly say: Say;
}

function* lines(response: TargetsResponse, others: readonly IndicatorCount[], telling: Telling): Generator<string> {
  const { language, say } = telling;
  const { table: found, total, indicators, query, unread, coverage } = response;
  if (found) {
    yield* tableLines(found, telling);
    if (others.length > 0) yield `\n${say('alsoIndicators')}${others.map(({ indicator }) => indicator).join('、')}`;
  } else if (total > 0) {
    yield say('indicators', { total });
    yield table([
      [say('indicator'), say('documents'), say('places'), say('years'), say('regions'), say('units')],
      ...indicators.map(indicatorRow),
    ]);
  } else {
    yield query === null ? say('noTargets') : say('noIndicator', { q: query });
    if (indicators.length > 0)
      yield `${say('nearIndicators')}${indicators.map(({ indicator }) => indicator).join('、')}`;
  }
  yield pc.dim(toldCoverage(coverage, language));
  if (unread > 0) yield pc.dim(say('unreadTargets', { count: unread }));
}

const indicatorRow = ({ indicator, documents, targets: places, yearFrom, yearTo, regions, units }: IndicatorCount) => [
  indicator,
  String(documents),
  String(places),
  yearFrom === null ? '—' : yearFrom === yearTo ? String(yearFrom) : `${yearFrom}–${yearTo}`,
  String(regions),
  units.join('、'),
];

function* tableLines({ indicator, targets: places, documents, folded, rows, series }: TargetTable, telling: Telling) {
  const { say, page, size } = telling;
  const more = folded > 0 ? say('foldedTargets', { count: folded }) : '';
  yield `${pc.bold(indicator)}  ${say('targetCounts', { targets: places, documents })}${more}`;
  for (const { unit, rows: regions } of series) {
    yield `\n${indicator}（${unit}）`;
    const stated = regions.flatMap(({ cells }) =>
      cells.flatMap((cell) => [
        ...cell.stated.map((one) => statedRow(one, telling)),
        ...(cell.more > 0 ? [['', '', say('moreTargets', { count: cell.more })]] : []),
      ]),
    );
    yield table([[say('forRegion'), say('forYear'), say('value'), say('source')], ...stated]);
  }
  if (rows > size) yield `\n${say('tablePage', { page, pages: Math.ceil(rows / size) })}`;
}

/** Region, year, value, and the source: 《title》 date, file, the words around the value. */
function statedRow({ region, year, document, sentence, folded, ...value }: StatedTarget, telling: Telling): string[] {
  const { say, language } = telling;
  const { title, date, year: dated, file } = document;
  const copies = folded > 0 ? ` ${say('foldedHere', { count: folded })}` : '';
  const when = date ?? (dated === null ? say('undated') : String(dated));
  return [
    region ?? say('notStated'),
    year === null ? say('notStated') : String(year),
    toldValue(value, language),
    `${inTitleMarks(title)} ${when}${copies} ${pc.dim(file)} ${around(sentence, value)}`,
  ];
}

const BEFORE = 30;
/** What stands before the value in its sentence, and the value. */
function around({ text, start }: StatedTarget['sentence'], at: Pick<StatedTarget, 'start' | 'end'>): string {
  const from = Math.max(0, at.start - start - BEFORE);
  const words = text.slice(from, at.end - start).replace(/\s+/gu, ' ');
  return `${from > 0 ? '…' : ''}${words}`;
}
