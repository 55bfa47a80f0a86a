// A document's text as blocks to read: one a line, with its heading level, numbers and anchors.
import type { OutlineEntry, PageStart } from '../services/domain/document.js';
import type { Passage, Range } from '../services/domain/passage.js';
import type { Highlight } from '../services/domain/result.js';
import type { CitationLink } from './citation-links.js';

export interface ReadingBlock {
  /** counts the lines that are not blank, from 1 */
  readonly n: number;
  readonly start: number;
  readonly end: number;
  /** 2 … 6 for a line that is a heading as a whole */
  readonly heading?: number;
  /** how many units at the start of the line are the outline's entry, where it is only the line's beginning (第三条) */
  readonly label?: number;
  /** the outline's entry that stands in this line */
  readonly entry?: OutlineEntry;
  /** passages that start in this line */
  readonly anchors: readonly { readonly id: number; readonly at: number }[];
  /** the page that starts with this line */
  readonly page?: number;
  /** mean confidence, 0 to 1, of what OCR read on the page that starts here */
  readonly ocr?: number;
  readonly marks: readonly Mark[];
  /** citations that stand in this line, or reach into it */
  readonly links: readonly CitationLink[];
}

/** A place that was found; `n` counts from 1. */
export type Mark = Highlight & { readonly n: number };

/** Steps through sorted ranges: those that start before `end` and have not been given yet. */
function taker<T extends { readonly start: number }>(items: readonly T[]): (end: number) => T[] {
  let next = 0;
  return (end) => {
    const from = next;
    while (next < items.length && items[next]!.start < end) next++; // in bounds
    return items.slice(from, next);
  };
}

/** Lines of the text that are not blank, without the white space around them. */
function lines(text: string): Range[] {
  const found: Range[] = [];
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 ? text.length : newline;
    const line = text.slice(from, to);
    const start = from + line.length - line.trimStart().length;
    if (start < to) found.push({ start, end: from + line.trimEnd().length });
    from = to + 1;
  }
  return found;
}

/** Cells of a table's row, which stand in the text divided by ` | `; undefined for a line that is no row. */
export function cellsOf(text: string, { start, end }: Range): Range[] | undefined {
  const cells: Range[] = [];
  let from = start;
  for (let at = text.indexOf('|', start); at !== -1 && at < end; at = text.indexOf('|', at + 1)) {
    const apart = (at === start || text[at - 1] === ' ') && (at === end - 1 || text[at + 1] === ' ');
    if (!apart) continue;
    cells.push({ start: from, end: Math.max(from, at - 1) });
    from = Math.min(end, at + 2);
  }
  return cells.length === 0 ? undefined : [...cells, { start: from, end }];
}

/**
 * How far the line begins with the entry, white space aside: its whole length where the line is the entry, the end of
 * the entry's first word (第三条) where the line goes on, 0 where they differ.
 */
function shared(line: string, entry: string): number {
  const word = entry.split(/\s/, 1)[0]?.length ?? 0;
  let at = 0;
  let wordEnd = 0;
  for (let i = 0; i < entry.length; i++) {
    if (/\s/.test(entry.charAt(i))) continue;
    while (at < line.length && /\s/.test(line.charAt(at))) at++;
    if (at >= line.length || line.charAt(at) !== entry.charAt(i)) return wordEnd;
    at++;
    if (i < word) wordEnd = i === word - 1 ? at : 0;
  }
  return at;
}

export interface Readable {
  readonly text: string;
  readonly outline: readonly OutlineEntry[];
  readonly passages: readonly Passage[];
  /** sorted by start */
  readonly marks: readonly Highlight[];
  /** sorted by start */
  readonly links?: readonly CitationLink[];
  /** where pages start; without them, passages tell which page they begin on */
  readonly pages?: readonly PageStart[];
}

/** A page is told by the passage that starts on it; headings right above that passage go with it. */
function liftPages(blocks: readonly ReadingBlock[]): ReadingBlock[] {
  const lifted = [...blocks];
  for (let i = 1; i < lifted.length; i++) {
    const block = lifted[i]!; // in bounds
    let to = i;
    while (block.page !== undefined && to > 0 && lifted[to - 1]!.heading && lifted[to - 1]!.anchors.length === 0) to--;
    if (to === i) continue;
    lifted[i] = { ...block, page: undefined };
    lifted[to] = { ...lifted[to]!, page: block.page };
  }
  return lifted;
}

export function readingBlocks({ text, outline, passages, marks, links = [], pages = [] }: Readable): ReadingBlock[] {
  const takePassages = taker([...passages].sort((a, b) => a.start - b.start));
  const takeEntries = taker([...outline].sort((a, b) => a.start - b.start));
  const takePages = taker(pages);
  const takeLinks = taker(links);
  const takeMarks = taker(marks.map((mark, i): Mark => ({ ...mark, n: i + 1 })));
  let level = 1;
  let page = 0;
  let pending: Mark[] = [];
  let cited: CitationLink[] = [];
  const blocks = lines(text).map(({ start, end }, i): ReadingBlock => {
    const anchors = takePassages(end);
    const entry = takeEntries(end).at(-1);
    pending = [...pending.filter((mark) => mark.end > start), ...takeMarks(end)];
    cited = [...cited.filter((link) => link.end > start), ...takeLinks(end)];
    const label = entry ? shared(text.slice(start, end), entry.text) : 0;
    const whole = entry !== undefined && (label === end - start || (label === 0 && end - start <= 60));
    if (entry && whole) level = Math.min(entry.level + 1, level + 1, 6); // a level skipped confuses screen readers
    const newPage =
      pages.length > 0
        ? takePages(end).at(-1)?.page
        : (anchors.findLast((passage) => passage.page !== null && passage.page > page)?.page ?? undefined);
    if (newPage) page = newPage;
    return {
      n: i + 1,
      start,
      end,
      heading: entry && whole ? level : undefined,
      label: entry && !whole && label > 0 ? label : undefined,
      entry,
      anchors: anchors.map((passage) => ({ id: passage.id, at: Math.max(start, passage.start) })),
      page: newPage,
      marks: pending,
      links: cited,
    };
  });
  const ocr = ocrByPage(passages);
  return (pages.length > 0 ? blocks : liftPages(blocks)).map((block) => {
    const confidence = block.page === undefined ? undefined : ocr.get(block.page);
    return confidence === undefined ? block : { ...block, ocr: confidence };
  });
}

/** Mean confidence by length. */
function ocrByPage(passages: readonly Passage[]): ReadonlyMap<number, number> {
  const sums = new Map<number, { length: number; sum: number }>();
  for (const { page, ocr, start, end } of passages) {
    if (page === null || ocr === null) continue;
    const { length, sum } = sums.get(page) ?? { length: 0, sum: 0 };
    sums.set(page, { length: length + end - start, sum: sum + ocr * (end - start) });
  }
  return new Map([...sums].map(([page, { length, sum }]) => [page, length === 0 ? 0 : sum / length]));
}

/** The passage that `at` lies in, or else the last one before it. */
export function passageAt(passages: readonly Passage[], at: number): Passage | undefined {
  return (
    passages.find((passage) => passage.start <= at && at < passage.end) ??
    passages.findLast((passage) => passage.start <= at)
  );
}
