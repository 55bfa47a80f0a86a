// Totals and facets of what was found: the engine's, and what holds the query verbatim where no index sees it (a word that
// runs on over a line's end).
import type { Snapshot, SnapshotDocument } from '../catalogue/snapshot.js';
import type { Counts, EngineAnswer } from '../engine/engine.js';
import { tally } from '../engine/tally.js';
import { facetsOf } from './filters.js';

/**
 * The engine's counts, unless a verbatim passage is not among what its legs found; then all is counted anew. A keyword leg
 * that is cut off at `depth` does not say all that it found: the engine's counts stand.
 */
export function countFound(
  { keyword, vector, counts }: EngineAnswer,
  verbatim: ReadonlySet<number>,
  { depth, vectorMatches }: { readonly depth: number; readonly vectorMatches: number },
  snapshot: Snapshot,
): Counts {
  if (verbatim.size === 0 || (keyword && keyword.scores.length >= depth)) return counts;
  const found = new Set([
    ...(keyword?.scores ?? []).map(({ id }) => id),
    ...(vector?.scores.slice(0, vectorMatches) ?? []).map(({ id }) => id),
  ]);
  const known = found.size;
  for (const id of verbatim) found.add(id);
  if (found.size === known) return counts;
  const passagesOf = new Map<SnapshotDocument, number>();
  for (const id of found) {
    const document = snapshot.documentOf(id);
    if (document) passagesOf.set(document, (passagesOf.get(document) ?? 0) + 1);
  }
  return {
    ...tally([...passagesOf].map(([{ metadata }, passages]) => ({ ...facetsOf(metadata), passages }))),
    exact: counts.exact,
  };
}
