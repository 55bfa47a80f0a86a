// Whether what is right stands anywhere else in the archive, so that a slip can be seen without the draft's own source:
// the most that can be found.
import { plainTitle } from './slips.js';

const marked = /《([^《》]{2,80})》/gu;
const numbered = /\p{Script=Han}{1,8}[〔（(［[](\d{4})[〕）)］\]](\d{1,4})(?=号)/gu;

/** Which documents write a title, bear it, or write a number. */
export interface Written {
  readonly titles: ReadonlyMap<string, ReadonlySet<string>>;
  readonly numbers: ReadonlyMap<string, ReadonlySet<string>>;
}

const titlesIn = (text: string): string[] => [...text.matchAll(marked)].map(([, title = '']) => plainTitle(title));
/** The end of the code, year and serial: what runs into a number from before it does not count. */
const numbersIn = (text: string): string[] =>
  [...text.matchAll(numbered)].map(
    ([all, year = '', n = '']) => `${all.replace(/[^\p{Script=Han}].*$/su, '').slice(-2)} ${year} ${n}`,
  );

export function writtenIn(documents: readonly { id: string; title: string; text: string }[]): Written {
  const titles = new Map<string, Set<string>>();
  const numbers = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, id: string): void =>
    void map.set(key, (map.get(key) ?? new Set()).add(id));
  for (const { id, title, text } of documents) {
    for (const one of [plainTitle(title), ...titlesIn(text)]) add(titles, one, id);
    for (const one of numbersIn(text)) add(numbers, one, id);
  }
  return { titles, numbers };
}

export interface Slipped {
  readonly way: string;
  /** the sentence before, and with the slip */
  readonly was: string;
  readonly is: string;
  /** the sentence as it was stands in another document, or one that cites the same with it */
  readonly isElsewhere: boolean;
}

/** An article that is not there, a repealed document and a quotation are made from documents that are held. */
export function isKnowable(
  { way, was, is, isElsewhere }: Slipped,
  written: Written,
  without: ReadonlySet<string>,
): boolean {
  if (way === 'beyond' || way === 'repealed' || way === 'quote') return true;
  if (way === 'otherArticle' || isElsewhere) return isElsewhere;
  const [map, read] = way === 'title' ? [written.titles, titlesIn] : [written.numbers, numbersIn];
  const now = new Set(read(is));
  return read(was).some((one) => !now.has(one) && [...(map.get(one) ?? [])].some((id) => !without.has(id)));
}
