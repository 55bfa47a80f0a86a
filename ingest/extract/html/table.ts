// Tables: one that lays out the page is walked through, one that holds data becomes rows.
import type { Block } from '../../blocks.js';
import { namesColumns } from '../column-names.js';
import { type DomElement, isElement } from './dom.js';

type TableBlock = Extract<Block, { kind: 'table' }>;

/** A cell longer than this that is most of its table is a page's body, not data. */
const longCell = 600;
const mostCells = 100_000;

const kids = (element: DomElement, names: RegExp): DomElement[] =>
  Array.from(element.children).filter((child) => names.test(child.localName));

const rowsOf = (table: DomElement): DomElement[] =>
  Array.from(table.children).flatMap((child) => {
    if (child.localName === 'tr') return [child];
    return /^(?:thead|tbody|tfoot)$/.test(child.localName) ? kids(child, /^tr$/) : [];
  });
const cellsOf = (row: DomElement): DomElement[] => kids(row, /^t[dh]$/);
const length = (element: DomElement): number => element.textContent?.replace(/\s+/g, '').length ?? 0;

function holdsData(table: DomElement, rows: readonly DomElement[]): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return false;
  if (table.querySelector('table, h1, h2, h3, form, ul li a, script')) return false;
  const cells = rows.map(cellsOf);
  if (rows.filter((row) => length(row) > 0).length < 2 || !cells.some((row) => row.length > 1)) return false;
  const whole = length(table);
  if (cells.flat().some((cell) => length(cell) > longCell && length(cell) > 0.6 * whole)) return false;
  const linked = Array.from(table.querySelectorAll('a')).reduce((sum, link) => sum + length(link), 0);
  return linked <= 0.8 * whole;
}

const span = (cell: DomElement, name: string): number =>
  Math.min(100, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? '1', 10) || 1));

/** The cells of each row in their columns; a place covered by a cell that spans rows or columns is empty. */
function grid(rows: readonly DomElement[], read: (cell: DomElement) => string): string[][] {
  let covered: number[] = [];
  let left = mostCells;
  return rows.map((row) => {
    const texts: string[] = [];
    const below: number[] = [];
    const skip = (): void => {
      while ((covered[texts.length] ?? 0) > 0) {
        below[texts.length] = (covered[texts.length] ?? 0) - 1;
        texts.push('');
      }
    };
    for (const cell of cellsOf(row)) {
      skip();
      const columns = left > 0 ? span(cell, 'colspan') : 1;
      left -= columns;
      for (let i = 0; i < columns; i++) {
        below[texts.length] = span(cell, 'rowspan') - 1;
        texts.push(i === 0 ? read(cell) : '');
      }
    }
    skip();
    covered = below;
    return texts;
  });
}

/** A first row that names the columns: marked as such, or short words with no figures over rows that are longer or hold figures. */
function hasHeader(table: DomElement, rows: readonly DomElement[], texts: readonly (readonly string[])[]): boolean {
  const first = rows[0];
  if (!first) return false;
  const parent = first.parentNode;
  if (parent && isElement(parent) && parent.localName === 'thead') return true;
  if (cellsOf(first).every((cell) => cell.localName === 'th')) return true;
  if (table.querySelector('th') || texts.length < 3) return false;
  return namesColumns(texts);
}

/** The rows of a table of data; null for a table that lays out the page. `read` gives a cell's text. */
export function readTable(table: DomElement, read: (cell: DomElement) => string): Block[] | null {
  const rows = rowsOf(table);
  if (!holdsData(table, rows)) return null;
  const texts = grid(rows, read);
  const kept = rows.map((row, i) => ({ row, texts: texts[i] ?? [] })).filter(({ texts: row }) => row.some(Boolean));
  // A first row that is one cell is the table's title.
  const title =
    kept[0] && kept[0].texts.filter(Boolean).length === 1 && cellsOf(kept[0].row).length === 1 ? kept.shift() : null;
  const block: TableBlock = {
    kind: 'table',
    rows: kept.map((row) => row.texts),
    header: hasHeader(
      table,
      kept.map((row) => row.row),
      kept.map((row) => row.texts),
    ),
  };
  const titleText = title?.texts.find(Boolean);
  return [
    ...(titleText ? [{ kind: 'paragraph' as const, text: titleText.replaceAll('\n', ' ') }] : []),
    ...(block.rows.length > 0 ? [block] : []),
  ];
}
