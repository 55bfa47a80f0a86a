// Which words go by a key, in little memory: hashes of keys beside the words' numbers, sorted, in one typed array.

/** FNV-1a, 32 bits. */
function hash(key: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) value = Math.imul(value ^ key.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Room for the words' numbers beside the hash: 32 + 21 bits are exact in a double. */
const WORDS = 2 ** 21;

/** Gives the words of a key, and seldom others, whose keys have the same hash: whoever asks verifies. */
export function* createKeyIndex(
  words: readonly string[],
  keysOf: (word: string) => readonly string[],
): Generator<void, (key: string) => string[]> {
  const entries: number[] = [];
  for (const [number, word] of words.slice(0, WORDS).entries()) {
    for (const key of keysOf(word)) entries.push(hash(key) * WORDS + number);
    if (number % 300 === 299) yield;
  }
  const sorted = Float64Array.from(entries).sort();
  yield;
  return (key) => {
    const from = hash(key) * WORDS;
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let at = low; at < sorted.length && (sorted[at] ?? 0) < from + WORDS; at++) {
      found.push(words[(sorted[at] ?? 0) - from] ?? '');
    }
    return found;
  };
}
