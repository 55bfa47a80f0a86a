// "Did you mean": the one likely slip in a query (a character of the same sound or a like shape, two exchanged, one too
// few or too many), by the noisy channel (Kernighan, Church & Gale 1990) over the archive's own words.
import { lookAlikes } from '../../language/look-alikes.js';
import { soundKey } from '../../language/pinyin.js';
import { dictionaryWords } from '../../language/segment.js';
import { auxiliaries, pronouns, questionWords, stopWords } from '../../language/stop-words.js';
import { createKeyIndex } from './key-index.js';
import type { Vocabulary } from './vocabulary.js';

export interface Correction {
  /** where the slip stands in the text, and what should */
  readonly start: number;
  readonly end: number;
  readonly word: string;
  /** how much likelier the text becomes, in nats */
  readonly gain: number;
}
export interface Spelling {
  /** Likely corrections of a text in index form, the likeliest first. */
  corrections(text: string): Correction[];
}

/** A text without a slip is so much likelier than one with a certain slip; fitted on one half of bench:spelling. */
const LEAST_GAIN = 5;
const LEAST_GAIN_IN_SENTENCE = 10;
/** Negative logarithm of how likely a kind of slip is, given that there is one. */
const SLIP = { sound: 1, shape: 2.5, exchange: 2.5, missing: 4, extra: 9, other: 8 } as const;
/** A word that came less often is not offered. */
const LEAST_TIMES = 4;
/** A word that came less often may be a slip. */
const RARE_TIMES = 3;
const [SHORTEST, LONGEST] = [2, 8];
/**
 * In a sentence a character often is a word (念初一): there only another sound or shape in a long word is a slip. What is
 * longer than titles' parts is a sentence too.
 */
const LEAST_IN_SENTENCE = 4;
const LONGEST_OF_WORDS = 14;
/** A number is as it was meant. */
const numeralsOf = (text: string): string => text.replace(/[^〇零一二三四五六七八九十百千万\d]/gu, '');
const spoken = '呢 吧 啊 呀 嘛 么 了 着 过 就 都 也 还 没 没有 别 不'.split(' ');
const sentenceWords: ReadonlySet<string> = new Set([...pronouns, ...questionWords, ...auxiliaries, ...spoken]);
/** These stand in titles as well. */
const inTitles: ReadonlySet<string> = new Set(
  '其 该 此 某 本 各 每 如何 可 应 使 进行 需要 关于 对于 以及 必须 做'.split(' '),
);
const isSentence = (words: readonly string[]): boolean =>
  words.some((word) => sentenceWords.has(word) && !inTitles.has(word));
/** A longer run is no query of words but a sentence, which context and not this has to judge. */
const MAX_RUN = 30;

const hanWord = /^\p{Script=Han}+$/u;

/** The text without one of its characters, each in turn. */
const withoutOne = (text: string): string[] =>
  Array.from({ length: text.length }, (_, i) => text.slice(0, i) + text.slice(i + 1));

/** What kind of slip makes `typed` of `word`, of another sound; null where it takes more than one. */
function slipBetween(word: string, typed: string): number | null {
  if (word.length === typed.length) {
    const different = [...word].map((c, i) => (c === typed[i] ? -1 : i)).filter((i) => i !== -1);
    const [first = 0, second = 0] = different;
    if (different.length === 1)
      return lookAlikes(word[first] ?? '').includes(typed[first] ?? '') ? SLIP.shape : SLIP.other;
    const exchanged = second === first + 1 && word[first] === typed[second] && word[second] === typed[first];
    return different.length === 2 && exchanged ? SLIP.exchange : null;
  }
  const [longer, shorter] = word.length > typed.length ? [word, typed] : [typed, word];
  if (longer.length !== shorter.length + 1 || !withoutOne(longer).includes(shorter)) return null;
  return longer === word ? SLIP.missing : SLIP.extra;
}

