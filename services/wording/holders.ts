// Which documents hold what is asked, and how often: counts from the index, conditions checked in the text.
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import { atOnce } from '../process/in-slices.js';
import type { Asked } from './asked.js';
import type { Documents, WordingIndex } from './index/wording-index.js';
import type { Phrase } from './phrase.js';

export type Counts = Map<SnapshotDocument, number>;

/** Documents that may hold a phrase: all that do, and in a looser form perhaps others. */
function* candidates(
  phrase: Phrase,
  documents: Documents,
  index: WordingIndex,
): Generator<void, Iterable<SnapshotDocument>> {
  return phrase.exact ? index.count(phrase.normal, documents).keys() : yield* index.mayHold(phrase, documents);
}

type Passes = (document: SnapshotDocument) => boolean;

export const holders = (question: Asked, documents: Documents, index: WordingIndex, passes: Passes): Counts =>
  atOnce(holderSteps(question, documents, index, passes));

/** Whoever runs it may rest between two steps: looser forms and conditions are looked for in the texts themselves. */
export function* holderSteps(
  { phrase, near, without, placesIn }: Asked,
  documents: Documents,
  index: WordingIndex,
  passes: Passes,
): Generator<void, Counts> {
  if (phrase.exact && near.length === 0 && without.length === 0) {
    const counts = index.count(phrase.normal, documents);
    for (const document of counts.keys()) if (!passes(document)) counts.delete(document);
    return counts;
  }
  const sets: Set<SnapshotDocument>[] = [];
  for (const one of [phrase, ...near]) sets.push(new Set(yield* candidates(one, documents, index)));
  const [first = new Set<SnapshotDocument>(), ...others] = sets.sort((a, b) => a.size - b.size);
  const counts: Counts = new Map();
  for (const document of first) {
    if (!others.every((set) => set.has(document)) || !passes(document)) continue;
    yield;
    const { length } = placesIn(document);
    if (length > 0) counts.set(document, length);
  }
  return counts;
}

export const occurrencesIn = (counts: Counts): number => [...counts.values()].reduce((sum, count) => sum + count, 0);
