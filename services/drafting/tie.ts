// What ties a draft to a source: made from it, about the same matter by their titles, too short to say, or nothing.
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import { likenessOf, pairsOf } from './likeness.js';
import type { MainSources } from './main-sources.js';

export type Tie = 'own' | 'kin' | 'fragment' | 'stranger';

/** A draft of so few clauses is a part of one: what it is about is not known, and each clause stands for itself. */
const FRAGMENT = 12;
const SAME_MATTER = 0.6;

/** Titles without bodies, places and years. */
export function isSameMatter(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  return a === b || likenessOf(pairsOf(a), pairsOf(b)).both >= SAME_MATTER;
}

export function tieTo(
  document: SnapshotDocument,
  { main, clauses, sameMatter }: { readonly main: MainSources; readonly clauses: number; readonly sameMatter: boolean },
): Tie {
  if (main.has(document)) return 'own';
  if (sameMatter) return 'kin';
  return clauses <= FRAGMENT ? 'fragment' : 'stranger';
}
