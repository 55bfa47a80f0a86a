// Passages that hold the query as it stands, in normal form.
import { passageIndexAt, type Snapshot } from '../catalogue/snapshot.js';
import type { EngineFilter } from '../engine/engine.js';
import { passes } from './filters.js';

/** A query that stands in more passages than this is a common word: the legs find it anyway. */
const MAX_PASSAGES = 1_000;

/** Ids of passages in which the query starts, under the filter; no more than MAX_PASSAGES. */
export function verbatimPassages(snapshot: Snapshot, normalQuery: string, filter: EngineFilter): Set<number> {
  const ids = new Set<number>();
  for (const document of snapshot.documents().values()) {
    let at = document.normal.indexOf(normalQuery);
    if (at === -1 || !passes(document.metadata, filter)) continue;
    while (at !== -1) {
      const index = Math.max(0, passageIndexAt(document, at));
      const id = document.passageIds[index];
      if (id !== undefined) ids.add(id);
      if (ids.size > MAX_PASSAGES) return ids;
      const next = document.passageStarts[index + 1] ?? document.normal.length;
      at = document.normal.indexOf(normalQuery, Math.max(at + 1, next));
    }
  }
  return ids;
}
