// Headings that layout cut apart are one line again: 第一章 / 总 / 则, and a title set in two or three lines.

import { type Item, joined } from './item.js';
import { divisionMarker, markerOf } from './markers.js';
import type { FoundTitle } from './title.js';

const MAX_PIECES = 4;
const MAX_CAPTION = 30;

/** How many items after a bare 第一章 hold its caption. */
function captionAfter(items: readonly Item[], at: number): number {
  const text = items[at]?.text ?? '';
  const marker = items[at]?.row ? null : divisionMarker(text);
  if (!marker || marker.kind === 'article') return 0;
  if (marker.length < text.length) {
    const next = items[at + 1];
    const open = text.length <= MAX_CAPTION * 2 && /[、和与及]$/u.test(text);
    return open && next && !next.row && next.text.length <= MAX_CAPTION && /^[\p{L}、]+$/u.test(next.text) ? 1 : 0;
  }
  let count = 0;
  let length = 0;
  for (let next = items[at + 1]; next && count < MAX_PIECES; next = items[at + 1 + count]) {
    length += next.text.length;
    const fits =
      !next.row && length <= MAX_CAPTION && /^[\p{L}\s、（）()]+$/u.test(next.text) && markerOf(next.text) === null;
    if (!fits) break;
    count++;
    if (next.text.length > 2) break;
  }
  return count;
}

export function joinSplitHeadings(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (!item) break;
    const pieces = captionAfter(items, at);
    const caption = joined(['', ...items.slice(at + 1, at + 1 + pieces).map(({ text }) => text)]);
    out.push(
      pieces === 0
        ? item
        : { ...item, text: /[、和与及]$/u.test(item.text) ? item.text + caption : `${item.text.trim()} ${caption}` },
    );
    at += pieces;
  }
  return out;
}

/** A title that its text follows without a break, where the page names it: two lines. */
export function splitTitle(items: readonly Item[], names: readonly string[]): Item[] {
  const [first, ...others] = items;
  const name = names.find(
    (known) => first && !first.row && first.text.startsWith(known) && first.text.length > known.length,
  );
  if (!first || name === undefined) return [...items];
  return [{ ...first, text: name }, { ...first, text: first.text.slice(name.length).trimStart() }, ...others];
}

/** The items with the title's lines joined into one, at `title.from`. */
export function joinTitle(items: readonly Item[], title: FoundTitle): Item[] {
  const first = items[title.from];
  if (!first || title.from === title.to) return [...items];
  const text = joined(items.slice(title.from, title.to + 1).map((item) => item.text));
  return [...items.slice(0, title.from), { ...first, text }, ...items.slice(title.to + 1)];
}