/** Built piece by piece; whoever runs it may rest between two. */
export function* createSpelling({ words, compounds, total }: Vocabulary): Generator<void, Spelling> {
  const timesOf = (word: string): number => words.get(word)?.times ?? compounds.get(word) ?? 0;
  const offered = [...new Set([...words.keys(), ...compounds.keys()])].filter(
    (word) => timesOf(word) >= LEAST_TIMES && word.length >= SHORTEST && word.length <= LONGEST && hanWord.test(word),
  );
  const bySound = yield* createKeyIndex(offered, (word) => [soundKey(word)]);
  const byRest = yield* createKeyIndex(offered, (word) => (word.length > SHORTEST ? withoutOne(word) : []));

  /** What a word costs: the negative logarithm of its share; a word of the language that the archive lacks counts once. */
  const costOf = (word: string, inLanguage: boolean): number => {
    const times = Math.max(timesOf(word), inLanguage ? 1 : word.length === 1 ? 0.3 : 0);
    return times === 0 ? Number.POSITIVE_INFINITY : Math.log((total + 1) / times);
  };

  /** The likeliest way to cut a run into words (Viterbi), and its cost. */
  function cut(run: string): { cost: number; words: string[] } {
    const inLanguage = new Set<number>();
    let at = 0;
    for (const word of dictionaryWords(run)) {
      if (word.length > 1) inLanguage.add(at * 64 + word.length);
      at += word.length;
    }
    const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
    for (let end = 1; end <= run.length; end++) {
      let cheapest = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
      for (let start = Math.max(0, end - LONGEST); start < end; start++) {
        const cost = (best[start]?.cost ?? 0) + costOf(run.slice(start, end), inLanguage.has(start * 64 + end - start));
        if (cost < cheapest.cost) cheapest = { cost, from: start };
      }
      best[end] = cheapest;
    }
    const found: string[] = [];
    for (let end = run.length; end > 0; end = best[end]?.from ?? 0) found.unshift(run.slice(best[end]?.from ?? 0, end));
    return { cost: best[run.length]?.cost ?? 0, words: found };
  }

  /** For every character whether it stands in a word that may be a slip: a lone character, or a rare word. */
  const doubtful = (cutWords: readonly string[]): boolean[] =>
    cutWords.flatMap((word) => {
      const doubt = word.length === 1 ? !stopWords.has(word) : timesOf(word) < RARE_TIMES;
      return [...word].map(() => doubt);
    });

  /** Words that `typed` may have been meant as, and what the slip costs. */
  function meant(typed: string): Map<string, number> {
    const found = new Map<string, number>();
    const take = (word: string, slip: number | null): void => {
      if (slip !== null && word !== typed) found.set(word, Math.min(found.get(word) ?? slip, slip));
    };
    const sound = soundKey(typed);
    for (const word of bySound(sound)) if (soundKey(word) === sound) take(word, SLIP.sound);
    if (typed.length === SHORTEST) {
      const [a = '', b = ''] = typed;
      for (const word of [b + a, ...lookAlikes(a).map((c) => c + b), ...lookAlikes(b).map((c) => a + c)]) {
        if (timesOf(word) >= LEAST_TIMES) take(word, slipBetween(word, typed));
      }
    }
    // Two characters are too few to tell what a third was; a word of three may have lost one.
    const rests = [typed, ...(typed.length > SHORTEST ? withoutOne(typed) : [])];
    for (const rest of rests) {
      for (const word of byRest(rest)) take(word, slipBetween(word, typed));
      if (rest.length > SHORTEST && rest !== typed && timesOf(rest) >= LEAST_TIMES) take(rest, SLIP.extra);
    }
    return found;
  }

  function inRun(run: string, offset: number): Correction[] {
    const asTyped = cut(run);
    const doubt = doubtful(asTyped.words);
    const sentence = run.length > LONGEST_OF_WORDS || isSentence(asTyped.words);
    if (!doubt.includes(true)) return [];
    const found: Correction[] = [];
    for (let start = 0; start < run.length; start++) {
      for (let end = start + SHORTEST; end <= Math.min(run.length, start + LONGEST); end++) {
        if (!doubt.slice(start, end).includes(true)) continue;
        for (const [word, slip] of meant(run.slice(start, end))) {
          if (sentence && (word.length < LEAST_IN_SENTENCE || slip > SLIP.shape)) continue;
          if (numeralsOf(word) !== numeralsOf(run.slice(start, end))) continue;
          const gain = asTyped.cost - cut(run.slice(0, start) + word + run.slice(end)).cost - slip;
          if (gain >= (sentence ? LEAST_GAIN_IN_SENTENCE : LEAST_GAIN))
            found.push({ start: offset + start, end: offset + end, word, gain });
        }
      }
    }
    return found;
  }

  return {
    corrections: (text) =>
      [...text.matchAll(/\p{Script=Han}+/gu)]
        .filter(([run]) => run.length >= SHORTEST && run.length <= MAX_RUN)
        .flatMap(({ 0: run, index }) => inRun(run, index))
        .sort((a, b) => b.gain - a.gain || a.start - b.start),
  };
}
