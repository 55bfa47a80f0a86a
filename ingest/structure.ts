// The structure step: the stored text, what lies where in it, the outline, the document's own title.
import type { Cleaned, Line, Structured } from './blocks.js';
import { findHeadings, levelsOf } from './structure/headings.js';
import { type Item, itemsOf } from './structure/item.js';
import { splitRunTogether } from './structure/run-together.js';
import { joinSplitHeadings, joinTitle } from './structure/split-lines.js';
import { findTitle } from './structure/title.js';

export function structure(cleaned: Cleaned): Structured {
  const read = joinSplitHeadings(splitRunTogether(itemsOf(cleaned.blocks)));
  const repeated = cleaned.removed.filter(({ reason }) => reason === 'repeated title').map(({ text }) => text);
  const title = findTitle(read, repeated);
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
      ...(item.tableHeader !== undefined && { tableHeader: item.tableHeader }),
    };
  });
  const text = items.map((item) => item.text).join('\n');
  const titleLine = lines[titleAt];
  return {
    text,
    lines,
    outline: [...headings].map(([at, { label }]) => ({
      level: levels.get(at) ?? 1,
      text: label,
      start: starts[at] ?? 0,
    })),
    removed: removedParts(cleaned, items, starts, text.length),
    title: title && titleLine ? { text: title.text, start: titleLine.start, end: titleLine.end } : null,
  };
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
