// The whole path of a search: parse → filter → retrieve → fuse → present.
import type { Catalogue } from '../catalogue/open.js';
import type { SearchRequest } from '../domain/query.js';
import type { SearchResponse } from '../domain/result.js';
import { adapterInUse } from '../embedding/adapted.js';
import { resolveFilters } from './filters.js';
import { fuse } from './fuse.js';
import { parse } from './parse.js';
import { present, presentFacets } from './present.js';
import { requiredPassages } from './required.js';
import { DEPTH, type RetrieveDeps, retrieve, VECTOR_MATCHES } from './retrieve.js';
import { fitting, titledBy } from './titled.js';

export interface SearchDeps extends RetrieveDeps {
  readonly catalogue: Catalogue;
  readonly maxQueryLength: number;
}

/** The engine port's limit on what a leg gives. */
const MAX_DEPTH = 4_096;

/** @throws AppError QUERY_EMPTY, QUERY_TOO_LONG, INVALID_REQUEST */
export async function search(request: SearchRequest, deps: SearchDeps): Promise<SearchResponse> {
  const started = performance.now();
  const query = parse(request.q, deps.maxQueryLength, request.literal);
  const filter = resolveFilters(request, () => deps.catalogue.documents.issuers());
  const depth = Math.min(MAX_DEPTH, Math.max(DEPTH, request.page * request.size));
  const { answer, verbatim, degraded } = await retrieve(query, request.mode, filter, depth, deps);
  const { phrases, region, years, type } = query.understood;
  const required = phrases.length > 0 ? requiredPassages(deps.snapshot, phrases, filter) : null;
  const ranked = fuse(answer, VECTOR_MATCHES, {
    verbatim,
    titled: titledBy(query, request.mode, deps.snapshot),
    fits: fitting(query, deps.snapshot),
    required: required?.ids ?? null,
  });
  const hits = present(ranked, request, query, deps.catalogue);
  const { passages, documents, exact, facets } = (required ?? answer).counts;
  return {
    query: query.text,
    mode: request.mode,
    understood: {
      phrases: [...phrases],
      region: region?.name ?? null,
      yearFrom: years?.from || null,
      yearTo: years === null || years.to === 9999 ? null : years.to,
      type,
    },
    degraded: [...degraded],
    adapter: answer.vector ? adapterInUse(deps.embedder) : null,
    total: request.group === 'document' ? documents : passages,
    totalIsExact: exact,
    took: Math.round(performance.now() - started),
    facets: presentFacets(facets, request.group),
    hits,
  };
}
