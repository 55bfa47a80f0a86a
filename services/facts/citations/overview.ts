// What an archive cites most, what it lacks of that, and what it cites though it is repealed or revised.
import type { Catalogue } from '../../catalogue/open.js';
import type { CitationOverview, CitationRequest, CitationState, Cited } from '../../domain/citation.js';
import { every } from '../../process/in-slices.js';
import { passes, resolveFilters } from '../../search/filters.js';
import { citingFamilies, groupSteps, mostly } from './groups.js';
import { createDesk, type Desk, repealsShown, resolutionOf } from './show.js';
import type { CitationWeb, Resolved } from './web-of.js';

const MAX_CITING = 5;
/** A number that few of the mentions give may be a slip, or a version’s. */
const NUMBERED = 0.3;
const order: readonly CitationState[] = ['repealed', 'revised', 'current', 'ambiguous', 'missing'];

function citedOf(group: readonly Resolved[], desk: Desk): Cited {
  const { state } = group.toSorted(
    (a, b) => order.indexOf(a.state ?? 'missing') - order.indexOf(b.state ?? 'missing'),
  )[0]!; // a group holds one at least
  const whose = group.find((one) => one.state === state) ?? group[0]!;
  const resolution = resolutionOf(whose, desk);
  const { document = null, newer = null } = resolution ?? {};
  const title = document?.title ?? mostly(group.map(({ mention }) => mention.title));
  const number =
    document?.number ??
    mostly(
      group.map(({ mention }) => mention.number),
      NUMBERED,
    );
  const by = [...new Map(group.map(({ citing }) => [citing.family, citing.id])).values()];
  return {
    title: title ?? number ?? '',
    number,
    state: state ?? 'missing',
    document,
    newer,
    repealedBy: repealsShown(whose.repeals, desk),
    citing: citingFamilies(group),
    places: group.length,
    by: by.slice(0, MAX_CITING).flatMap((id) => desk.summary(id) ?? []),
  };
}

/** The sentence that repeals a document does not cite it as one that stands. */
const goesByIt = ({ mention }: Resolved): boolean => !mention.repeals;

/** Whoever runs it may rest between two steps. @throws AppError REGION_UNKNOWN, STATUS_UNKNOWN */
export function* overviewSteps(
  catalogue: Catalogue,
  web: CitationWeb,
  { size, ...filters }: CitationRequest,
): Generator<void, CitationOverview> {
  const rest = every(20);
  const within = yield* passing(catalogue, web, filters);
  const found: Resolved[] = [];
  for (const resolved of web.all) {
    if (rest()) yield;
    if (within.has(resolved.citing.id)) found.push(resolved);
  }
  const citations = found.filter(({ state }) => state !== null);
  const states: Record<CitationState, number> = { current: 0, revised: 0, repealed: 0, missing: 0, ambiguous: 0 };
  for (const { state } of citations) if (state) states[state]++;
  yield;
  const desk = createDesk(catalogue);
  const groups = yield* rankedSteps(yield* groupSteps(citations));
  const top = function* (chosen: readonly (readonly Resolved[])[]): Generator<void, Cited[]> {
    const shown: Cited[] = [];
    for (const { group } of (yield* rankedSteps(chosen)).slice(0, size)) {
      yield;
      shown.push(citedOf(group, desk));
    }
    return shown;
  };
  const ofState = (...wanted: CitationState[]) =>
    groups
      .map(({ group }) => group.filter((one) => goesByIt(one) && one.state !== null && wanted.includes(one.state)))
      .filter((group) => group.length > 0);
  return {
    documents: within.size,
    citing: new Set(citations.map(({ citing }) => citing.id)).size,
    mentions: {
      document: citations.length,
      own: found.filter(({ match }) => match.kind === 'own').length,
      other: found.filter(({ match }) => match.kind === 'other').length,
      states,
    },
    mostCited: yield* top(groups.map(({ group }) => group)),
    missing: yield* top(
      groups
        .filter(({ group }) => group.every(({ state }) => state === 'missing' || state === 'repealed'))
        .map(({ group }) => group.filter(({ match, mention }) => match.kind === 'none' && !mention.repeals))
        .filter((group) => group.length > 0),
    ),
    outdated: yield* top(ofState('repealed', 'revised')),
  };
}

function* passing(
  catalogue: Catalogue,
  web: CitationWeb,
  filters: Omit<CitationRequest, 'size'>,
): Generator<void, Set<string>> {
  const rest = every(20);
  const filter = resolveFilters(filters, catalogue.documents.issuers);
  const within = new Set<string>();
  for (const id of web.shelf.held.keys()) {
    if (rest()) yield;
    const metadata = catalogue.documents.metadata(id);
    if (metadata && passes(metadata, filter)) within.add(id);
  }
  return within;
}

interface Ranked {
  readonly group: readonly Resolved[];
  readonly citing: number;
}

/** Cited by most families first. */
function* rankedSteps(groups: readonly (readonly Resolved[])[]): Generator<void, Ranked[]> {
  const rest = every(100);
  const ranked: Ranked[] = [];
  for (const group of groups) {
    if (rest()) yield;
    ranked.push({ group, citing: citingFamilies(group) });
  }
  return ranked.sort((a, b) => b.citing - a.citing || b.group.length - a.group.length);
}
