// Ranked ids → hits: passages and documents from the catalogue, highlights as ranges, facets as lists.
import type { Catalogue } from '../catalogue/open.js';
import type { SearchRequest } from '../domain/query.js';
import type { Facets, FacetValue, Highlight, Hit } from '../domain/result.js';
import type { EngineFacets, FacetCounts } from '../engine/engine.js';
import { answerHighlights } from './answer/answer-highlights.js';
import type { Nearness, NearnessOf } from './answer/nearness.js';
import type { Ranked } from './fuse.js';
import { matchHighlights } from './highlight.js';
import type { ParsedQuery } from './parse.js';

/** Passages shown of one document when results are grouped. */
const PASSAGES_A_DOCUMENT = 3;
const MAX_FACET_VALUES = 100;

/** One page of hits. */
export function present(
  ranked: readonly Ranked[],
  request: SearchRequest,
  query: ParsedQuery,
  catalogue: Catalogue,
  nearness: NearnessOf,
): Hit[] {
  const offset = (request.page - 1) * request.size;
  if (request.group === 'passage') {
    return ranked.slice(offset, offset + request.size).flatMap((entry) => hit([entry], query, catalogue, nearness));
  }
  return groupByDocument(ranked, offset + request.size, catalogue)
    .slice(offset)
    .flatMap((entries) => hit(entries, query, catalogue, nearness));
}

/** The best passages of each document, documents in the order of their best passage. */
function groupByDocument(ranked: readonly Ranked[], documents: number, catalogue: Catalogue): Ranked[][] {
  const documentOf = catalogue.documents.documentsOf(ranked.map(({ id }) => id));
  const groups = new Map<string, Ranked[]>();
  for (const entry of ranked) {
    const documentId = documentOf.get(entry.id);
    if (documentId === undefined) continue;
    const group = groups.get(documentId);
    if (!group && groups.size < documents) groups.set(documentId, [entry]);
    else if (group && group.length < PASSAGES_A_DOCUMENT) group.push(entry);
  }
  return [...groups.values()];
}

/** One hit for a document's ranked passages, or none when they have gone meanwhile. */
function hit(entries: readonly Ranked[], query: ParsedQuery, catalogue: Catalogue, nearness: NearnessOf): Hit[] {
  const passages = catalogue.documents.passagesById(entries.map(({ id }) => id));
  const [first] = passages;
  const document = first && catalogue.documents.summary(first.documentId);
  if (!first || !document) return [];
  const scoreOf = new Map(entries.map(({ id, score }) => [id, score]));
  const shown = passages.map(({ documentId: _, ...passage }) => ({
    passage,
    highlights: highlightsOf(passage.text, query, nearness(passage)),
    score: scoreOf.get(passage.id) ?? 0,
  }));
  const [best] = shown;
  if (!best) return [];
  const verbatim = entries.some((entry) => entry.id === first.id && entry.verbatim);
  return [{ document, ...best, verbatim, ...(entries.length > 1 && { passages: shown }) }];
}

function highlightsOf(text: string, query: ParsedQuery, nearness: Nearness): Highlight[] {
  return [...matchHighlights(text, query), ...answerHighlights(text, query, nearness)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}

/** Facet counts by the unit that the results are grouped by, most frequent first. */
export function presentFacets(facets: EngineFacets, group: SearchRequest['group']): Facets {
  const list = (counts: FacetCounts): FacetValue[] =>
    [...counts]
      .map(([value, { passages, documents }]) => ({ value, count: group === 'document' ? documents : passages }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
      .slice(0, MAX_FACET_VALUES);
  return { region: list(facets.region), year: list(facets.year), type: list(facets.type), issuer: list(facets.issuer) };
}
