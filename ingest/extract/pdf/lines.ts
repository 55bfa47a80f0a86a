// Segments of a page → lines in reading order, column after column where a page has several.
import { gapsOf, least, most, sortedByColumn } from './columns.js';
import type { Segment, Table } from './segments.js';

export interface PageLine {
  readonly text: string;
  readonly page: number;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  /** lines of one column of one page share it; margins are told by it */
  readonly column: string;
  /** pieces far apart on one baseline, as in the rows of a table */
  readonly parts: number;
  /** how sure OCR is of it, 0 to 1, where OCR read it */
  readonly ocr?: number;
  /** a table stands here, instead of text */
  readonly table?: Table;
}

/** Segments grouped by the baseline they stand on, from top to bottom, each group from left to right. */
export function baselinesOf(segments: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const fits = first && !first.table && !segment.table;
    if (row && fits && segment.y - first.y <= 0.4 * Math.min(first.size, segment.size)) row.push(segment);
    else rows.push([segment]);
  }
  for (const row of rows) row.sort((a, b) => a.x0 - b.x0);
  return rows;
}

/** Confidence of several readings as one, by their lengths; undefined where none is OCR's. */
export function meanConfidence(parts: readonly { readonly text: string; readonly ocr?: number }[]): number | undefined {
  const read = parts.filter((part) => part.ocr !== undefined);
  const length = read.reduce((sum, { text }) => sum + text.length, 0);
  return length === 0 ? undefined : read.reduce((sum, { text, ocr = 0 }) => sum + ocr * text.length, 0) / length;
}

function columnLines(segments: readonly Segment[], page: number, column: string): PageLine[] {
  return baselinesOf(segments).map((row) => {
    const ocr = meanConfidence(row);
    const table = row[0]?.table;
    return {
      text: row.map((s) => s.text).join(' '),
      page,
      x0: least(row.map((s) => s.x0)),
      x1: most(row.map((s) => s.x1)),
      y: row[0]?.y ?? 0,
      size: most(row.map((s) => s.size)),
      column: `${page} ${column}`,
      parts: row.length,
      ...(ocr !== undefined && { ocr }),
      ...(table && { table }),
    };
  });
}

/** The lines of a page in reading order. */
export function linesOf(segments: readonly Segment[], page: number): PageLine[] {
  const gaps = gapsOf(segments);
  if (gaps.length === 0) return columnLines(segments, page, '');
  // What lies across columns parts the page into bands, each read column by column.
  const { columns, across } = sortedByColumn(segments, gaps);
  const bands = [...across.map((s) => s.y), Number.POSITIVE_INFINITY];
  let top = Number.NEGATIVE_INFINITY;
  return bands.flatMap((bottom, i) => {
    const from = top;
    top = bottom;
    const crossing = across[i];
    return [
      ...columns.flatMap((column, number) =>
        columnLines(
          column.filter((s) => s.y > from && s.y <= bottom),
          page,
          `column ${number}`,
        ),
      ),
      ...(crossing ? columnLines([crossing], page, 'across') : []),
    ];
  });
}
