// A comparison as a Word document: the two documents, what changed in figures, and both texts side by side; what only
// the first has is struck through, what only the second has is underlined. Made in a process of its own (apart.ts).
import {
  type FileChild,
  type IRunOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
} from 'docx';
import { sayExportIn } from '../../domain/messages/export.js';
import { sayIn } from '../../domain/messages/web.js';
import type { CitedSide, TakenComparison } from '../comparison.js';
import { changedParagraphs } from './changed.js';
import { beginning, bytesOf, grey, heading, linkRuns, runs, size, textWidth } from './page.js';
import { borders, margins, shade } from './table.js';

const cell = (children: readonly Paragraph[], width: number, options: { readonly shaded?: boolean } = {}): TableCell =>
  new TableCell({
    children: [...children],
    margins,
    width: { size: width, type: 'dxa' },
    verticalAlign: VerticalAlign.TOP,
    ...(options.shaded && { shading: shade }),
  });

const across = (text: string, columns: number, options: IRunOptions): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: columns,
        margins,
        shading: shade,
        children: [new Paragraph({ children: runs(text, options), keepNext: true })],
      }),
    ],
  });

const namesRow = (names: readonly string[], widths: readonly number[]): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: names.map((name, i) =>
      cell(
        [new Paragraph({ children: runs(name, { bold: true, size: size.cell }), spacing: { line: 300 } })],
        widths[i] ?? 0,
        {
          shaded: true,
        },
      ),
    ),
  });

const table = (widths: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    rows: [...rows],
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: 'dxa' },
    borders,
  });

const shares = (...parts: readonly number[]): number[] => parts.map((part) => Math.floor(part * textWidth));

/** Numbers, dates, obligations and references that changed, each where it stands on either side. */
function valuesTable({ values, sides, language }: TakenComparison): Table {
  const say = sayIn(language);
  const widths = shares(0.2, 0.4, 0.4);
  const rows = values.flatMap(({ name, pairs }) => [
    across(name, 3, { bold: true, size: size.cell }),
    ...pairs.map(
      ({ told, a, b }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(changedParagraphs([{ kind: 'same', text: told }], ''), widths[0] ?? 0),
            cell(changedParagraphs(a, say('absent')), widths[1] ?? 0),
            cell(changedParagraphs(b, say('absent')), widths[2] ?? 0),
          ],
        }),
    ),
  ]);
  return table(widths, [namesRow([say('comparePlace'), sides.a.name, sides.b.name], widths), ...rows]);
}

/** Where a side's words stand, under them. */
const citedParagraphs = (cited: readonly CitedSide[], language: TakenComparison['language']): Paragraph[] =>
  cited.map(
    ({ cited: words, link }) =>
      new Paragraph({ children: [...runs(words, grey), ...linkRuns(link, language)], spacing: { before: 60 } }),
  );

/** Both texts, unit by unit: over each what became of it. */
function unitsTable({ rows, leftOut, sides, language }: TakenComparison): Table {
  const absent = sayIn(language)('absent');
  const widths = shares(0.5, 0.5);
  const gap = (words: string | null): TableRow[] => (words === null ? [] : [across(words, 2, grey)]);
  return table(widths, [
    namesRow([sides.a.head, sides.b.head], widths),
    ...rows.flatMap(({ told, a, b, cited, leftOut: before }) => [
      ...gap(before),
      across(told, 2, { bold: true, size: size.small }),
      new TableRow({
        children: [
          cell([...changedParagraphs(a, absent), ...citedParagraphs(cited?.a ?? [], language)], widths[0] ?? 0),
          cell([...changedParagraphs(b, absent), ...citedParagraphs(cited?.b ?? [], language)], widths[1] ?? 0),
        ],
      }),
    ]),
    ...gap(leftOut),
  ]);
}

function body(comparison: TakenComparison): FileChild[] {
  const { language, sides, over, values, rows } = comparison;
  return [
    ...beginning(comparison),
    ...[sides.a, sides.b].map(
      ({ name, cited, link }) =>
        new Paragraph({
          children: [...runs(sayExportIn(language)('asked', { name, value: cited })), ...linkRuns(link, language)],
          spacing: { before: 80 },
        }),
    ),
    ...(values.length > 0 ? [heading(over.values), valuesTable(comparison)] : []),
    ...(rows.length > 0
      ? [
          heading(over.rows),
          new Paragraph({ children: runs(over.legend, grey), keepNext: true, spacing: { after: 80 } }),
          unitsTable(comparison),
        ]
      : []),
  ];
}

export const comparisonDocx = (comparison: TakenComparison): Promise<Uint8Array> =>
  bytesOf(comparison, body(comparison));
