// The whole path of a search: parse → filter → retrieve → fuse → rerank → settle ties → (fold families) → present.
import type { Catalogue } from '../catalogue/open.js';
import type { SearchRequest } from '../domain/query.js';
import type { SearchResponse } from '../domain/result.js';
import { adapterInUse } from '../embedding/adapted.js';
import { today } from '../today.js';
import { evidenceOf } from './answer/evidence.js';
import { nearnessTo } from './answer/nearness.js';
import { verdict } from './answer/verdict.js';
import { countFound } from './count.js';
import type { CoverageOf } from './coverage.js';
import { resolveFilters } from './filters.js';
import { fuse } from './fuse.js';
import { issuerNamed } from './issuer.js';
import type { Lexicon } from './lexicon/lexicon.js';
import { withOfficialWords } from './official.js';
import { parse } from './parse.js';
import { present, presentFacets } from './present.js';
import { requiredPassages } from './required.js';
import { type RerankDeps, rerank } from './rerank.js';
import { depthFor, type RetrieveDeps, retrieve, VECTOR_MATCHES } from './retrieve.js';
import { SETTLED, settleTies } from './settle-ties.js';
import { standingIn } from './standing.js';
import { fitting, titledBy } from './titled.js';
import { presentUnderstood } from './understand.js';

export interface SearchDeps extends RetrieveDeps, RerankDeps {
  readonly catalogue: Catalogue;
  readonly coverage: CoverageOf;
  readonly lexicon: Lexicon;
  readonly maxQueryLength: number;
}

/** @throws AppError QUERY_EMPTY, QUERY_TOO_LONG, INVALID_REQUEST */
export async function search(request: SearchRequest, deps: SearchDeps): Promise<SearchResponse> {
  const started = performance.now();
  deps.snapshot.documents(); // takes up what has changed
  const parsed = parse(request.q, deps.maxQueryLength, request.literal);
  const query = withOfficialWords(parsed, deps.snapshot, request.literal);
  const issuer = request.literal ? null : issuerNamed(parsed.index, deps.snapshot);
  const filter = resolveFilters(request, () => deps.catalogue.documents.issuers());
  const depth = depthFor(request);
  const { answer, vector, verbatim, degraded } = await retrieve(query, request.mode, filter, depth, deps);
  const required = requiredPassages(deps.snapshot, query.understood.phrases, filter);
  const fits = fitting(query, issuer, deps.snapshot);
  const fused = fuse(answer, VECTOR_MATCHES, {
    verbatim,
    titled: titledBy(query, request.mode, deps.snapshot),
    fits,
    required: required?.ids ?? null,
  });
  const { ranked: reranked, degraded: lacking } = await rerank(fused, query.meaning, request.mode, deps);
  const day = today();
  const ranked = settleTies(reranked, standingIn(reranked.slice(0, SETTLED), query, { ...deps, today: day }));
  const nearness = nearnessTo(vector, deps.embedder?.fingerprint ?? null, deps.catalogue);
  const { hits, collapsed, sorted } = present(ranked, request, query, { ...deps, fits, nearness, today: day });
  const { passages, documents, exact, facets } =
    required?.counts ?? countFound(answer, verbatim, { depth, vectorMatches: VECTOR_MATCHES }, deps.snapshot);
  return {
    query: query.text,
    mode: request.mode,
    understood: presentUnderstood(query.understood, issuer, query.synonyms),
    adapter: answer.vector ? adapterInUse(deps.embedder) : null,
    suggestion: deps.lexicon.correct(query.text),
    degraded: [...degraded, ...lacking],
    total: request.group === 'document' ? documents : passages,
    ...(collapsed && { collapsed }),
    ...(sorted !== undefined && { sorted }),
    totalIsExact: exact,
    took: Math.round(performance.now() - started),
    facets: presentFacets(facets, request.group),
    answer: verdict(evidenceOf({ query, mode: request.mode, degraded, legs: answer, ranked, fits })),
    coverage: deps.coverage(filter),
    hits,
  };
}
