// Words → indicators: the name itself, names that hold the words as they stand, names that hold each word or what official
// texts say instead (幼儿园入园率: 学前教育毛入园率). Pure.
import { officialWords } from '../../language/everyday.js';
import { indexForm, keyTerms } from '../../language/segment.js';
import { indicatorName } from '../targets/indicator-name.js';

export interface FoundIndicators {
  /** The best first; among equals in the order of `names`. All of `names` where the words are empty. */
  readonly found: readonly string[];
  /** the one that the words name, or the only one they find */
  readonly named: string | null;
}

/** What is left of words when white space and marks are taken out. */
const plain = (text: string): string => indexForm(text).replace(/[^\p{L}\p{N}]+/gu, '');

export function findIndicators(words: string, names: readonly string[]): FoundIndicators {
  const typed = plain(words);
  if (typed === '') return { found: names, named: null };
  const usual = plain(indicatorName(indexForm(words)));
  const wholes = [...new Set([typed, usual])].filter((whole) => whole !== '');
  const asked = termsOf(words);
  const rankOf = (name: string): number => {
    const form = plain(name);
    if (wholes.includes(form) || (asked.length === 1 && asked[0]?.includes(form))) return 0;
    if (wholes.some((whole) => form.includes(whole))) return 1;
    return asked.length > 0 && asked.every((ways) => ways.some((way) => form.includes(way))) ? 2 : 3;
  };
  const ranked = names.map((name) => ({ name, rank: rankOf(name) })).filter(({ rank }) => rank < 3);
  const found = ranked.toSorted((a, b) => a.rank - b.rank).map(({ name }) => name);
  const [best, second] = ranked.toSorted((a, b) => a.rank - b.rank);
  const named = best && (best.rank === 0 || second === undefined) ? best.name : null;
  return { found, named };
}

/** Each word with the ways in which a name may say it. */
function termsOf(words: string): string[][] {
  let rest = indexForm(words);
  const everyday = officialWords(rest).map(({ everyday: word, official }) => {
    rest = rest.replaceAll(word, ' ');
    return [word, ...official].flatMap((way) => [plain(way), plain(indicatorName(way))]);
  });
  const others = keyTerms(rest).map((term) => [plain(term)]);
  return [...everyday, ...others].map((ways) => ways.filter((way) => way !== '')).filter((ways) => ways.length > 0);
}

const bigrams = (name: string): Set<string> =>
  new Set([...name].slice(1).map((character, i) => [...name][i] + character));

/** Names that share pairs of characters with one, the nearest first; not the name itself. A pair that many names hold (比例) tells little. */
export function nearestNames(name: string, names: readonly string[], limit: number): string[] {
  const own = bigrams(plain(indicatorName(indexForm(name))));
  if (own.size === 0) return [];
  const others = names.filter((other) => other !== name).map((other) => ({ other, pairs: bigrams(plain(other)) }));
  const holders = new Map<string, number>();
  for (const { pairs } of others) for (const pair of pairs) holders.set(pair, (holders.get(pair) ?? 0) + 1);
  const weight = (pairs: Iterable<string>): number => {
    let sum = 0;
    for (const pair of pairs) sum += Math.log(1 + names.length / (holders.get(pair) ?? 1));
    return sum;
  };
  const ownWeight = weight(own);
  return others
    .map(({ other, pairs }) => {
      const shared = weight([...own].filter((pair) => pairs.has(pair)));
      return { other, likeness: (2 * shared) / (ownWeight + weight(pairs)) };
    })
    .filter(({ likeness }) => likeness >= MIN_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limit)
    .map(({ other }) => other);
}
/** Less in common is another matter that happens to share a word. */
const MIN_LIKENESS = 0.25;
