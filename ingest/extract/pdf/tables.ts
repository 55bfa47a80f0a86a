// Text within a ruled grid → the rows of a table; whatever is doubtful is left to be read as lines.
import { joinLines } from '../block-text.js';
import { namesColumns } from '../column-names.js';
import { endsSentence, opensItem } from '../lines.js';
import type { Rule } from './drawn.js';
import { type Cell, type Grid, gridsOf } from './grids.js';
import { baselinesOf } from './lines.js';
import { type Piece, type Segment, segmentsOf, splitAt, type Table } from './segments.js';

/** Pieces that reach over the edge of their cell, as a share of a table's: beyond it, the grid is no table's. */
const overlapping = 0.15;
/** Cells of one character each, as on squared paper, are no table's either. */
const squared = 50;
/** A row alone that holds this much is a frame around text. */
const longestRow = 300;

/** The text of a cell: its lines joined, and broken where an item begins. */
function cellText(pieces: readonly Piece[]): string {
  const lines = baselinesOf(segmentsOf(pieces)).map((line) => line.map(({ text }) => text).join(' '));
  const paragraphs: string[][] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    const before = open?.at(-1) ?? '';
    if (open && !opensItem(line, before) && !(endsSentence(before) && before.length > 40)) open.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map(joinLines).join('\n');
}

const fieldAt = ({ xs, ys, fields }: Grid, x: number, y: number): number | null => {
  const column = xs.findLastIndex((edge) => edge <= x);
  const row = ys.findLastIndex((edge) => edge <= y);
  if (column < 0 || row < 0 || column >= xs.length - 1 || row >= ys.length - 1) return null;
  return fields[row * (xs.length - 1) + column] ?? null;
};

/** The pieces that stand in each cell; those outside the grid under `null`. */
function sorted(grid: Grid, pieces: readonly Piece[]): { cells: Map<number | null, Piece[]>; over: number } {
  const cells = new Map<number | null, Piece[]>();
  let over = 0;
  const put = (piece: Piece): void => {
    const cell = fieldAt(grid, piece.x + piece.width / 2, piece.y - 0.35 * piece.size);
    const own = cells.get(cell);
    if (own) own.push(piece);
    else cells.set(cell, [piece]);
  };
  for (const piece of pieces) {
    const y = piece.y - 0.35 * piece.size;
    const [first, last] = [piece.x + 0.3 * piece.size, piece.x + piece.width - 0.3 * piece.size].map((x) =>
      fieldAt(grid, x, y),
    );
    const begun = typeof first === 'number' ? grid.cells[first] : undefined;
    if (first === last || last === null || !begun || piece.text.trim() === '') put(piece);
    else {
      const halves = splitAt(piece, grid.xs[begun.column + begun.columns] ?? 0);
      halves.forEach(put);
      if (halves.length === 1) over++;
    }
  }
  return { cells, over };
}

function rowsOf(grid: Grid, texts: ReadonlyMap<Cell, string>, from: number, to: number): string[][] {
  const rows = grid.ys.slice(from, to).map(() => grid.xs.slice(1).map(() => ''));
  for (const [cell, text] of texts) {
    const row = rows[cell.row - from];
    if (row) row[cell.column] = text;
  }
  return rows;
}

/** Rows without what their wide cells cover; below a tall cell a place stays empty. */
const withoutCovered = (grid: Grid, rows: readonly string[][], from: number): string[][] =>
  rows.map((row, i) =>
    row.filter((_, column) => {
      const cell = grid.cells[grid.fields[(from + i) * (grid.xs.length - 1) + column] ?? -1];
      return cell?.column === column;
    }),
  );

function tableOf(grid: Grid, pieces: readonly Piece[]): { table: Segment; rest: Piece[] } | null {
  const { cells, over } = sorted(grid, pieces);
  const whole = grid.xs.length - 1;
  const height = grid.ys.length - 1;
  // Rows of one cell at the top and bottom are titles and notes: text as any other.
  const isWhole = (row: number): boolean => grid.cells[grid.fields[row * whole] ?? -1]?.columns === whole;
  let from = 0;
  let to = height;
  while (from < to && isWhole(from)) from++;
  while (to > from && isWhole(to - 1)) to--;
  const rest = [...(cells.get(null) ?? [])];
  const texts = new Map<Cell, string>();
  let count = 0;
  for (const [number, own] of cells) {
    const cell = number === null ? undefined : grid.cells[number];
    if (!cell) continue;
    if (cell.row < from || cell.row >= to) rest.push(...own);
    else {
      texts.set(cell, cellText(own));
      count += own.filter(({ text }) => text.trim() !== '').length;
    }
  }
  const written = [...texts].filter(([, text]) => text !== '');
  const single = written.filter(([, text]) => [...text].length === 1).length;
  const length = written.reduce((sum, [, text]) => sum + text.length, 0);
  const usedColumns = new Set(written.map(([cell]) => cell.column)).size;
  if (written.length < 2 || usedColumns < 2 || over > overlapping * count) return null;
  if (written.length >= squared && single > 0.9 * written.length) return null;
  if (to - from === 1 && length > longestRow) return null;

  const rows = withoutCovered(grid, rowsOf(grid, texts, from, to), from).filter((row) => row.some(Boolean));
  const table: Table = { rows, header: namesColumns(rows), columns: grid.xs };
  const [x0, x1] = [grid.xs[0] ?? 0, grid.xs.at(-1) ?? 0];
  return { table: { text: '', x0, x1, y: grid.ys[from] ?? 0, size: 0, table }, rest };
}

/** The tables of a page as segments, and the pieces that stand outside of them. */
export function tablesOf(rules: readonly Rule[], pieces: readonly Piece[]): { tables: Segment[]; rest: Piece[] } {
  const tables: Segment[] = [];
  let rest = [...pieces];
  for (const grid of gridsOf(rules)) {
    const found = tableOf(grid, rest);
    if (!found) continue;
    tables.push(found.table);
    rest = found.rest;
  }
  return { tables, rest };
}
