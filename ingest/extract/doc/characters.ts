// The characters of a Word file in reading order, with what they are: deleted, hidden, code of a field, or a symbol.
import { plainSign, withPlainSigns } from '../symbol-signs.js';
import { type Formatted, runAfter } from './formatting.js';
import type { Piece } from './pieces.js';
import { amount, sprms } from './sprms.js';

export interface Characters {
  readonly text: string;
  /** a byte a character, of the marks below */
  readonly marks: Uint8Array;
  /** what to show in place of a symbol, by its place in the text */
  readonly symbols: ReadonlyMap<number, string>;
  /** where a character lies in the stream WordDocument, and where it ends; null outside of the text */
  positionOf(at: number): { readonly from: number; readonly to: number } | null;
}

export const deleted = 1;
export const hidden = 2;
export const fieldCode = 4;

const deletedCode = 0x0800;
const hiddenCode = 0x083c;
const symbolCode = 0x6a09;
const deepestField = 20;

interface Look {
  readonly marks: number;
  readonly symbol: string | null;
}

function lookOf(properties: Buffer): Look {
  let marks = 0;
  let symbol: string | null = null;
  for (const sprm of sprms(properties)) {
    const on = (amount(sprm) & 0xff) === 1;
    if (sprm.code === deletedCode) marks = on ? marks | deleted : marks & ~deleted;
    else if (sprm.code === hiddenCode) marks = on ? marks | hidden : marks & ~hidden;
    else if (sprm.code === symbolCode && sprm.operand.length >= 4) {
      const point = sprm.operand.readUInt16LE(2);
      symbol = point < 0x100 || (point >= 0xe000 && point <= 0xf8ff) ? plainSign(point) : String.fromCharCode(point);
    }
  }
  return { marks, symbol };
}

/** Marks the codes of fields, from their beginning to where their result begins or, without one, to their end. */
function markFields(text: string, marks: Uint8Array): void {
  const open: { from: number; codeTo: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x13 || code > 0x15) continue;
    const last = open.at(-1);
    if (code === 0x13) open.push({ from: at, codeTo: -1 });
    else if (code === 0x14 && last && last.codeTo < 0) last.codeTo = at;
    else if (code === 0x15 && last) {
      open.pop();
      // An inner field lies within the outer's code or result; each place is marked once for all its depth.
      const to = last.codeTo < 0 ? at : last.codeTo;
      if (open.length < deepestField) for (let i = last.from; i <= to; i++) marks[i] = (marks[i] ?? 0) | fieldCode;
    }
  }
}

export function readCharacters(pieces: readonly Piece[], runs: readonly Formatted[]): Characters {
  const text = pieces.map((piece) => piece.text).join('');
  const marks = new Uint8Array(text.length);
  const symbols = new Map<number, string>();
  const looks = runs.map(({ properties }) => lookOf(properties));
  const starts: number[] = [];
  let start = 0;
  for (const { text: own, position, width } of pieces) {
    starts.push(start);
    const end = position + own.length * width;
    for (let run = runAfter(runs, position); run < runs.length && (runs[run]?.from ?? end) < end; run++) {
      const look = looks[run];
      const { from = 0, to = 0 } = runs[run] ?? {};
      if (!look || (look.marks === 0 && look.symbol === null)) continue;
      const first = start + Math.max(0, Math.ceil((from - position) / width));
      const last = start + Math.min(own.length, Math.ceil((to - position) / width));
      for (let at = first; at < last; at++) {
        marks[at] = look.marks;
        if (look.symbol !== null) symbols.set(at, look.symbol);
      }
    }
    start += own.length;
  }
  markFields(text, marks);
  return {
    text,
    marks,
    symbols,
    positionOf(at) {
      let [low, high] = [0, starts.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= at) low = middle + 1;
        else high = middle;
      }
      const piece = pieces[low - 1];
      if (!piece) return null;
      const from = piece.position + (at - (starts[low - 1] ?? 0)) * piece.width;
      return { from, to: from + piece.width };
    },
  };
}

/** Characters as a reader sees them; marks of pictures, notes and comments show nothing. Lines break at \n. */
export const shown = (text: string): string =>
  withPlainSigns(text)
    .replace(/[\x0b\x0c\x0e]/g, '\n')
    .replace(/\x1e/g, '-')
    .replace(/[\0-\x08\x0d-\x1f\u00ad]/g, '');
