// A table of contents: headings that stand one after the other at the top and come again further down.
import type { Item } from './item.js';
import { markerOf } from './markers.js';

const MAX_ENTRIES = 300;
/** An entry without its page number and the dots before it, and without white space. */
const entry = (text: string): string => text.replace(/[\s.．·…•]*(?:[（(]?\d{1,4}[)）]?)?$/u, '').replace(/\s/gu, '');
const isEntry = ({ text, row }: Item): boolean => !row && text.length <= 60 && !/[。；]/u.test(text);

/** Places of the items that belong to a table of contents: first, and past the last; null without one. */
export function findContents(items: readonly Item[]): { from: number; to: number } | null {
  const titled = items.slice(0, MAX_ENTRIES).findIndex(({ text }) => /^(?:目录|目次)$/u.test(text.replace(/\s/gu, '')));
  const from =
    titled >= 0
      ? titled + 1
      : items.findIndex(({ text }) => ['part', 'chapter'].includes(markerOf(text)?.kind ?? '') && text.length <= 60);
  const first = items[from];
  if (from < 0 || !first) return null;
  const key = entry(first.text);
  if (key.length < 2) return null;
  for (let to = from + 1; to < Math.min(items.length, from + MAX_ENTRIES); to++) {
    const item = items[to];
    if (!item || !isEntry(item)) return null;
    if (entry(item.text) === key) return to - from >= 2 ? { from: titled >= 0 ? titled : from, to } : null;
  }
  return null;
}
