// Every occurrence of a wording in the archive: where, how often, when first and last, and on what ground; and the same with its
// years beside the lines, counted once.
import type { Catalogue } from '../catalogue/open.js';
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import { TimelineRequest, type WordingRequest } from '../domain/query.js';
import type { WordingResponse } from '../domain/result.js';
import type { WordingDesk } from '../domain/timeline.js';
import { atOnce } from '../process/in-slices.js';
import { createCoverage } from '../search/coverage.js';
import { asked } from './asked.js';
import { cleanedAway } from './cleaned-away.js';
import { type Counted, countedSteps, type WordingDeps } from './counted.js';
import { occurrencesIn } from './holders.js';
import { createWordingIndex, type Documents } from './index/wording-index.js';
import { pageOf } from './order.js';
import { type Scope, scopeOf } from './scope.js';
import { show } from './show.js';
import { timelineOf } from './timeline.js';

export const wording = (request: WordingRequest, deps: WordingDeps): WordingResponse =>
  atOnce(wordingSteps(request, deps));

/** Whoever runs it may rest between two steps. @throws AppError QUERY_EMPTY, QUERY_TOO_LONG, INVALID_REQUEST, REGION_UNKNOWN, STATUS_UNKNOWN */
export function* wordingSteps(request: WordingRequest, deps: WordingDeps): Generator<void, WordingResponse> {
  const found = yield* findSteps(request, deps);
  return linesOf(request, found, deps.catalogue);
}

/** The lines, and the same wording by year. @throws as `wordingSteps` */
export function* wordingDeskSteps(request: WordingRequest, deps: WordingDeps): Generator<void, WordingDesk> {
  const found = yield* findSteps(request, deps);
  const lines = linesOf(request, found, deps.catalogue);
  if (lines.occurrences === 0) return { lines, timeline: null };
  yield;
  const phrase = request.q.replace(/\s*[\n\r]\s*/gu, ''); // a timeline has one wording a line
  const byYear = TimelineRequest.strip().parse({ ...request, q: phrase });
  return { lines, timeline: { request: byYear, response: timelineOf(byYear, [{ phrase, ...found.counted }], found) } };
}

interface Found {
  readonly counted: Counted;
  readonly documents: Documents;
  readonly scope: Scope;
}

function* findSteps(
  request: WordingRequest,
  {
    catalogue,
    snapshot,
    maxQueryLength,
    index = createWordingIndex(),
    coverage = createCoverage(catalogue, snapshot),
  }: WordingDeps,
): Generator<void, Found> {
  const question = asked(request, maxQueryLength);
  const scope = scopeOf(request, catalogue, coverage);
  const documents = new Map(snapshot.documents()); // as they are now, whatever comes while this rests
  const counted = yield* countedSteps(question, { catalogue, documents, index, scope });
  return { counted, documents, scope };
}

function linesOf(
  request: WordingRequest,
  { counted: { question, counts, ends }, documents, scope }: Found,
  catalogue: Catalogue,
): WordingResponse {
  return {
    query: request.q.toWellFormed().trim(),
    documents: counts.size,
    occurrences: occurrencesIn(counts),
    ...ends,
    byYear: tallyBy(counts, ({ year }) => [year === null ? null : String(year)]),
    byRegion: tallyBy(counts, ({ region }) => [region]),
    byIssuer: tallyBy(counts, ({ issuers }) => (issuers.length > 0 ? issuers : [null])),
    hits: show(pageOf(counts, question.placesIn, request), catalogue),
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
