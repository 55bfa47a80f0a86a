// Documents that answer a saved search, newest in the archive first.
// A ranking puts everything in some order, and nearly every document shares a word with a question; a feed of all that
// would tell nothing. A document is news of a search when a passage of it holds all the query's key terms (with the title
// and file's name), or every phrase that the query puts in marks; or when it stands among the search's own first
// FIRST documents, in its mode, unless the search says that nothing answers. The filters hold for both.
import type { Catalogue } from '../catalogue/open.js';
import { passagesWith, type Snapshot, type SnapshotDocument } from '../catalogue/snapshot.js';
import type { Newcomer } from '../domain/news.js';
import type { Passage } from '../domain/passage.js';
import type { SearchRequest } from '../domain/query.js';
import type { Hit, SearchResponse } from '../domain/result.js';
import { normalForm } from '../domain/text.js';
import { simplified } from '../language/segment.js';
import { inSlices } from '../process/in-slices.js';
import { passes, resolveFilters } from '../search/filters.js';
import { type ParsedQuery, parse } from '../search/parse.js';
import { requiredPassages } from '../search/required.js';
import { comparableText } from '../search/same-wording.js';

export interface SearchNewsDeps {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly maxQueryLength: number;
  search(request: SearchRequest): Promise<SearchResponse>;
}

const FIRST = 10;
const EXCERPT = 160;

/** The query's terms are in lower case; a text only where they hold letters. */
function caseless(text: string, latin: boolean): string {
  const lower = latin ? text.toLowerCase() : text;
  return lower.length === text.length ? lower : text; // else places would not hold
}

/** A passage of the document that holds all the terms that its names do not; undefined where none does. */
function holding({ typedTerms }: ParsedQuery): (document: SnapshotDocument) => number | undefined {
  const forms = typedTerms.map((term) => simplified(normalForm(term))).filter((form) => form !== '');
  const latin = forms.some((form) => /\p{Script=Latin}/u.test(form));
  return (document) => {
    const names = simplified(normalForm(document.names));
    const wanted = forms.filter((form) => !names.includes(form.toLowerCase()));
    const text = caseless(comparableText(document), latin);
    if (forms.length === 0 || !wanted.every((form) => text.includes(form))) return undefined;
    const [first, ...others] = wanted.map((form) => passagesWith(document, form, text));
    if (!first) return document.passageIds[0];
    return [...first].find((id) => others.every((other) => other.has(id)));
  };
}

/** What matched first, with what stands around it. */
function excerptOf({ text }: Passage, highlights: Hit['highlights']): Newcomer['excerpt'] {
  const { start, end } = highlights.find(({ kind }) => kind === 'match') ?? { start: 0, end: 0 };
  const from = Math.max(0, start - EXCERPT / 2);
  return { before: text.slice(from, start), match: text.slice(start, end), after: text.slice(end, from + EXCERPT) };
}

/** @throws AppError QUERY_EMPTY, QUERY_TOO_LONG, INVALID_REQUEST, REGION_UNKNOWN, STATUS_UNKNOWN */
export async function searchNews(request: SearchRequest, most: number, deps: SearchNewsDeps): Promise<Newcomer[]> {
  const { catalogue, snapshot } = deps;
  const query = parse(request.q, deps.maxQueryLength, request.literal);
  const filter = resolveFilters(request, () => catalogue.documents.issuers());
  const answer = await deps.search({ ...request, group: 'document', families: 'apart', page: 1, size: FIRST });
  const first = new Map(answer.answer?.verdict === 'none' ? [] : answer.hits.map((hit) => [hit.document.id, hit]));
  const documents = snapshot.documents();
  const required = requiredPassages(snapshot, query.understood.phrases, filter);
  const heldBy = holding(query);
  const passageIn = (document: SnapshotDocument): number | undefined =>
    required ? document.passageIds.find((id) => required.ids.has(id)) : heldBy(document);

  function* work(): Generator<void, Newcomer[]> {
    const found: Newcomer[] = [];
    for (const { id, version, addedAt } of catalogue.documents.arrivals()) {
      if (found.length >= most) break;
      yield;
      const held = documents.get(id);
      if (!held || !passes(held.metadata, filter)) continue;
      const hit = first.get(id);
      const passageId = hit?.passage.id ?? passageIn(held);
      const [passage] = passageId === undefined ? [] : catalogue.documents.passagesById([passageId]);
      const document = catalogue.documents.summary(id);
      if (!passage || !document) continue;
      const { documentId: _, ...shown } = passage;
      const range = { start: shown.start, end: shown.end };
      const excerpt = excerptOf(shown, hit?.highlights ?? highlighted(shown.text, query));
      found.push({ document, version, addedAt, passage: shown, excerpt, occurrences: null, range });
    }
    return found;
  }
  return (await inSlices(work(), () => true)) ?? [];
}

/** The first of the longest term, as it stands. */
function highlighted(text: string, { typedTerms, understood }: ParsedQuery): Hit['highlights'] {
  const terms = [...understood.phrases, ...typedTerms].sort((a, b) => b.length - a.length);
  for (const term of terms) {
    const start = text.indexOf(term);
    if (start !== -1) return [{ start, end: start + term.length, kind: 'match' }];
  }
  return [];
}
