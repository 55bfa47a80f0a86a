// The archive's words and how often each stands in it.
import { indexForm, segments } from '../../language/segment.js';
import { stopWords } from '../../language/stop-words.js';

export interface Frequency {
  readonly times: number;
  /** texts that hold it */
  readonly documents: number;
}
export interface Vocabulary {
  /** words of the texts read that came twice at least */
  readonly words: ReadonlyMap<string, Frequency>;
  /** two words side by side, written as one (实施办法) → times; the frequent ones only */
  readonly compounds: ReadonlyMap<string, number>;
  /** words read, with repetition */
  readonly total: number;
}

/** So many characters are cut at a time (about 5 ms). */
const PIECE = 6_000;
/** Above this many different words those that came once are forgotten. */
const MAX_WORDS = 200_000;
/** Above this many different compounds those that came once are forgotten. */
const MAX_COMPOUNDS = 400_000;
const KEPT_COMPOUNDS = 60_000;
const LEAST_TIMES = 5;
const LONGEST_COMPOUND = 8;
const word = /^[\p{L}\p{N}]+$/u;
const hanWord = /^\p{Script=Han}+$/u;

interface Counter {
  times: number;
  documents: number;
  /** the text that it was last seen in */
  last: number;
}
/** A word that can be part of a compound; undefined for anything else. */
const part = (segment: string): string | undefined =>
  hanWord.test(segment) && !stopWords.has(segment) ? segment : undefined;
const frequent = (compounds: ReadonlyMap<string, number>): Map<string, number> =>
  new Map(
    [...compounds]
      .filter(([, times]) => times >= LEAST_TIMES)
      .sort((a, b) => b[1] - a[1])
      .slice(0, KEPT_COMPOUNDS),
  );

const forgetOnce = (words: Map<string, Counter>): void => {
  for (const [text, { times }] of words) if (times === 1) words.delete(text);
};

/** Counts piece by piece; whoever runs it may rest between two. */
export function* countWords(texts: Iterable<string>): Generator<void, Vocabulary> {
  const words = new Map<string, Counter>();
  const compounds = new Map<string, number>();
  let total = 0;
  let number = 0;
  for (const text of texts) {
    number++;
    for (let at = 0; at < text.length; at += PIECE) {
      let before: string | undefined;
      for (const segment of segments(indexForm(text.slice(at, at + PIECE)))) {
        const here = part(segment);
        if (before && here && before.length + here.length <= LONGEST_COMPOUND) {
          compounds.set(before + here, (compounds.get(before + here) ?? 0) + 1);
        }
        before = here;
        if (!word.test(segment)) continue;
        total++;
        const known = words.get(segment);
        if (!known) words.set(segment, { times: 1, documents: 1, last: number });
        else {
          known.times++;
          if (known.last !== number) known.documents++;
          known.last = number;
        }
      }
      if (words.size > MAX_WORDS) forgetOnce(words);
      if (compounds.size > MAX_COMPOUNDS) {
        for (const [text, times] of compounds) if (times === 1) compounds.delete(text);
      }
      yield;
    }
  }
  forgetOnce(words);
  return { words, compounds: frequent(compounds), total };
}
