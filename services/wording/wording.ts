// Every occurrence of a wording in the archive: where, how often, when first and last, and on what ground.
import type { Catalogue } from '../catalogue/open.js';
import type { Snapshot, SnapshotDocument } from '../catalogue/snapshot.js';
import type { WordingRequest } from '../domain/query.js';
import type { Occurrence, WordingResponse } from '../domain/result.js';
import { type CoverageOf, createCoverage } from '../search/coverage.js';
import { passes, resolveFilters } from '../search/filters.js';
import { asked } from './asked.js';
import { cleanedAway } from './cleaned-away.js';
import { holders } from './holders.js';
import { createWordingIndex, type WordingIndex } from './index/wording-index.js';
import { compareDates, pageOf } from './order.js';
import { show } from './show.js';

export interface WordingDeps {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly maxQueryLength: number;
  /** without one, a plain scan */
  readonly index?: WordingIndex;
  readonly coverage?: CoverageOf;
}

/** @throws AppError QUERY_EMPTY, QUERY_TOO_LONG, INVALID_REQUEST */
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
  const filter = resolveFilters(request, () => catalogue.documents.issuers());
  const documents = snapshot.documents();
  const inFilter = ({ metadata }: SnapshotDocument): boolean => passes(metadata, filter);
  const counts = holders(question, documents, index, inFilter);

  const found = [...counts.keys()].sort(compareDates);
  const dated = found.filter(({ metadata: { date, year } }) => date !== null || year !== null);
  const firstIn = (document: SnapshotDocument | undefined): Occurrence | null => {
    const place = document && question.placesIn(document)[0];
    return place ? (show([{ document, place }], catalogue)[0] ?? null) : null;
  };
  const hits = show(pageOf(counts, question.placesIn, request), catalogue);
  return {
    query: request.q.toWellFormed().trim(),
    documents: counts.size,
    occurrences: [...counts.values()].reduce((sum, count) => sum + count, 0),
    first: firstIn(dated[0]),
    latest: firstIn(dated.at(-1)),
    byYear: tallyBy(counts, ({ year }) => [year === null ? null : String(year)]),
    byRegion: tallyBy(counts, ({ region }) => [region]),
    byIssuer: tallyBy(counts, ({ issuers }) => (issuers.length > 0 ? issuers : [null])),
    hits,
    ...(request.removed && { removed: cleanedAway(question, documents, catalogue, inFilter, request) }),
    coverage: coverage(filter),
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
