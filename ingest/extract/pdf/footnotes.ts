// Footnotes: small type at a page's bottom that opens with a mark. They must not cut a sentence that goes on overleaf.
import type { PageLine } from './lines.js';

/** How small against the text, and how far up a page, as shares of the text's size and of the page's lines. */
const smaller = 0.92;
const mostLines = 0.6;

const mark = /^(?:[①-⑳⓪❶-❿*＊†‡※]|[[〔［【(（]\d{1,3}[\]〕］】)）]|\d{1,3}(?![\d年月日.．、])\s?|注[：:\d])/u;

/** Whether a line of a footnote begins a new one. */
export const opensFootnote = (text: string): boolean => mark.test(text);

/** The lines that are footnotes; `frame` holds those that belong to the pages. `size` is that of most of the text. */
export function footnoteLines(
  lines: readonly PageLine[],
  frame: ReadonlySet<PageLine>,
  size: number,
): ReadonlySet<PageLine> {
  const columns = new Map<string, PageLine[]>();
  for (const line of lines) if (!frame.has(line)) columns.set(line.column, [...(columns.get(line.column) ?? []), line]);
  const found = new Set<PageLine>();
  for (const column of columns.values()) {
    let from = column.length;
    while (from > 0 && !column[from - 1]?.table && (column[from - 1]?.size ?? size) < smaller * size) from--;
    const notes = column.slice(from);
    const first = notes.findIndex((line) => opensFootnote(line.text));
    if (first < 0 || notes.length - first > Math.max(2, mostLines * column.length) || column.length < 2) continue;
    for (const line of notes.slice(first)) found.add(line);
  }
  return found;
}
