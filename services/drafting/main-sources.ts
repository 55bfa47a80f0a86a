// The documents that a draft was made from: those that hold a good part of its clauses.
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import type { ClauseMatch } from './reuse.js';

/** Of the draft's clauses, set phrases left out. */
export interface Taken {
  readonly share: number;
  readonly verbatim: number;
  readonly edited: number;
}
export type MainSources = ReadonlyMap<SnapshotDocument, Taken>;

const MIN_SHARE = 0.3;
const MIN_CLAUSES = 3;
/** From here on the draft is the source, changed: however much of it was. */
const MOSTLY = 0.6;

/** How many clauses came from each document; a clause counts for every document that says it. */
export function clausesBySource(
  matches: readonly ClauseMatch[],
): Map<SnapshotDocument, { verbatim: number; edited: number }> {
  const counts = new Map<SnapshotDocument, { verbatim: number; edited: number }>();
  for (const { label, sentences } of matches) {
    if (label !== 'verbatim' && label !== 'edited') continue;
    for (const document of new Set(sentences.map((sentence) => sentence.document))) {
      const count = counts.get(document) ?? { verbatim: 0, edited: 0 };
      count[label]++;
      counts.set(document, count);
    }
  }
  return counts;
}

/** A sibling about another matter is edited all over; a source is mostly taken as it is. */
export function mainSources(matches: readonly ClauseMatch[]): MainSources {
  const all = matches.filter(({ label }) => label !== 'formula').length;
  const found = new Map<SnapshotDocument, Taken>();
  for (const [document, { verbatim, edited }] of clausesBySource(matches)) {
    const share = (verbatim + edited) / all;
    const isMain = share >= MOSTLY || (share >= MIN_SHARE && verbatim >= edited);
    if (verbatim + edited >= MIN_CLAUSES && isMain) found.set(document, { share, verbatim, edited });
  }
  return found;
}

const COPY = 0.75;
/** Nearly all of the draft is this document, word for word or changed. */
export const isCopy = (document: SnapshotDocument, main: MainSources): boolean =>
  (main.get(document)?.share ?? 0) >= COPY;
