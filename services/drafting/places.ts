// Places in a draft's stored form → places in the draft as it was pasted: lines that were wrapped are whole in the one, and
// page numbers are gone from it. Both agree in normal form, line by line.
import { partAt } from '../catalogue/snapshot.js';
import type { Range } from '../domain/passage.js';
import { normalForm, normalText, originalRange } from '../domain/text.js';

/** null where the words are not in the given text. */
export type PlaceIn = (range: Range) => Range | null;

export function placesIn(given: string, stored: string): PlaceIn {
  if (given === stored) return (range) => range;
  const [theirs, ours] = [normalText(given), normalText(stored)];
  const lines: number[] = []; // where each line begins in our normal form
  const there: number[] = []; // and in theirs; −1: not there
  let [at, from] = [0, 0];
  for (const line of stored.split('\n')) {
    const key = normalForm(line);
    if (key === '') continue;
    const found = theirs.text.indexOf(key, from);
    lines.push(at);
    there.push(found);
    at += key.length;
    if (found !== -1) from = found + key.length;
  }
  return ({ start, end }) => {
    const first = firstAtLeast(ours.starts, start);
    const last = firstAtLeast(ours.starts, end);
    const line = partAt(lines, first);
    const place = there[line] ?? -1;
    if (last <= first || place === -1) return null;
    const shift = place - (lines[line] ?? 0);
    return originalRange(theirs, first + shift, last + shift);
  };
}

function firstAtLeast(list: Uint32Array, value: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
