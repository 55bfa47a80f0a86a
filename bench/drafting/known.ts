// What slips are made from: the titles, numbers, articles and repeals that an archive writes, read plainly.
import { normalForm } from '../../services/domain/text.js';
import { readNumber } from '../../services/language/chinese-numbers.js';
import { type Known, plainTitle } from './slips.js';

export function articleNumbers(text: string): number[] {
  const found = [...text.matchAll(/^[\s　]*第([一二三四五六七八九十百零〇\d]{1,7})条/gmu)].flatMap(
    ([, written = '']) => readNumber(written) ?? [],
  );
  return [...new Set(found)].sort((a, b) => a - b);
}

export interface Stored {
  readonly title: string;
  readonly text: string;
}

const gone =
  /《([^《》]{4,60})》(?:[（(][^（）()]{1,40}[）)])?(?:[、和及]《[^《》]+》(?:[（(][^（）()]{1,40}[）)])?)*(?:同时|即行|予以)废止/gu;

export function knownOf(documents: readonly Stored[]): Known {
  const titles = new Set<string>();
  const numbers = new Set<string>();
  const held = new Map<string, string[]>();
  const repeals = new Map<string, string[]>();
  for (const { title, text } of documents) {
    const plain = plainTitle(title);
    titles.add(plain);
    held.set(plain, [...(held.get(plain) ?? []), text]);
    for (const [, words = ''] of text.matchAll(/《([^《》]{2,80})》/gu)) titles.add(plainTitle(words));
    for (const [written] of text.matchAll(/\p{Script=Han}{1,8}〔\d{4}〕\d{1,4}(?=号)/gu)) numbers.add(written);
    for (const [, words = ''] of text.matchAll(gone))
      if (plainTitle(words) !== plain) repeals.set(plain, [...(repeals.get(plain) ?? []), words]);
  }
  // one text alone, or the articles of versions would be mixed
  const textOf = (title: string): readonly string[] => held.get(plainTitle(title)) ?? [];
  return {
    titles,
    numbers: [...numbers].sort(),
    articlesOf: (title) => {
      const all = textOf(title);
      const found = all.map(articleNumbers).filter((list) => list[0] === 1 && list.length >= 0.95 * (list.at(-1) ?? 0));
      return found.length === all.length ? [...(found.toSorted((a, b) => b.length - a.length)[0] ?? [])] : [];
    },
    textsOf: (title) => textOf(title).map(normalForm),
    repealedBy: (title) => repeals.get(plainTitle(title)) ?? [],
  };
}
