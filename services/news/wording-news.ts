// Documents that hold a saved wording, newest in the archive first: all that the wording desk counts.
import type { Catalogue } from '../catalogue/open.js';
import type { Snapshot } from '../catalogue/snapshot.js';
import type { Newcomer } from '../domain/news.js';
import type { WordingRequest } from '../domain/query.js';
import { passes, resolveFilters } from '../search/filters.js';
import { asked } from '../wording/asked.js';
import { holderSteps } from '../wording/holders.js';
import type { WordingIndex } from '../wording/index/wording-index.js';
import { show } from '../wording/show.js';

export interface WordingNewsDeps {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly index: WordingIndex;
  readonly maxQueryLength: number;
}

/** @throws AppError QUERY_EMPTY, QUERY_TOO_LONG, INVALID_REQUEST, REGION_UNKNOWN, STATUS_UNKNOWN */
export function* wordingNewsSteps(
  request: WordingRequest,
  most: number,
  { catalogue, snapshot, index, maxQueryLength }: WordingNewsDeps,
): Generator<void, Newcomer[]> {
  const question = asked(request, maxQueryLength);
  const filter = resolveFilters(request, () => catalogue.documents.issuers());
  const documents = new Map(snapshot.documents());
  const counts = yield* holderSteps(question, documents, index, ({ metadata }) => passes(metadata, filter));
  const found: Newcomer[] = [];
  for (const { id, version, addedAt } of catalogue.documents.arrivals()) {
    if (found.length >= most) break;
    yield;
    const document = documents.get(id);
    const occurrences = document && counts.get(document);
    const place = occurrences ? question.placesIn(document)[0] : undefined;
    if (!document || !occurrences || !place) continue;
    for (const { document: summary, passage, start, end, ...excerpt } of show([{ document, place }], catalogue)) {
      found.push({ document: summary, version, addedAt, passage, excerpt, occurrences, range: { start, end } });
    }
  }
  return found;
}
