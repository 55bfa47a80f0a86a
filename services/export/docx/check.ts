// A checked draft as a Word document: an overview, the draft with comments at its words, and what was dismissed. Made in a
// process of its own (apart.ts).
import { type FileChild, PageBreak, Paragraph, Table, TableCell, TableLayoutType, TableRow } from 'docx';
import { sayReportIn } from '../../domain/messages/check-report.js';
import type { TakenCheck } from '../check.js';
import { written } from '../taken.js';
import { changedParagraphs } from './changed.js';
import { commented, commentsOf, remarkParagraphs } from './commented.js';
import { beginning, bytesOf, grey, heading, linkRuns, runs, size, textWidth } from './page.js';
import { borders, margins, shade } from './table.js';

type Row = readonly string[];

/** The first column takes half, the others the rest alike; figures stand at the right. */
function figures(head: Row, rows: readonly Row[]): Table {
  const other = Math.floor(textWidth / 2 / (head.length - 1));
  const widths = head.map((_name, i) => (i === 0 ? textWidth - other * (head.length - 1) : other));
  const row = (cells: Row, isHead: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: isHead,
      children: cells.map(
        (text, i) =>
          new TableCell({
            margins: { ...margins, top: 30, bottom: 30 },
            width: { size: widths[i] ?? 0, type: 'dxa' },
            ...(isHead && { shading: shade }),
            children: [
              new Paragraph({
                children: runs(text, { size: size.cell, bold: isHead }),
                spacing: { line: 260 },
                ...(i > 0 && { alignment: 'right' }),
              }),
            ],
          }),
      ),
    });
  return new Table({
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: 'dxa' },
    borders,
  });
}

function kindsTable({ kinds, language }: TakenCheck): Table {
  const say = sayReportIn(language);
  const sum = (of: 'conflicts' | 'notes' | 'dismissed'): number => kinds.reduce((all, kind) => all + kind[of], 0);
  return figures(
    [say('kind'), say('conflicts'), say('notes'), say('dismissedCount')],
    [
      ...kinds.map(({ name, conflicts, notes, dismissed }) => [name, `${conflicts}`, `${notes}`, `${dismissed}`]),
      [say('sum'), `${sum('conflicts')}`, `${sum('notes')}`, `${sum('dismissed')}`],
    ],
  );
}

function overview(taken: TakenCheck): FileChild[] {
  const { labels, kinds, sources, warnings, language } = taken;
  const say = sayReportIn(language);
  const plain = (text: string): Paragraph => new Paragraph({ children: runs(text, { size: size.cell }) });
  return [
    ...beginning({ ...taken, warnings: [] }),
    heading(say('found')),
    ...(kinds.length === 0 ? [plain(say('none'))] : [kindsTable(taken)]),
    new Paragraph({ children: runs(say('howToRead'), grey), spacing: { before: 80 } }),
    heading(say('notChecked')),
    ...warnings.map((warning) => new Paragraph({ children: runs(warning, { size: size.cell, bold: true }) })),
    plain(say('always')),
    heading(say('reuse')),
    figures(
      [say('relation'), say('sentences'), say('characters'), say('share100')],
      labels.map(({ name, clauses, characters, percent }) => [
        name,
        written(clauses),
        written(characters),
        percent === null ? '—' : `${percent}%`,
      ]),
    ),
    ...(sources.length === 0
      ? []
      : [
          heading(say('sources')),
          ...sources.map(
            ({ cited, link, clauses }, i) =>
              new Paragraph({
                indent: { left: 420, hanging: 420 },
                spacing: { line: 260 },
                children: [
                  ...runs(`${i + 1}. ${say('sourceSentences', { n: written(clauses) })}　${cited}`, {
                    size: size.small,
                  }),
                  ...linkRuns(link, language),
                ],
              }),
          ),
        ]),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

function putAside({ dismissed, noLonger, language }: TakenCheck): FileChild[] {
  if (dismissed.length === 0 && noLonger === 0) return [];
  const say = sayReportIn(language);
  return [
    heading(say('dismissed')),
    ...dismissed.flatMap((remark, i) => [
      new Paragraph({
        keepNext: true,
        spacing: { before: 160 },
        children: [
          ...runs(`${i + 1}. `, { size: size.cell }),
          ...runs(`${say('inDraft')}${remark.draft}`, { size: size.cell, bold: true }),
        ],
      }),
      ...remarkParagraphs(remark, language),
      new Paragraph({
        children: runs(say('reason', { reason: remark.reason || say('noReason') }), { size: size.cell }),
      }),
    ]),
    ...(noLonger > 0 ? [new Paragraph({ children: runs(say('noLonger', { n: noLonger }), grey) })] : []),
  ];
}

/** What was taken out is struck through, what was put in is underlined. */
function sinceEarlier({ revision, language }: TakenCheck): FileChild[] {
  if (!revision) return [];
  return [
    heading(sayReportIn(language)('revision')),
    ...revision.lines.map((line) => new Paragraph({ children: runs(line, { size: size.cell }) })),
    ...revision.changes.flatMap(({ told, parts }) => [
      new Paragraph({
        keepNext: true,
        spacing: { before: 120 },
        children: runs(told, { size: size.small, bold: true }),
      }),
      ...changedParagraphs(parts, ''),
    ]),
  ];
}

export const checkDocx = (taken: TakenCheck): Promise<Uint8Array> => {
  const { remarks, language } = taken;
  const body = [
    ...overview(taken),
    heading(sayReportIn(language)('text')),
    ...commented(taken),
    ...putAside(taken),
    ...sinceEarlier(taken),
  ];
  return bytesOf(taken, body, commentsOf(remarks, language));
};
