// The loose form of a wording: punctuation left out, traditional characters and Chinese numerals folded.
import { arabicNumbers } from '../language/numerals.js';
import { simplified } from '../language/segment.js';

const numerals = new Map([...'〇零一二三四五六七八九'].map((character, i) => [character, String(Math.max(0, i - 1))]));

export interface LooseText {
  readonly text: string;
  /** where each unit of `text` stands in the normal form, and where what it was read from ends */
  readonly at: Uint32Array;
  readonly ends: Uint32Array;
}

const isLeftOut = (unit: string): boolean => /[\p{P}\p{S}]/u.test(unit);

/** `number(i)`: the number that begins at unit i, in digits, and its end; null where none does. */
function fold(source: string, number: (at: number) => { arabic: string; end: number } | null): LooseText {
  const at: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (let i = 0; i < source.length; ) {
    const unit = source[i] ?? '';
    const read = number(i);
    const end = read?.end ?? i + 1;
    for (const shown of read?.arabic ?? (isLeftOut(unit) ? '' : (numerals.get(unit) ?? unit).toLowerCase())) {
      text += shown;
      at.push(i);
      ends.push(end);
    }
    i = end;
  }
  return { text, at: Uint32Array.from(at), ends: Uint32Array.from(ends) };
}

const comparable = (normal: string): string => {
  const folded = simplified(normal);
  return folded.length === normal.length ? folded : normal; // else offsets would not hold
};

/** Numerals are folded one by one (二〇二一 → 2021): whatever holds a wording as it stands holds it in this form. */
export const looseForm = (normal: string): LooseText => fold(comparable(normal), () => null);

/** Numbers as they are counted (第二十条 → 第20条, 百分之三 → 3%); a part of a number is no match of another number. */
export function countedForm(normal: string): LooseText {
  const source = comparable(normal);
  const written = new Map(arabicNumbers(source).map(({ start, end, arabic }) => [start, { end, arabic }]));
  /** A sign that belongs to a number: 3.5%. */
  const sign = (at: number) =>
    source[at] === '%' || /^\d\.\d$/u.test(source.slice(at - 1, at + 2))
      ? { arabic: source[at] ?? '', end: at + 1 }
      : null;
  return fold(source, (at) => written.get(at) ?? sign(at));
}

/** Whether the two forms can differ for a wording: it holds a number. */
export const holdsNumber = (normal: string): boolean => /[\d〇零○一二三四五六七八九十百千]/u.test(normal);
