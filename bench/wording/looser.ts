// The looser forms from their definition, naively: every text written out anew in each form, and looked through from left to
// right. Numbers in Chinese and simplified characters are read by the project's own readers.
import { arabicNumbers } from '../../services/language/numerals.js';
import { simplified } from '../../services/language/segment.js';

export interface Looser {
  readonly punctuation: boolean;
  readonly script: boolean;
  readonly numerals: boolean;
}
interface Piece {
  readonly shown: string;
  readonly start: number;
  readonly end: number;
}
interface Written {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const digits = '〇零一二三四五六七八九';
const digitOf = (unit: string): string | undefined => {
  const at = digits.indexOf(unit);
  return at === -1 ? undefined : String(Math.max(0, at - 1));
};

/** Simplified by words, and one by one. */
function readings(normal: string, script: boolean): string[] {
  if (!script) return [normal];
  const whole = simplified(normal);
  return [
    whole.length === normal.length ? whole : normal,
    normal
      .split('')
      .map((unit) => (simplified(unit).length === 1 ? simplified(unit) : unit))
      .join(''),
  ];
}

function piecesOf(source: string, how: Looser, counted: boolean): Piece[] {
  const numbers = counted ? arabicNumbers(source) : [];
  const pieces: Piece[] = [];
  for (let at = 0; at < source.length; at++) {
    const number = numbers.find(({ start }) => start === at);
    if (number) {
      pieces.push({ shown: number.arabic, start: at, end: number.end });
      at = number.end - 1;
      continue;
    }
    const unit = source.charAt(at);
    const inNumber =
      counted &&
      (unit === '%' || (unit === '.' && /\d/.test(source.charAt(at - 1)) && /\d/.test(source.charAt(at + 1))));
    if (!inNumber && how.punctuation && /[\p{P}\p{S}]/u.test(unit)) continue;
    const digit = how.numerals ? digitOf(unit) : undefined;
    const shown = digit ?? unit;
    pieces.push({ shown: how.script && !inNumber ? shown.toLowerCase() : shown, start: at, end: at + 1 });
  }
  return pieces;
}

function write(source: string, how: Looser, counted: boolean): Written {
  const pieces = piecesOf(source, how, counted);
  return {
    text: pieces.map(({ shown }) => shown).join(''),
    starts: pieces.flatMap(({ shown, start }) => new Array<number>(shown.length).fill(start)),
    ends: pieces.flatMap(({ shown, end }) => new Array<number>(shown.length).fill(end)),
  };
}

/** The forms of a text: by reading, numerals one by one and as they are counted. */
export const writtenForms = (normal: string, how: Looser): Written[] =>
  readings(normal, how.script).flatMap((source) =>
    (how.numerals ? [false, true] : [false]).map((counted) => write(source, how, counted)),
  );

/** Occurrences in all forms together, from left to right without overlap; of two that begin at one place the longer. */
export function naiveOccurrences(forms: readonly Written[], phrase: readonly Written[]): number {
  const found: { start: number; end: number }[] = [];
  for (const [i, { text, starts, ends }] of forms.entries()) {
    const needle = phrase[i]!.text; // as many forms as the text has
    for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + needle.length)) {
      found.push({ start: starts[at]!, end: ends[at + needle.length - 1]! }); // in bounds
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let count = 0;
  let free = 0;
  for (const { start, end } of found) {
    if (start < free) continue;
    count++;
    free = end;
  }
  return count;
}
