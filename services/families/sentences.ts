// A text as the sentences that are compared: line breaks end one too, and so do 。！？；.
import { normalForm } from '../domain/text.js';
import { atOnce, every } from '../process/in-slices.js';

export interface Sentence {
  /** into the whole text */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** normal form: sentences with the same one are the same */
  readonly key: string;
}

const sentence = /[^\n。！？；]*(?:[。！？；]+["'”’」』）)]*|\n|$)/gu;

export const sentencesOf = (text: string): Sentence[] => atOnce(sentenceSteps(text));

export function* sentenceSteps(text: string): Generator<void, Sentence[]> {
  const found: Sentence[] = [];
  const rest = every(20);
  for (const match of text.matchAll(sentence)) {
    if (rest()) yield;
    const trimmed = match[0].trim();
    const key = normalForm(trimmed);
    if (key === '') continue;
    const start = match.index + match[0].indexOf(trimmed);
    found.push({ start, end: start + trimmed.length, text: trimmed, key });
  }
  return found;
}

export const bigrams = (key: string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.min(key.length, 2000) - 1; i++) {
    const gram = key.slice(i, i + 2);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
};

/** Dice's coefficient of the sentences' character bigrams. */
export function likeness(a: Map<string, number>, b: Map<string, number>): number {
  let both = 0;
  let all = 0;
  for (const [gram, count] of a) {
    both += Math.min(count, b.get(gram) ?? 0);
    all += count;
  }
  for (const count of b.values()) all += count;
  return all === 0 ? 0 : (2 * both) / all;
}

const MIN_LIKENESS = 0.4;
const MAX_CELLS = 40_000;

/** Which sentences of `a` became which of `b`: pairs in order, so that they are alike together as much as can be. */
export const pairs = (a: readonly Sentence[], b: readonly Sentence[]): [number, number][] => atOnce(pairSteps(a, b));

export function* pairSteps(a: readonly Sentence[], b: readonly Sentence[]): Generator<void, [number, number][]> {
  if (a.length * b.length > MAX_CELLS || a.length === 0 || b.length === 0) return [];
  const rest = every(20);
  const gramsOf = function* (sentences: readonly Sentence[]): Generator<void, Map<string, number>[]> {
    const grams: Map<string, number>[] = [];
    for (const { key } of sentences) {
      grams.push(bigrams(key));
      if (rest()) yield;
    }
    return grams;
  };
  const [gramsA, gramsB] = [yield* gramsOf(a), yield* gramsOf(b)];
  const width = b.length + 1;
  const best = new Float64Array((a.length + 1) * width);
  const alike = new Float64Array(a.length * b.length);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      if (rest()) yield;
      const like = likeness(gramsA[i]!, gramsB[j]!); // in bounds, as below
      alike[i * b.length + j] = like;
      const together = like < MIN_LIKENESS ? 0 : like + best[(i + 1) * width + j + 1]!;
      best[i * width + j] = Math.max(together, best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  }
  const out: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const like = alike[i * b.length + j]!;
    const here = best[i * width + j]!;
    if (like >= MIN_LIKENESS && here === like + best[(i + 1) * width + j + 1]!) out.push([i++, j++]);
    else if (here === best[(i + 1) * width + j]) i++;
    else j++;
  }
  return out;
}
