// The document while its structure is being read: one item is one line of the stored text to come.
import type { Block } from '../blocks.js';
import { tableHeader } from './table-header.js';

export interface Item {
  readonly text: string;
  /** index of the block that the line, or its first part, comes from */
  readonly block: number;
  readonly page?: number;
  readonly ocr?: number;
  readonly row: boolean;
  /** for rows: the names of the table's columns, where it has them and this row is not where they stand */
  readonly tableHeader?: string;
  /** level of the heading that the file itself marks the line as */
  readonly marked?: number;
}

const SEPARATOR = ' | ';
const oneLine = (text: string): string => text.replace(/[\n\v\f\r\u0085\u2028\u2029]+/gu, ' ').trim();

/** More cells than this share of a table empty: a form, its cells spread over columns that mean nothing. */
const formShare = 0.5;

/**
 * A table's rows as lines. Cells keep their columns, so that they can be read against the header; columns that hold
 * nothing, cells at a row's end that hold nothing, and the empty cells of a form are left out.
 */
function rowsOf(table: readonly (readonly string[])[], hasHeader: boolean) {
  const rows = table.map((row) => row.map(oneLine)).filter((row) => row.some(Boolean));
  const used = new Set(rows.flatMap((row) => row.flatMap((cell, column) => (cell === '' ? [] : [column]))));
  const kept = rows.map((row) => row.filter((_, column) => used.has(column)));
  const cells = rows.flat();
  const isForm = !hasHeader && cells.filter((cell) => cell === '').length > formShare * cells.length;
  const lineOf = (row: readonly string[]): string => {
    const shown = isForm ? row.filter(Boolean) : row.slice(0, row.findLastIndex(Boolean) + 1);
    return shown.join(SEPARATOR).trim();
  };
  const header = hasHeader && kept.length > 1 ? tableHeader(kept) : null;
  return { lines: kept.map(lineOf), header: header && { rows: header.rows, names: lineOf(header.names) } };
}

/** Every block as items: a paragraph or heading is one, every row of a table one. */
export function itemsOf(blocks: readonly Block[]): Item[] {
  return blocks.flatMap((block, at): Item[] => {
    const { page, ocr } = block;
    const place = { block: at, ...(page !== undefined && { page }), ...(ocr !== undefined && { ocr }) };
    if (block.kind !== 'table') {
      const text = oneLine(block.text);
      if (text === '') return [];
      return [{ ...place, text, row: false, ...(block.kind === 'heading' && { marked: block.level }) }];
    }
    const { lines, header } = rowsOf(block.rows, block.header);
    return lines.map((text, i) => ({
      ...place,
      text,
      row: true,
      ...(header !== null && i >= header.rows && { tableHeader: header.names }),
    }));
  });
}

/** Text of lines that layout had cut apart; a space only between words of letters. */
export const joined = (parts: readonly string[]): string =>
  parts.reduce((whole, part) =>
    /[A-Za-z0-9,.;:]$/u.test(whole) && /^[A-Za-z0-9(]/u.test(part) ? `${whole} ${part}` : whole + part,
  );
