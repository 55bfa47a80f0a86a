// The ways in which a text is read for the looser forms of a wording (see fold.ts): as it is, or in one script.
import { simplified } from '../language/segment.js';
import type { Switches } from './fold.js';

/** In simplified characters as words have them (乾淨 → 干净, 乾坤 stays), unit for unit; as it is where that would move offsets. */
export function comparable(normal: string): string {
  const folded = simplified(normal);
  return folded.length === normal.length ? folded : normal;
}

/** What each unit is by itself in simplified characters; 0 not known yet. */
const single = new Uint16Array(0x10000);
/** In simplified characters one by one, whatever word they stand in (乾坤 → 干坤): a part of a text folds as the text does. */
export function oneByOne(normal: string): string {
  let out = '';
  for (let i = 0; i < normal.length; i++) {
    const code = normal.charCodeAt(i);
    if (single[code] === 0) {
      const folded = simplified(normal.charAt(i));
      single[code] = folded.length === 1 ? folded.charCodeAt(0) : code;
    }
    out += String.fromCharCode(single[code]!); // in bounds
  }
  return out;
}

/** Ways to read a text: with another script left out, by words and one by one; a phrase cut out of a word is found by the second. */
export type Reading = (normal: string) => string;
const asItIs: readonly Reading[] = [(normal) => normal];
const byScript: readonly Reading[] = [comparable, oneByOne];
export const readingsFor = ({ script }: Pick<Switches, 'script'>): readonly Reading[] => (script ? byScript : asItIs);

/** Texts that a way of reading leaves as they are, which most are; to look takes longer than all else. */
const left = new WeakMap<Reading, WeakSet<object>>();
export function readBy(read: Reading, text: { readonly normal: string }): string {
  const same = left.get(read) ?? new WeakSet();
  left.set(read, same);
  if (same.has(text)) return text.normal;
  const found = read(text.normal);
  if (found === text.normal) same.add(text);
  return found;
}

/** Whether the two forms can differ for a wording: it holds a number. */
export const holdsNumber = (normal: string): boolean => /[\d〇零○一二三四五六七八九十百千]/u.test(normal);
