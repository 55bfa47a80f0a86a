// The structure step: the stored text, what lies where in it, the outline, the document's own title.
import type { Cleaned, Line, Structured } from './blocks.js';
import { findHeadings, levelsOf } from './structure/headings.js';
import { type Item, itemsOf } from './structure/item.js';
import { splitRunTogether } from './structure/run-together.js';
import { joinSplitHeadings, joinTitle, splitTitle } from './structure/split-lines.js';
import { findTitle } from './structure/title.js';

export function structure(cleaned: Cleaned): Structured {
  const read = joinSplitHeadings(splitRunTogether(splitTitle(itemsOf(cleaned.blocks), namesIn(cleaned))));
  const repeated = cleaned.removed.filter(({ reason }) => reason === 'repeated title').map(({ text }) => text);
  const title = findTitle(read, repeated, cleaned.declaredTitle ?? null);
  const items = title ? joinTitle(read, title) : read;
  const titleAt = title?.from ?? -1;
  const headings = findHeadings(items, title && { from: titleAt, to: titleAt, text: title.text });
  const levels = levelsOf(headings);

  const starts = startsOf(items);
  const lines = items.map((item, at): Line => {
    const start = starts[at] ?? 0;
    const level = levels.get(at);
    const heading = headings.get(at);
    const kind =
      at === titleAt ? 'title' : item.row ? 'row' : heading ? (heading.article ? 'article' : 'heading') : 'paragraph';
    return {
      start,
      end: start + item.text.length,
      kind,
      ...(level !== undefined && { level }),
      ...(item.page !== undefined && { page: item.page }),
      ...(item.ocr !== undefined && { ocr: item.ocr }),
      ...(item.tableHeader !== undefined && { tableHeader: item.tableHeader }),
    };
  });
  const text = items.map((item) => item.text).join('\n');
  return {
    text,
    lines,
    outline: [...headings].map(([at, { label }]) => ({
      level: levels.get(at) ?? 1,
      text: label,
      start: starts[at] ?? 0,
    })),
    removed: removedParts(cleaned, items, starts, text.length),
    title: titleSpan(title?.text, text, lines[titleAt]),
  };
}

/** What a document mill's notice calls the document: 《临江市教育局工作要点.docx》由会员分享… */
const namesIn = ({ removed }: Cleaned): string[] =>
  removed.flatMap(({ text, reason }) =>
    reason === 'advert'
      ? [...text.slice(0, 300).matchAll(/《([^《》]{4,80}?)\.(?:docx?|pdf|wps|pptx?)/gu)].map(
          ({ 1: name = '' }) => name,
        )
      : [],
  );

/** The title within its line: all of it but what is set around it. */
function titleSpan(title: string | undefined, text: string, line: Line | undefined): Structured['title'] {
  if (title === undefined || title === '' || !line) return null;
  const at = text.slice(line.start, line.end).indexOf(title);
  return at < 0
    ? { text: title, start: line.start, end: line.end }
    : { text: title, start: line.start + at, end: line.start + at + title.length };
}

/** Where each item's line starts in the stored text. */
function startsOf(items: readonly Item[]): number[] {
  let start = 0;
  return items.map((item) => {
    const here = start;
    start += item.text.length + 1;
    return here;
  });
}

/** Parts that were cleaned away stand where the next block kept begins. */
function removedParts(
  cleaned: Cleaned,
  items: readonly Item[],
  starts: readonly number[],
  length: number,
): Structured['removed'][number][] {
  const blockStart: number[] = [];
  items.forEach((item, at) => {
    blockStart[item.block] ??= starts[at] ?? 0;
  });
  let next = length;
  for (let block = cleaned.blocks.length - 1; block >= 0; block--) {
    next = blockStart[block] ?? next;
    blockStart[block] = next;
  }
  return cleaned.removed.map(({ text, reason, before }) => ({ text, reason, at: blockStart[before] ?? length }));
}
