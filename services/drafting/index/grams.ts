// Runs of three characters as numbers, and a sentence's hash: what the sentence index is addressed by.

/** Characters of a sentence that are looked at: a bound on the work that one sentence can ask for. */
export const MAX_SENTENCE = 600;
const WIDTH = 3;

const mixed = (hash: number): number => {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b); // murmur3's finalizer
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

/** The hash of every run of three characters, from left to right; of a shorter text, of all of it. */
export function eachGram(text: string, take: (hash: number) => void): void {
  const length = Math.min(text.length, MAX_SENTENCE);
  const last = Math.max(0, length - WIDTH);
  for (let at = 0; at <= last; at++) {
    let hash = 0x811c9dc5; // FNV-1a
    for (let i = at; i < Math.min(at + WIDTH, length); i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    take(mixed(hash));
  }
}

export function hashOf(text: string): number {
  let hash = 0x811c9dc5 ^ text.length;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixed(hash);
}
