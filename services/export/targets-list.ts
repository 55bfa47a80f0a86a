// Every value of one indicator, row of its table after row, as far as the limit goes.
import type { Citing } from '../citation/citing.js';
import { toldCoverage } from '../domain/messages/coverage.js';
import { sayExportIn } from '../domain/messages/export.js';
import type { Language } from '../domain/messages/language.js';
import { sayIn } from '../domain/messages/web.js';
import type { StatedTarget, TargetsRequest, TargetsResponse } from '../domain/target-table.js';
import { today } from '../today.js';
import { AT_A_TIME, type Piece, type Row, referencesOf, type TakenList } from './list.js';
import { cutWarnings, type TakingDeps, written } from './taken.js';
import { toldTargets } from './told.js';

type OneIndicator = TargetsRequest & { readonly indicator: string };

/** The sentence, cut where the words of the value begin and end. */
function piecesOf({ sentence, start, end }: StatedTarget): Piece[] {
  const [from, to] = [start - sentence.start, end - sentence.start];
  return [
    { text: sentence.text.slice(0, from), found: false },
    { text: sentence.text.slice(from, to), found: true },
    { text: sentence.text.slice(to), found: false },
  ];
}

const rowOf = (stated: StatedTarget, cite: Citing): Row => ({
  document: stated.document,
  citation: cite(stated.document, { start: stated.start, end: stated.end }),
  heading: [],
  pieces: piecesOf(stated),
  ocr: stated.passage?.ocr ?? null,
  also: stated.copies.map(({ title }) => title),
  stated,
});

export async function targetsList(
  request: OneIndicator,
  { archive, cite, limit, language }: TakingDeps<'targets'>,
): Promise<TakenList> {
  const rows: Row[] = [];
  let first: TargetsResponse | undefined;
  for (let page = 1; rows.length < limit; page++) {
    const answer = archive.targets({ ...request, q: undefined, page, size: AT_A_TIME.targets, perCell: limit });
    first ??= answer;
    const regions = answer.table?.series.flatMap((series) => series.rows) ?? [];
    const values = regions.flatMap(({ cells }) => cells.flatMap(({ stated }) => stated));
    rows.push(...values.slice(0, limit - rows.length).map((stated) => rowOf(stated, cite)));
    if (page * AT_A_TIME.targets >= (answer.table?.rows ?? 0)) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    kind: 'targets',
    language,
    title: sayExportIn(language)('titleTargets', { indicator: first?.named ?? request.indicator }),
    ...lines(request, first, rows.length, language),
    rows,
    references: referencesOf(rows, (document) => cite(document).gbt7714),
  };
}

function lines(
  request: OneIndicator,
  first: TargetsResponse | undefined,
  rows: number,
  language: Language,
): Pick<TakenList, 'lines' | 'warnings'> {
  const [say, here] = [sayIn(language), sayExportIn(language)];
  const asked = toldTargets(request, language);
  if (!first) return { lines: asked, warnings: [] };
  const { table, unread, coverage } = first;
  const { targets = 0, documents = 0, folded = 0 } = table ?? {};
  const counts = say('targetsCounts', { targets: written(targets), documents: written(documents) });
  const copies = folded > 0 ? say('targetsFolded', { count: written(folded) }) : '';
  return {
    lines: [
      ...asked,
      targets === 0 ? here('none') : `${counts}${copies}`,
      toldCoverage(coverage, language),
      here('made', { date: today() }),
    ],
    warnings: [
      ...(rows < targets ? cutWarnings(rows, language) : []),
      ...(unread > 0 ? [say('targetsUnread', { count: written(unread) })] : []),
    ],
  };
}
