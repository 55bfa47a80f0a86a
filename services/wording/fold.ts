// A text folded unit by unit: some left out, some shown otherwise, numbers in digits; with the way back to what was folded.
// It runs over every text that may hold a wording, so it looks units up in tables and makes no strings on its way.
import { type ArabicNumber, arabicNumbers } from '../language/numerals.js';

export interface Switches {
  /** leave punctuation and symbols out */
  readonly punctuation: boolean;
  /** traditional characters as simplified ones, capitals as small letters */
  readonly script: boolean;
  /** Chinese numerals as digits */
  readonly numerals: boolean;
}

export interface FoldedText {
  readonly text: string;
  /** where each unit of `text` stands in what was folded, and where what it was read from ends */
  readonly at: Uint32Array;
  readonly ends: Uint32Array;
}

const digits = new Map([...'〇零一二三四五六七八九'].map((character, i) => [character, String(Math.max(0, i - 1))]));

/** Single UTF-16 units are judged alike again and again: 0 not known yet, 1 stays, 2 is punctuation or a symbol. */
const judged = new Uint8Array(0x10000);
export function isPunctuation(unit: string): boolean {
  const code = unit.charCodeAt(0);
  if (judged[code] === 0) judged[code] = /[\p{P}\p{S}]/u.test(unit) ? 2 : 1;
  return judged[code] === 2;
}

/** By unit: the one that is shown for it, or one of these. */
const NOT_KNOWN = -1;
const LEFT_OUT = -2;
const SEVERAL = -3;
const tables = new Map<string, Int32Array>();
function tableFor({ punctuation, script, numerals }: Switches): Int32Array {
  const key = `${punctuation} ${script} ${numerals}`;
  const table = tables.get(key) ?? new Int32Array(0x10000).fill(NOT_KNOWN);
  tables.set(key, table);
  return table;
}

function shownFor(unit: string, { punctuation, script, numerals }: Switches): string {
  if (punctuation && isPunctuation(unit)) return '';
  const shown = numerals ? (digits.get(unit) ?? unit) : unit;
  return script ? shown.toLowerCase() : shown;
}
const entryFor = (shown: string): number =>
  shown.length === 1 ? shown.charCodeAt(0) : shown === '' ? LEFT_OUT : SEVERAL;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
/** Signs that belong to a number stay with it: 3.5%. */
const isOfNumber = (source: string, i: number, code: number): boolean =>
  code === 0x25 || (code === 0x2e && isDigit(source.charCodeAt(i - 1)) && isDigit(source.charCodeAt(i + 1)));

function fold(source: string, switches: Switches, numbers: readonly ArabicNumber[] | null): FoldedText {
  const table = tableFor(switches);
  let units = new Uint16Array(source.length);
  let at = new Uint32Array(source.length);
  let ends = new Uint32Array(source.length);
  let count = 0;
  /** What is longer than what it was read from: there is room for it and for the rest. */
  const put = (shown: string, start: number, end: number): void => {
    const most = count + shown.length + source.length - end;
    const room = most > units.length ? most + (most >> 3) : 0;
    if (room > 0) [units, at, ends] = [larger(units, room), larger(at, room), larger(ends, room)];
    for (let k = 0; k < shown.length; k++) {
      units[count] = shown.charCodeAt(k);
      at[count] = start;
      ends[count++] = end;
    }
  };
  let next = 0;
  for (let i = 0; i < source.length; ) {
    const number = numbers?.[next];
    if (number?.start === i) {
      put(number.arabic, i, number.end);
      i = number.end;
      next++;
      continue;
    }
    const code = source.charCodeAt(i);
    let shown = table[code]!; // one for every unit
    if (shown === NOT_KNOWN) shown = table[code] = entryFor(shownFor(source.charAt(i), switches));
    if (shown === SEVERAL) put(shownFor(source.charAt(i), switches), i, i + 1);
    else if (shown !== LEFT_OUT || (numbers && isOfNumber(source, i, code))) {
      units[count] = shown === LEFT_OUT ? code : shown;
      at[count] = i;
      ends[count++] = i + 1;
    }
    i++;
  }
  return { text: textOf(units.subarray(0, count)), at, ends };
}

function larger<List extends Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(list: List, length: number): List {
  const made = (list instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length)) as List; // as it came
  made.set(list);
  return made;
}

const textOf = ({ buffer, byteLength }: Uint16Array): string => Buffer.from(buffer, 0, byteLength).toString('utf16le');

/** Numerals are folded one by one (二〇二一 → 2021): whatever holds a wording as it stands holds it in this form. @param source as read */
export const foldedForm = (source: string, switches: Switches): FoldedText => fold(source, switches, null);

/** Numbers as they are counted (第二十条 → 第20条, 百分之三 → 3%); a part of a number is no match of another number. */
export const countedForm = (source: string, switches: Switches): FoldedText =>
  fold(source, switches, arabicNumbers(source));
