// Phrases that the query puts in marks: what holds them all is found, nothing else is.
import { passagesWith, type Snapshot, type SnapshotDocument } from '../catalogue/snapshot.js';
import type { Counts, EngineFilter } from '../engine/engine.js';
import { type CountedDocument, tally } from '../engine/tally.js';
import { facetsOf, passes } from './filters.js';
import { comparableText, writtenWays } from './same-wording.js';

export interface Required {
  readonly ids: ReadonlySet<number>;
  readonly counts: Counts;
}

/** Passages of a document in which the phrase starts, in one of its ways, or all of them where its title holds it. */
function holding(document: SnapshotDocument, ways: readonly string[]): Set<number> {
  if (ways.some((way) => document.normalTitle.includes(way))) return new Set(document.passageIds);
  const text = comparableText(document);
  return new Set(ways.flatMap((way) => [...passagesWith(document, way, text)]));
}

/**
 * Passages that hold every phrase (in normal form, or written otherwise), each in their text or their document's title,
 * under the filter; null where there is no phrase.
 */
export function requiredPassages(
  snapshot: Snapshot,
  phrases: readonly string[],
  filter: EngineFilter,
): Required | null {
  if (phrases.length === 0) return null;
  const ids = new Set<number>();
  const waysOf = phrases.map(writtenWays);
  const counted: CountedDocument[] = [];
  for (const document of snapshot.documents().values()) {
    const [first, ...others] = waysOf.map((ways) => holding(document, ways));
    const held = [...(first ?? [])].filter((id) => others.every((other) => other.has(id)));
    if (held.length === 0 || !passes(document.metadata, filter)) continue;
    for (const id of held) ids.add(id);
    counted.push({ ...facetsOf(document.metadata), passages: held.length });
  }
  return { ids, counts: { ...tally(counted), exact: true } };
}
