// A wording counted: which documents of those asked about hold it, how often, and its first and latest use. Lines and timelines
// are both made from it.
import type { Catalogue } from '../catalogue/open.js';
import type { Snapshot } from '../catalogue/snapshot.js';
import type { Occurrence } from '../domain/result.js';
import type { CoverageOf } from '../search/coverage.js';
import type { Asked } from './asked.js';
import { endsOf } from './ends.js';
import { type Counts, holderSteps } from './holders.js';
import type { Documents, WordingIndex } from './index/wording-index.js';
import type { Scope } from './scope.js';

export interface WordingDeps {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly maxQueryLength: number;
  /** without one, a plain scan */
  readonly index?: WordingIndex;
  readonly coverage?: CoverageOf;
}

export interface Counted {
  readonly question: Asked;
  readonly counts: Counts;
  readonly ends: { readonly first: Occurrence | null; readonly latest: Occurrence | null };
}

export function* countedSteps(
  question: Asked,
  {
    catalogue,
    documents,
    index,
    scope,
  }: { catalogue: Catalogue; documents: Documents; index: WordingIndex; scope: Scope },
): Generator<void, Counted> {
  const counts = yield* holderSteps(question, documents, index, scope.holds);
  return { question, counts, ends: endsOf(counts.keys(), question, catalogue) };
}
