// Lines of all pages → blocks: lines of a paragraph joined, over the page's edge too; large lines are headings; tables go on.
import type { Block } from '../../blocks.js';
import { joinLines } from '../block-text.js';
import { endsSentence, opensItem } from '../lines.js';
import { footnoteLines, opensFootnote } from './footnotes.js';
import { meanConfidence, type PageLine } from './lines.js';
import type { Table } from './segments.js';

interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Sizes beyond the body's by this much mark a heading. */
const headingSize = 1.2;
const longestHeading = 80;
/** In sizes: how far before the margin a full line may end, and beyond which a line counts as indented. */
const fullWithin = 2.3;
const indent = 0.9;
/** A line that begins beyond this share of a column's width stands on the right: a signature, a date. */
const onTheRight = 0.35;
/** Lines further apart than this, in usual distances, are of two paragraphs. */
const farApart = 1.45;

/** The right margin is the furthest place where at least this share of a column's lines (two at least) end. */
const marginShare = 0.05;

function marginsOf(lines: readonly PageLine[], size: number): Margins {
  const lefts = lines.map((line) => line.x0).sort((a, b) => a - b);
  const rights = lines.map((line) => line.x1).sort((a, b) => b - a);
  const enough = Math.max(2, Math.ceil(marginShare * lines.length));
  const right = rights.find((x, i) => (rights[i + enough - 1] ?? Number.NEGATIVE_INFINITY) >= x - 1.2 * size);
  return { left: lefts[Math.floor(lefts.length * 0.05)] ?? 0, right: right ?? rights[0] ?? 0 };
}

function grouped(lines: readonly PageLine[]): Map<string, PageLine[]> {
  const groups = new Map<string, PageLine[]>();
  for (const line of lines) {
    const own = groups.get(line.column);
    if (own) own.push(line);
    else groups.set(line.column, [line]);
  }
  return groups;
}

/** The size in which most of the text stands. */
function bodySize(lines: readonly PageLine[]): number {
  const characters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
  }
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** The usual distance from one line to the next. */
function usualDistance(lines: readonly PageLine[], size: number): number {
  const distances = lines
    .flatMap((line, i) => {
      const before = lines[i - 1];
      return before && before.column === line.column && line.y > before.y ? [line.y - before.y] : [];
    })
    .filter((distance) => distance < 4 * size)
    .sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 2)] ?? 1.5 * size;
}

interface Layout {
  readonly size: number;
  readonly distance: number;
  readonly margins: (line: PageLine) => Margins;
}

function layoutOf(lines: readonly PageLine[]): Layout {
  const size = bodySize(lines);
  const whole = marginsOf(lines, size);
  const columns = grouped(lines);
  const margins = new Map([...columns].map(([key, own]) => [key, own.length >= 8 ? marginsOf(own, size) : null]));
  return {
    size,
    distance: usualDistance(lines, size),
    // A page or column of a few lines tells nothing of its own margins.
    margins: (line) => margins.get(line.column) ?? whole,
  };
}

/** Whether `line` goes on with the paragraph or heading that `before` belongs to. */
function continues(before: PageLine, line: PageLine, layout: Layout, isHeading: boolean): boolean {
  if (Math.abs(before.size - line.size) > 0.15 * layout.size || opensItem(line.text, before.text)) return false;
  // What stood on a page between them is missing.
  if (line.page > before.page + 1) return false;
  const sameColumn = before.column === line.column;
  const limit = farApart * Math.max(layout.distance, 1.2 * line.size);
  if (sameColumn && (line.y < before.y || line.y - before.y > limit)) return false;
  const { left, right } = layout.margins(before);
  if (isHeading) return sameColumn && !endsSentence(before.text) && line.parts === 1;
  if (before.x0 - left > onTheRight * (right - left)) return false;
  if (before.parts > 1 || line.parts > 1 || before.x1 < right - fullWithin * layout.size) return false;
  const shift = (sameColumn ? line.x0 - before.x0 : line.x0 - layout.margins(line).left) / layout.size;
  if (shift < -indent) return true;
  // Level with the line before: inside a block that is indented as a whole, two paragraphs of one line look the same.
  if (shift <= indent) return before.x0 - left <= indent * layout.size || !endsSentence(before.text);
  return sameColumn && opensItem(before.text, '') && !endsSentence(before.text);
}

