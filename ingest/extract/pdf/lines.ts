// Segments of a page → lines in reading order, column after column where a page has two.
import type { Segment } from './segments.js';

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
}

const fewestColumnLines = 6;
/** Lines of a column of prose fill most of it; cells of a table do not. */
const columnFill = 0.6;
/** At most this share of a page's segments may lie across the gap between two columns: titles, wide tables. */
const acrossShare = 0.25;
/** Where a gap is looked for, in shares of the page's width: from the middle outwards. */
const tried = Array.from({ length: 41 }, (_, i) => 0.5 + (i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2) * 0.01);

// Not Math.min(...): a page can hold more pieces than a call takes arguments.
const least = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

/** Where two columns part; null for a page of one column. */
function gutter(segments: readonly Segment[]): number | null {
  const left = least(segments.map((s) => s.x0));
  const right = most(segments.map((s) => s.x1));
  const width = right - left;
  const candidates = tried.map((share) => {
    const x = left + width * share;
    return { x, across: segments.filter((s) => s.x0 < x && s.x1 > x).length };
  });
  const fewest = least(candidates.map(({ across }) => across));
  const x = candidates.find(({ across }) => across === fewest)?.x;
  if (x === undefined || fewest > acrossShare * segments.length) return null;
  const prose = (side: readonly Segment[], from: number, to: number): boolean =>
    side.length >= fewestColumnLines && median(side.map((s) => s.x1 - s.x0)) >= columnFill * (to - from);
  const first = segments.filter((s) => s.x1 <= x);
  const second = segments.filter((s) => s.x0 >= x);
  const edge = most(first.map((s) => s.x1));
  const start = least(second.map((s) => s.x0));
  return prose(first, left, edge) && prose(second, start, right) ? x : null;
}

/** Segments of one column on one baseline make a line. */
function columnLines(segments: readonly Segment[], page: number, column: string): PageLine[] {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && segment.y - first.y <= 0.4 * Math.min(first.size, segment.size)) row.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => {
    row.sort((a, b) => a.x0 - b.x0);
    return {
      text: row.map((s) => s.text).join(' '),
      page,
      x0: least(row.map((s) => s.x0)),
      x1: most(row.map((s) => s.x1)),
      y: row[0]?.y ?? 0,
      size: most(row.map((s) => s.size)),
      column: `${page} ${column}`,
      parts: row.length,
    };
  });
}

/** The lines of a page in reading order. */
export function linesOf(segments: readonly Segment[], page: number): PageLine[] {
  if (segments.length === 0) return [];
  const x = segments.length >= 2 * fewestColumnLines ? gutter(segments) : null;
  if (x === null) return columnLines(segments, page, '');
  // What lies across both columns parts the page into bands, each read column by column.
  const across = segments.filter((s) => s.x0 < x && s.x1 > x).sort((a, b) => a.y - b.y);
  const rest = segments.filter((s) => !(s.x0 < x && s.x1 > x));
  const bands = [...across.map((s) => s.y), Number.POSITIVE_INFINITY];
  let top = Number.NEGATIVE_INFINITY;
  return bands.flatMap((bottom, i) => {
    const band = rest.filter((s) => s.y > top && s.y <= bottom);
    top = bottom;
    const crossing = across[i];
    return [
      ...columnLines(
        band.filter((s) => s.x1 <= x),
        page,
        'left',
      ),
      ...columnLines(
        band.filter((s) => s.x1 > x),
        page,
        'right',
      ),
      ...(crossing ? columnLines([crossing], page, 'across') : []),
    ];
  });
}
