// Exact words taken from the archive itself: an index has to find every passage in which the catalogue has them.
import type { Catalogue } from '../catalogue/open.js';
import { indexForm } from '../language/segment.js';
import type { Question } from './canaries.js';

/** As many characters as both engines look for in one term. */
const PHRASE = /\p{Script=Han}{8}/gu;
/** The most that a leg gives; a phrase in more passages than half of it is a set one, and not asked. */
const DEPTH = 4_096;
const MOST_HOLDERS = DEPTH / 2;

/** A phrase from the middle of a text, as it is also in index form: there it stands wherever the text has it. */
export function phraseIn(text: string): string | null {
  const phrases = text.match(PHRASE)?.filter((phrase) => indexForm(phrase) === phrase) ?? [];
  return phrases[Math.floor(phrases.length / 2)] ?? null;
}

/** @param phrases phrase → what it was taken from */
export function phraseQuestions(catalogue: Catalogue, phrases: ReadonlyMap<string, string>): Question[] {
  const holders = holdersOf(catalogue, [...phrases.keys()]);
  return [...phrases].flatMap(([phrase, of]): Question[] => {
    const wanted = holders.get(phrase) ?? [];
    if (wanted.length > MOST_HOLDERS) return [];
    return [
      {
        kind: 'phrase',
        of,
        expected: wanted.length,
        async ask(index) {
          const keyword = { text: phrase, terms: [phrase] };
          const { keyword: leg } = await index.query({ keyword, filter: {}, depth: DEPTH, vectorMatches: 0 });
          const given = new Set(leg?.scores.map(({ id }) => id));
          return wanted.filter((id) => given.has(id)).length;
        },
      },
    ];
  });
}

/** Ids of the passages that hold each phrase. */
function holdersOf(catalogue: Catalogue, phrases: readonly string[]): Map<string, number[]> {
  const holders = new Map<string, number[]>(phrases.map((phrase) => [phrase, []]));
  for (const { id } of catalogue.documents.list(Number.MAX_SAFE_INTEGER, 0)) {
    const { text } = catalogue.documents.text(id);
    const held = phrases.filter((phrase) => text.includes(phrase));
    if (held.length === 0) continue;
    for (const passage of catalogue.documents.passages(id)) {
      for (const phrase of held) if (passage.text.includes(phrase)) holders.get(phrase)?.push(passage.id);
    }
  }
  return holders;
}
