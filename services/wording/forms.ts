// The looser forms of a wording: punctuation left out, script folded, numerals folded, each by itself or all together.
import { arabicNumbers } from '../language/numerals.js';
import { simplified } from '../language/segment.js';

export interface Switches {
  /** leave punctuation and symbols out */
  readonly punctuation: boolean;
  /** traditional characters as simplified ones, capitals as small letters */
  readonly script: boolean;
  /** Chinese numerals as digits */
  readonly numerals: boolean;
}

const numerals = new Map([...'〇零一二三四五六七八九'].map((character, i) => [character, String(Math.max(0, i - 1))]));

export interface FoldedText {
  readonly text: string;
  /** where each unit of `text` stands in the normal form, and where what it was read from ends */
  readonly at: Uint32Array;
  readonly ends: Uint32Array;
}

/** Single UTF-16 units are judged alike again and again: 0 not known yet, 1 stays, 2 is punctuation or a symbol. */
const judged = new Uint8Array(0x10000);
export function isPunctuation(unit: string): boolean {
  const code = unit.charCodeAt(0);
  if (judged[code] === 0) judged[code] = /[\p{P}\p{S}]/u.test(unit) ? 2 : 1;
  return judged[code] === 2;
}

/** `number(i)`: the number that begins at unit i, in digits, and its end; null where none does. */
function fold(
  source: string,
  { punctuation, script, numerals: digits }: Switches,
  number: (at: number) => { arabic: string; end: number } | null,
): FoldedText {
  const at: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (let i = 0; i < source.length; ) {
    const unit = source[i] ?? '';
    const read = number(i);
    const end = read?.end ?? i + 1;
    let shown = read?.arabic ?? (punctuation && isPunctuation(unit) ? '' : unit);
    if (!read && digits) shown = numerals.get(shown) ?? shown;
    if (!read && script) shown = shown.toLowerCase();
    for (let k = 0; k < shown.length; k++) {
      at.push(i);
      ends.push(end);
    }
    text += shown;
    i = end;
  }
  return { text, at: Uint32Array.from(at), ends: Uint32Array.from(ends) };
}

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
export const readingsFor = ({ script }: Switches): readonly Reading[] => (script ? byScript : asItIs);

/** Numerals are folded one by one (二〇二一 → 2021): whatever holds a wording as it stands holds it in this form. @param source as read */
export const foldedForm = (source: string, switches: Switches): FoldedText => fold(source, switches, () => null);

/** Numbers as they are counted (第二十条 → 第20条, 百分之三 → 3%); a part of a number is no match of another number. */
export function countedForm(source: string, switches: Switches): FoldedText {
  const written = new Map(arabicNumbers(source).map(({ start, end, arabic }) => [start, { end, arabic }]));
  /** A sign that belongs to a number: 3.5%. */
  const sign = (at: number) =>
    source[at] === '%' || /^\d\.\d$/u.test(source.slice(at - 1, at + 2))
      ? { arabic: source[at] ?? '', end: at + 1 }
      : null;
  return fold(source, switches, (at) => written.get(at) ?? sign(at));
}

/** Whether the two forms can differ for a wording: it holds a number. */
export const holdsNumber = (normal: string): boolean => /[\d〇零○一二三四五六七八九十百千]/u.test(normal);