/** Two tables are one, cut by the end of a page, when their columns stand in the same places (in points). */
const sameColumns = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((x, i) => Math.abs(x - (b[i] ?? 0)) <= 4);

const sameRow = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a !== undefined && b !== undefined && a.length === b.length && a.every((cell, i) => cell === b[i]);

const confidence = (lines: readonly PageLine[]): { ocr?: number } => {
  const ocr = meanConfidence(lines);
  return ocr === undefined ? {} : { ocr };
};

const footer = (lines: readonly PageLine[]): Block[] =>
  lines.map((line) => ({
    kind: 'paragraph',
    text: joinLines([line.text]),
    page: line.page,
    hint: 'footer',
    ...confidence([line]),
  }));

function noteBlocks(notes: readonly PageLine[]): Block[] {
  const groups: PageLine[][] = [];
  for (const line of notes) {
    const open = groups.at(-1);
    if (open && !opensFootnote(line.text) && open.at(-1)?.column === line.column) open.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({
    kind: 'paragraph',
    text: joinLines(group.map(({ text }) => text)),
    ...(group[0] && { page: group[0].page }),
    ...confidence(group),
  }));
}

/**
 * The blocks of a document; `frame` holds the lines that belong to the pages. They, and footnotes, come after the paragraph
 * that they would cut.
 */
export function blocksOf(lines: readonly PageLine[], frame: ReadonlySet<PageLine>): Block[] {
  const texts = lines.filter((line) => !line.table);
  const own = texts.filter((line) => !frame.has(line));
  const notes = footnoteLines(lines, frame, bodySize(own));
  const layout = layoutOf(own.filter((line) => !notes.has(line)));
  const levels = [...new Set(texts.map((line) => Math.round(line.size)))]
    .filter((size) => size >= headingSize * layout.size)
    .sort((a, b) => b - a);
  const large = (line: PageLine): boolean => line.size >= headingSize * layout.size;
  const blocks: Block[] = [];
  let open: PageLine[] = [];
  let framing: PageLine[] = [];
  let noting: PageLine[] = [];
  /** The last table's rows, while nothing but page frames came after it. */
  let table: { readonly rows: (readonly string[])[]; readonly columns: readonly number[]; page: number } | null = null;
  const close = (): void => {
    const [first] = open;
    if (first) {
      const text = joinLines(open.map((line) => line.text));
      const level = Math.min(6, Math.max(1, levels.indexOf(Math.round(first.size)) + 1));
      const read = { page: first.page, ...confidence(open) };
      if (large(first) && text.length <= longestHeading) blocks.push({ kind: 'heading', level, text, ...read });
      else if (text !== '') blocks.push({ kind: 'paragraph', text, ...read });
    }
    blocks.push(...footer(framing), ...noteBlocks(noting));
    open = [];
    framing = [];
    noting = [];
  };
  const addTable = ({ rows, header, columns }: Table, page: number): void => {
    if (table && page === table.page + 1 && sameColumns(table.columns, columns)) {
      // The header that is repeated overleaf belongs to the page.
      const again = sameRow(rows[0], table.rows[0]);
      if (again) blocks.push({ kind: 'paragraph', text: joinLines(rows[0] ?? []), page, hint: 'footer' });
      table.rows.push(...rows.slice(again ? 1 : 0));
      table.page = page;
      return;
    }
    const kept = [...rows];
    blocks.push({ kind: 'table', rows: kept, header, page });
    table = { rows: kept, columns, page };
  };
  for (const line of lines) {
    if (frame.has(line)) framing.push(line);
    else if (notes.has(line)) noting.push(line);
    else if (line.table) {
      close();
      addTable(line.table, line.page);
      continue;
    } else {
      const before = open.at(-1);
      if (!before || !continues(before, line, layout, large(before))) {
        close();
        table = null;
      }
      open.push(line);
      continue;
    }
    if (open.length === 0) close();
  }
  close();
  return blocks;
}
