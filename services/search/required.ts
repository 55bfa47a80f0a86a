// Phrases that the query puts in marks: what holds them all is found, nothing else is.
import { passagesWith, type Snapshot, type SnapshotDocument } from '../catalogue/snapshot.js';
import type { Counts, EngineFilter } from '../engine/engine.js';
import { tally } from '../engine/tally.js';
import { passes } from './filters.js';

export interface Required {
  readonly ids: ReadonlySet<number>;
  readonly counts: Counts;
}

/** Passages of a document in which the phrase starts, or all of them where its title holds it. */
function holding(document: SnapshotDocument, phrase: string): Set<number> {
  if (document.normalTitle.includes(phrase)) return new Set(document.passageIds);
  return passagesWith(document, phrase);
}

/** Passages that hold every phrase (in normal form), each in their text or their document's title, under the filter. */
export function requiredPassages(snapshot: Snapshot, phrases: readonly string[], filter: EngineFilter): Required {
  const ids = new Set<number>();
  const counted: (SnapshotDocument['metadata'] & { passages: number })[] = [];
  for (const document of snapshot.documents().values()) {
    const [first, ...others] = phrases.map((phrase) => holding(document, phrase));
    const held = [...(first ?? [])].filter((id) => others.every((other) => other.has(id)));
    if (held.length === 0 || !passes(document.metadata, filter)) continue;
    for (const id of held) ids.add(id);
    counted.push({ ...document.metadata, passages: held.length });
  }
  return { ids, counts: { ...tally(counted), exact: true } };
}
