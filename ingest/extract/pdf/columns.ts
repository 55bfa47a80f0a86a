// Where a page's text stands in two or three columns of prose: the gaps between them.
import type { Segment } from './segments.js';

export const fewestColumnLines = 6;
/** Lines of a column of prose fill most of it; cells of a table do not. */
const columnFill = 0.6;
/** At most this share of a page's segments may lie across the gap between two columns: titles, wide tables. */
const acrossShare = 0.25;
/** Where gaps are looked for, in shares of the page's width: each from its likeliest place outwards. */
const around = (share: number, steps: number): number[] =>
  Array.from({ length: 2 * steps + 1 }, (_, i) => share + (i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2) * 0.01);
const twoColumns = [around(0.5, 20)];
const threeColumns = [around(0.333, 8), around(0.667, 8)];

// Not Math.min(...): a page can hold more pieces than a call takes arguments.
export const least = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
export const most = (numbers: readonly number[]): number =>
  numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

/** Which column a segment stands in; null: it lies across a gap. */
const columnOf = ({ x0, x1 }: Segment, gaps: readonly number[]): number | null =>
  gaps.some((gap) => x0 < gap && x1 > gap) ? null : gaps.filter((gap) => x1 > gap).length;

/** Type this much larger, above all other columns, is a title over them, even if it is as short as one of them. */
const titleSize = 1.25;

/** The segments of each column, and those that belong to none. */
export function sortedByColumn(
  segments: readonly Segment[],
  gaps: readonly number[],
): { readonly columns: Segment[][]; readonly across: Segment[] } {
  const columns: Segment[][] = gaps.concat(0).map(() => []);
  const across: Segment[] = [];
  for (const segment of segments) (columns[columnOf(segment, gaps) ?? -1] ?? across).push(segment);
  const large = titleSize * median(segments.map(({ size }) => size));
  const tops = columns.map((column) => least(column.filter(({ size }) => size < large).map(({ y }) => y)));
  const isTitle = ({ size, y }: Segment): boolean => size >= large && tops.every((top) => y < top);
  return {
    columns: columns.map((column) => column.filter((segment) => !isTitle(segment))),
    across: [...across, ...columns.flatMap((column) => column.filter(isTitle))].sort((a, b) => a.y - b.y),
  };
}

/** The gaps between columns, from left to right; none on a page of one column. */
export function gapsOf(segments: readonly Segment[]): number[] {
  const texts = segments.filter((segment) => !segment.table);
  if (texts.length < 2 * fewestColumnLines) return [];
  const left = least(texts.map((s) => s.x0));
  const right = most(texts.map((s) => s.x1));

  const isProse = (column: readonly Segment[], from: number, to: number): boolean =>
    column.length >= fewestColumnLines && median(column.map((s) => s.x1 - s.x0)) >= columnFill * (to - from);
  const holds = (gaps: readonly number[]): boolean => {
    const columns = gaps.concat(right).map((_, i) => texts.filter((segment) => columnOf(segment, gaps) === i));
    return columns.every((column, i) => {
      const from = i === 0 ? left : least(column.map((s) => s.x0));
      const to = i === gaps.length ? right : most(column.map((s) => s.x1));
      return isProse(column, from, to);
    });
  };
  for (const layout of [twoColumns, threeColumns]) {
    const gaps = layout.map((shares) => {
      const tried = shares.map((share) => {
        const x = left + (right - left) * share;
        return { x, across: texts.filter((s) => s.x0 < x && s.x1 > x).length };
      });
      return tried.reduce((best, one) => (one.across < best.across ? one : best));
    });
    const across = texts.filter(
      (segment) =>
        columnOf(
          segment,
          gaps.map(({ x }) => x),
        ) === null,
    ).length;
    if (across <= acrossShare * texts.length && holds(gaps.map(({ x }) => x))) return gaps.map(({ x }) => x);
  }
  return [];
}
