// Paragraphs of cells and rows as tables. Rows may have cells of their own widths: cells stand in the columns of the whole table.
import type { Block } from '../../blocks.js';
import { blockText } from '../block-text.js';
import { namesColumns } from '../column-names.js';
import type { DocParagraph } from './paragraphs.js';

interface Row {
  /** lines of each cell */
  readonly cells: readonly (readonly string[])[];
  readonly edges: readonly number[] | undefined;
  readonly isHeader: boolean;
}

/** Edges nearer than this, in twips, are one. */
const nearby = 60;
const mostPlaces = 100_000;
/** A cell longer than this that is most of its table is a frame about the text, not data. */
const longCell = 600;

/** The table's columns by their left edges; null where the file does not say, or says too much. */
function columnsOf(rows: readonly Row[]): number[] | null {
  if (rows.some(({ edges, cells }) => !edges || edges.length !== cells.length + 1)) return null;
  const all = rows.flatMap(({ edges }) => edges?.slice(0, -1) ?? []).sort((a, b) => a - b);
  const columns = all.filter((edge, i) => i === 0 || edge - (all[i - 1] ?? 0) > nearby);
  return columns.length * rows.length > mostPlaces ? null : columns;
}

function placed({ cells, edges }: Row, columns: readonly number[] | null): string[] {
  const texts = cells.map((lines) => lines.join('\n'));
  if (!columns || !edges) return texts;
  const row = columns.map(() => '');
  texts.forEach((text, i) => {
    const edge = edges[i] ?? 0;
    const column = Math.max(
      0,
      columns.findLastIndex((left) => left <= edge),
    );
    row[column] = [row[column], text].filter(Boolean).join('\n');
  });
  return row;
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: text.replaceAll('\n', ' ') });

function tableBlocks(rows: readonly Row[]): Block[] {
  const texts = rows.flatMap(({ cells }) => cells.map((lines) => lines.join('')));
  const whole = texts.reduce((sum, text) => sum + text.length, 0);
  const isFrame =
    rows.every(({ cells }) => cells.length < 2) ||
    texts.some((text) => text.length > longCell && text.length > 0.6 * whole);
  if (isFrame) return rows.flatMap(({ cells }) => cells.flat().map(paragraph));
  const columns = columnsOf(rows);
  const kept = rows.map((row) => ({ row, cells: placed(row, columns) })).filter(({ cells }) => cells.some(Boolean));
  // A first row of one cell is the table's title.
  const title = kept.length > 1 && kept[0]?.row.cells.length === 1 ? kept.shift() : undefined;
  const table = kept.map(({ cells }) => cells);
  return [
    ...(title ? [paragraph(title.cells.find(Boolean) ?? '')] : []),
    ...(table.length > 0
      ? [{ kind: 'table' as const, rows: table, header: kept[0]?.row.isHeader || namesColumns(table) }]
      : []),
  ];
}

/** Takes paragraphs one by one; what it gives back are the blocks of a table that has ended. */
export function createTableReader() {
  let rows: Row[] = [];
  let cells: string[][] = [];
  let lines: string[] = [];
  let inner: string[] = [];
  const finish = (): Block[] => {
    // Cells whose row never ends are a row all the same.
    if (lines.length > 0) cells.push(lines);
    if (cells.some((cell) => cell.length > 0)) rows.push({ cells, edges: undefined, isHeader: false });
    const done = rows.length > 0 ? tableBlocks(rows) : [];
    rows = [];
    cells = [];
    lines = [];
    inner = [];
    return done;
  };
  return {
    finish,
    add({ text, properties, endsCell }: DocParagraph): Block[] {
      const own = text.split('\n').map(blockText).filter(Boolean);
      // A table within a cell is a line a row there.
      if (!endsCell && (properties.depth ?? 1) > 1) {
        for (const line of own) inner.push(line);
        if (properties.endsInnerRow) lines.push(inner.splice(0).join(' '));
        return [];
      }
      if (!(endsCell && properties.endsRow)) for (const line of [...inner.splice(0), ...own]) lines.push(line);
      if (!endsCell) return [];
      if (!properties.endsRow) {
        cells.push(lines);
        lines = [];
        return [];
      }
      const isHeader = properties.isHeader === true;
      const before = isHeader && rows.length > 0 && !rows.at(-1)?.isHeader ? endTable() : [];
      rows.push({ cells, edges: properties.edges, isHeader });
      cells = [];
      lines = [];
      return before;
    },
  };
  /** A header row begins a table of its own. */
  function endTable(): Block[] {
    const done = tableBlocks(rows);
    rows = [];
    return done;
  }
}
