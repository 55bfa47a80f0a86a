// What one hit is made of: a passage, or a document's best few.
import type { Snapshot } from '../catalogue/snapshot.js';
import type { SearchRequest } from '../domain/query.js';
import type { Ranked } from './fuse.js';

/** Best first; of one document. */
export type Unit = readonly [Ranked, ...Ranked[]];

/** Passages shown of one document when results are grouped. */
const PASSAGES_A_DOCUMENT = 3;

/** In the order of each one's best passage. */
export function unitsOf(ranked: readonly Ranked[], group: SearchRequest['group'], snapshot: Snapshot): Unit[] {
  if (group === 'passage') return ranked.map((entry) => [entry]);
  const units = new Map<string, [Ranked, ...Ranked[]]>();
  for (const entry of ranked) {
    const id = snapshot.documentOf(entry.id)?.id;
    if (id === undefined) continue; // gone meanwhile
    const unit = units.get(id);
    if (!unit) units.set(id, [entry]);
    else if (unit.length < PASSAGES_A_DOCUMENT) unit.push(entry);
  }
  return [...units.values()];
}
