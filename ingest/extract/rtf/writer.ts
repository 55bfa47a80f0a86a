// Collects the text of an RTF file into blocks: paragraphs, headings, rows of tables, notes behind the paragraph they belong to.
import type { Block } from '../../blocks.js';
import { blockText } from '../block-text.js';
import { namesColumns } from '../column-names.js';

/** Where a text belongs. */
export type Place = 'body' | 'note' | 'marginal';

export interface ParagraphMark {
  /** 0 … 8; null for plain text */
  readonly outline: number | null;
  readonly inTable: boolean;
}

const longestHeading = 200;

export function createRtfWriter() {
  const blocks: Block[] = [];
  const running: Record<Place, string> = { body: '', note: '', marginal: '' };
  const notes: Block[] = [];
  let cell: string[] = [];
  let row: string[] = [];
  let rows: string[][] = [];
  let marked = false;

  const closeTable = (): void => {
    const kept = rows.filter((texts) => texts.some((text) => text !== ''));
    if (kept.length > 0) blocks.push({ kind: 'table', rows: kept, header: marked || namesColumns(kept) });
    if (rows.length > 0) blocks.push(...notes.splice(0));
    rows = [];
    marked = false;
  };
  /** What was collected at a place, as one line; halves of characters that stand alone come out as U+FFFD. */
  const take = (place: Place): string => {
    const text = blockText(running[place].toWellFormed());
    running[place] = '';
    return text;
  };
  const endCell = (): void => {
    row.push([...cell, take('body')].filter(Boolean).join('\n'));
    cell = [];
  };
  const endRow = (): void => {
    if (cell.length > 0 || running.body.trim() !== '') endCell();
    if (row.length > 0) rows.push(row);
    row = [];
  };
  const endBody = ({ outline, inTable }: ParagraphMark): void => {
    const text = take('body');
    if (inTable) {
      if (text !== '') cell.push(text);
    } else {
      endRow();
      // A table's end is only told by what follows it; an empty paragraph between two tables parts them.
      closeTable();
      if (text !== '') {
        blocks.push(
          outline !== null && text.length <= longestHeading
            ? { kind: 'heading', level: outline + 1, text }
            : { kind: 'paragraph', text },
        );
      }
      blocks.push(...notes.splice(0));
    }
  };

  return {
    add(text: string, place: Place): void {
      running[place] += text;
    },
    endParagraph(place: Place, mark: ParagraphMark): void {
      if (place === 'body') {
        endBody(mark);
        return;
      }
      const text = take(place);
      if (text === '') return;
      if (place === 'note') notes.push({ kind: 'paragraph', text });
      else blocks.push({ kind: 'paragraph', text, hint: 'footer' });
    },
    endCell,
    endRow,
    /** A cell or row of a table inside a cell: on lines of its own there. */
    endInner(): void {
      const text = take('body');
      if (text !== '') cell.push(text);
    },
    markHeader(): void {
      if (rows.length === 0) marked = true;
    },
    finish(mark: ParagraphMark): Block[] {
      for (const place of ['note', 'marginal'] as const) this.endParagraph(place, mark);
      if (mark.inTable) endRow();
      endBody({ ...mark, inTable: false });
      return blocks;
    },
  };
}
