// The documents that a draft was made from: those that hold a good part of its clauses.
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import type { ClauseMatch } from './reuse.js';

/** Share of the clauses that were taken from somewhere, and how many at least. */
const MIN_SHARE = 0.3;
const MIN_CLAUSES = 3;

/** How many clauses came from each document; a clause counts for every document that says it. */
export function clausesBySource(matches: readonly ClauseMatch[]): Map<SnapshotDocument, number> {
  const counts = new Map<SnapshotDocument, number>();
  for (const { label, sentences } of matches) {
    if (label !== 'verbatim' && label !== 'edited') continue;
    for (const document of new Set(sentences.map((sentence) => sentence.document))) {
      counts.set(document, (counts.get(document) ?? 0) + 1);
    }
  }
  return counts;
}

/** Each with its share of the clauses that were taken from somewhere. */
export function mainSources(matches: readonly ClauseMatch[]): ReadonlyMap<SnapshotDocument, number> {
  const taken = matches.filter(({ label }) => label === 'verbatim' || label === 'edited').length;
  const least = Math.max(MIN_CLAUSES, MIN_SHARE * taken);
  return new Map(
    [...clausesBySource(matches)]
      .filter(([, count]) => count >= least)
      .map(([document, count]) => [document, count / taken]),
  );
}
