// Every occurrence of a wording in the archive: where, how often, when first and last, and on what ground.
import type { Catalogue } from '../catalogue/open.js';
import type { Snapshot, SnapshotDocument } from '../catalogue/snapshot.js';
import type { WordingRequest } from '../domain/query.js';
import type { WordingResponse } from '../domain/result.js';
import { type CoverageOf, createCoverage } from '../search/coverage.js';
import { asked } from './asked.js';
import { cleanedAway } from './cleaned-away.js';
import { endsOf } from './ends.js';
import { holders, occurrencesIn } from './holders.js';
import { createWordingIndex, type WordingIndex } from './index/wording-index.js';
import { pageOf } from './order.js';
import { scopeOf } from './scope.js';
import { show } from './show.js';

export interface WordingDeps {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly maxQueryLength: number;
  /** without one, a plain scan */
  readonly index?: WordingIndex;
  readonly coverage?: CoverageOf;
}

/** @throws AppError QUERY_EMPTY, QUERY_TOO_LONG, INVALID_REQUEST, REGION_UNKNOWN, STATUS_UNKNOWN */
export function wording(
  request: WordingRequest,
  {
    catalogue,
    snapshot,
    maxQueryLength,
    index = createWordingIndex(),
    coverage = createCoverage(catalogue, snapshot),
  }: WordingDeps,
): WordingResponse {
  const question = asked(request, maxQueryLength);
  const scope = scopeOf(request, catalogue, coverage);
  const documents = snapshot.documents();
  const counts = holders(question, documents, index, scope.holds);
  const hits = show(pageOf(counts, question.placesIn, request), catalogue);
  return {
    query: request.q.toWellFormed().trim(),
    documents: counts.size,
    occurrences: occurrencesIn(counts),
    ...endsOf(counts.keys(), question, catalogue),
    byYear: tallyBy(counts, ({ year }) => [year === null ? null : String(year)]),
    byRegion: tallyBy(counts, ({ region }) => [region]),
    byIssuer: tallyBy(counts, ({ issuers }) => (issuers.length > 0 ? issuers : [null])),
    hits,
    ...(request.removed && { removed: cleanedAway(question, documents, catalogue, scope.holds, request) }),
    coverage: scope.coverage(),
  };
}

function tallyBy(
  found: ReadonlyMap<SnapshotDocument, number>,
  valuesOf: (metadata: SnapshotDocument['metadata']) => (string | null)[],
): WordingResponse['byYear'] {
  const counts = new Map<string | null, { documents: number; occurrences: number }>();
  for (const [document, occurrences] of found) {
    for (const value of new Set(valuesOf(document.metadata))) {
      const before = counts.get(value) ?? { documents: 0, occurrences: 0 };
      counts.set(value, { documents: before.documents + 1, occurrences: before.occurrences + occurrences });
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, ...count }))
    .sort((a, b) => (a.value === null ? 1 : b.value === null ? -1 : a.value < b.value ? -1 : 1));
}
