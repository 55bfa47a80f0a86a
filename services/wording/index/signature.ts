// Which characters and pairs of characters a text may hold, in whatever form: a set of bits that may say yes too often and
// never says no wrongly. Looser forms fold a text anew for each search; this spares all texts that cannot hold the phrase.
import { isPunctuation } from '../fold.js';
import { readBy, readingsFor } from '../forms.js';
import type { Phrase } from '../phrase.js';

/** What numbers are written with: folded in ways that a set of pairs cannot follow, so no pair reaches across one. */
const inNumbers = new Set('0123456789〇零○一二三四五六七八九十百千点分之');

/** Every character (as a small letter) and every pair of them; punctuation is passed over. */
function eachKey(normal: string, take: (key: number) => void): void {
  let before = 0;
  for (let i = 0; i < normal.length; i++) {
    const unit = normal.charAt(i);
    if (isPunctuation(unit)) continue;
    if (inNumbers.has(unit)) {
      before = 0;
      continue;
    }
    const small = unit.toLowerCase();
    for (let k = 0; k < small.length; k++) {
      const code = small.charCodeAt(k);
      take(code);
      if (before !== 0) take(((before << 16) | code) >>> 0);
      before = code;
    }
  }
}

/** Two bits or more for each character of the text: 4 KB for 15,000 characters. */
const BITS_A_CHARACTER = 2;

const bitOf = (key: number, bits: number): number => (Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 5) & (bits - 1);

export function signatureOf(text: { readonly normal: string }): Uint32Array {
  const { normal } = text;
  const bits = Math.max(1024, Math.min(2 ** 22, 2 ** Math.ceil(Math.log2(normal.length * BITS_A_CHARACTER + 1))));
  const signature = new Uint32Array(bits / 32);
  const set = (key: number): void => {
    const bit = bitOf(key, bits);
    signature[bit >>> 5]! |= 1 << (bit & 31); // in bounds
  };
  eachKey(normal, set);
  const read = new Set(readingsFor({ script: true }).map((reading) => readBy(reading, text)));
  for (const other of read) if (other !== normal) eachKey(other, set);
  return signature;
}

/** What a text must hold for the phrase to be in it: all of one of the lists. */
export function keysOf({ normal, switches }: Pick<Phrase, 'normal' | 'switches'>): number[][] {
  const read = new Set(readingsFor(switches).map((reading) => reading(normal)));
  return [...read].map((text) => {
    const keys = new Set<number>();
    eachKey(text, (key) => keys.add(key));
    return [...keys];
  });
}

export function mayHold(signature: Uint32Array, ways: readonly (readonly number[])[]): boolean {
  const bits = signature.length * 32;
  return ways.some((keys) =>
    keys.every((key) => {
      const bit = bitOf(key, bits);
      return (signature[bit >>> 5]! & (1 << (bit & 31))) !== 0; // in bounds
    }),
  );
}
