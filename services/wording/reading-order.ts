// The order in which a reader of Chinese looks things up: by pinyin, character by character of the normal form.

const collator = new Intl.Collator('zh-u-co-pinyin');

/** Signs and letters, and the unified ideographs; whatever else there is comes after, by code point. */
const ranges = [
  [0x20, 0x17f],
  [0x3000, 0x303f],
  [0x4e00, 0x9fff],
] as const;

let ranks: Uint32Array | undefined;
function ranked(): Uint32Array {
  if (ranks) return ranks;
  const characters = ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i)),
  );
  characters.sort((a, b) => collator.compare(a, b) || (a < b ? -1 : 1));
  ranks = Uint32Array.from({ length: 0x10000 }, (_, code) => 0x10000 + code);
  for (const [rank, character] of characters.entries()) ranks[character.charCodeAt(0)] = rank;
  return ranks;
}

/** Compares what follows `a` in one text with what follows `b` in another; where one ends first, that comes first. */
export function compareAfter(aText: string, a: number, bText: string, b: number, most: number): number {
  const rank = ranked();
  for (let i = 0; i < most; i++) {
    const [x, y] = [a + i, b + i];
    if (x >= aText.length || y >= bText.length) return Number(x < aText.length) - Number(y < bText.length);
    const difference = rank[aText.charCodeAt(x)]! - rank[bText.charCodeAt(y)]!; // one for every unit
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The same with what stands before, read from the place outwards. */
export function compareBefore(aText: string, a: number, bText: string, b: number, most: number): number {
  const rank = ranked();
  for (let i = 1; i <= most; i++) {
    const [x, y] = [a - i, b - i];
    if (x < 0 || y < 0) return Number(x >= 0) - Number(y >= 0);
    const difference = rank[aText.charCodeAt(x)]! - rank[bText.charCodeAt(y)]!; // one for every unit
    if (difference !== 0) return difference;
  }
  return 0;
}

export const compareWords = (a: string, b: string): number => collator.compare(a, b);
