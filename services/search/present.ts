// Ranked ids → a page of hits: passages and documents from the catalogue, highlights as ranges, facets as lists.
import type { PassageOf } from '../catalogue/documents.js';
import type { Catalogue } from '../catalogue/open.js';
import type { Snapshot } from '../catalogue/snapshot.js';
import { type SearchRequest, SORTED_BY_DATE } from '../domain/query.js';
import type { Facets, FacetValue, FoldedMember, Highlight, Hit, SearchResponse } from '../domain/result.js';
import type { EngineFacets, FacetCounts } from '../engine/engine.js';
import { placesIn } from '../families/read.js';
import { answerHighlights } from './answer/answer-highlights.js';
import type { Nearness, NearnessOf } from './answer/nearness.js';
import { byDate, worthDating } from './by-date.js';
import { collapse } from './collapse.js';
import { countFolded, type Folded } from './fold.js';
import type { Ranked } from './fuse.js';
import { matchHighlights } from './highlight.js';
import type { ParsedQuery } from './parse.js';
import { type Unit, unitsOf } from './unit.js';
import { termsHeldBy, type WhyHere, whyIn } from './why.js';

const MAX_FACET_VALUES = 100;
/** Families are folded among so many of the best; beyond, where nobody reads, every unit is a hit of its own. */
const FOLDED = 200;
/** Members listed under a hit. */
const MAX_MEMBERS = 20;

export interface PresentDeps {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  /** how well the passage's document fits what the query names */
  readonly fits: (passageId: number) => number;
  readonly nearness: NearnessOf;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** One page of hits; how many are folded, and put in order by date, on all pages. */
export function present(
  ranked: readonly Ranked[],
  request: SearchRequest,
  query: ParsedQuery,
  deps: PresentDeps,
): Pick<SearchResponse, 'hits' | 'collapsed' | 'sorted'> {
  const { group, page, size, sort } = request;
  const termsIn = termsHeldBy(query, deps.snapshot);
  const why = whyIn(query, { snapshot: deps.snapshot, termsIn });
  const all = unitsOf(ranked, group, deps.snapshot);
  const units = sort === 'relevance' ? all : worthDating(all, holdsAllOf(query, termsIn, all, deps));
  const collapsing = request.families === 'collapse';
  const alone = units.slice(collapsing ? FOLDED : 0).map((unit) => ({ unit, members: [] }));
  const folded = collapsing ? [...collapse(units.slice(0, FOLDED), group, { ...deps, termsIn }), ...alone] : alone;
  const undated = { date: null, year: null };
  const datedOf = ({ unit: [{ id }] }: Folded<Unit>) => deps.snapshot.documentOf(id)?.metadata ?? undated;
  const shown = sort === 'relevance' ? folded : byDate(folded, sort, datedOf);
  return {
    hits: shown.slice((page - 1) * size, page * size).flatMap((one) => hit(one, query, why, deps)),
    ...(collapsing && { collapsed: countFolded(shown) }),
    ...(sort !== 'relevance' && { sorted: shown.length }),
  };
}

/** Whether some passage of a unit holds the query verbatim, or all of its words. */
function holdsAllOf(
  { typedTerms }: ParsedQuery,
  termsIn: (passage: PassageOf) => readonly string[],
  units: readonly Unit[],
  { catalogue }: PresentDeps,
): (unit: Unit) => boolean {
  const ids = units.slice(0, SORTED_BY_DATE).flatMap((unit) => unit.map(({ id }) => id));
  const held = new Map(catalogue.documents.passagesById(ids).map((passage) => [passage.id, termsIn(passage)]));
  const holdsAll = (id: number): boolean => typedTerms.every((term) => held.get(id)?.includes(term));
  return (unit) => unit.some(({ id, verbatim }) => verbatim || (typedTerms.length > 0 && holdsAll(id)));
}

/** One hit for a unit and what is folded under it, or none when its passages have gone meanwhile. */
function hit(
  { unit, members }: Folded<Unit>,
  query: ParsedQuery,
  why: WhyHere,
  { catalogue, nearness, today }: PresentDeps,
): Hit[] {
  const passages = catalogue.documents.passagesById(unit.map(({ id }) => id));
  const [first] = passages;
  const entry = unit.find(({ id }) => id === first?.id);
  const document = first && catalogue.documents.summary(first.documentId);
  if (!first || !entry || !document) return [];
  const scoreOf = new Map(unit.map(({ id, score }) => [id, score]));
  const shown = passages.map(({ documentId: _, ...passage }) => ({
    passage,
    highlights: highlightsOf(passage.text, query, nearness(passage)),
    score: scoreOf.get(passage.id) ?? 0,
  }));
  const [best] = shown;
  if (!best) return [];
  return [
    {
      document,
      ...best,
      verbatim: entry.verbatim,
      why: why(entry, first, best.highlights),
      ...(members.length > 0 && {
        family: {
          members: foldedUnder(document.id, members.slice(0, MAX_MEMBERS), catalogue, today),
          count: members.length,
        },
      }),
      ...(unit.length > 1 && { passages: shown }),
    },
  ];
}

function foldedUnder(shownId: string, members: readonly Unit[], catalogue: Catalogue, today: string): FoldedMember[] {
  const links = catalogue.families.links(shownId);
  const places = placesIn(catalogue, catalogue.families.entry(shownId)?.family ?? '', today);
  return catalogue.documents.passagesById(members.map(([best]) => best.id)).flatMap((passage) => {
    const document = catalogue.documents.summary(passage.documentId);
    const link = links.find(({ a, b }) => a === passage.documentId || b === passage.documentId);
    const { id, start, end, page } = passage;
    // An undated copy may be as close to a later version as to the one that it is a copy of.
    const otherVersion = places.get(shownId) !== places.get(passage.documentId);
    const relation = link?.relation === 'reprint' && otherVersion ? 'version' : (link?.relation ?? null);
    return document ? [{ document, passage: { id, start, end, page }, relation }] : [];
  });
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
