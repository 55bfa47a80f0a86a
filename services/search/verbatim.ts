// Passages that hold the query as it stands, in normal form, or written otherwise (its numbers, its script).
import { passagesWith, type Snapshot } from '../catalogue/snapshot.js';
import type { EngineFilter } from '../engine/engine.js';
import { passes } from './filters.js';
import { comparableText } from './same-wording.js';

/** A query that stands in more passages than this is a common word: the legs find it anyway. */
const MAX_PASSAGES = 1_000;

/** Ids of passages in which one of the wordings starts, under the filter; about MAX_PASSAGES at most. */
export function verbatimPassages(snapshot: Snapshot, wordings: readonly string[], filter: EngineFilter): Set<number> {
  const ids = new Set<number>();
  for (const document of snapshot.documents().values()) {
    const text = comparableText(document);
    const held = wordings.filter((wording) => text.includes(wording));
    if (held.length === 0 || !passes(document.metadata, filter)) continue;
    for (const id of held.flatMap((wording) => [...passagesWith(document, wording, text)])) {
      if (ids.size >= MAX_PASSAGES) return ids;
      ids.add(id);
    }
  }
  return ids;
}
