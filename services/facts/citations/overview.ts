// What an archive cites most, what it lacks of that, and what it cites though it is repealed or revised.
import type { Catalogue } from '../../catalogue/open.js';
import type { CitationOverview, CitationRequest, CitationState, Cited } from '../../domain/citation.js';
import { passes, resolveFilters } from '../../search/filters.js';
import { citingFamilies, groupsOf, mostly } from './groups.js';
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

/** @throws AppError REGION_UNKNOWN, STATUS_UNKNOWN */
export function citationOverview(
  catalogue: Catalogue,
  web: CitationWeb,
  { size, ...filters }: CitationRequest,
): CitationOverview {
  const filter = resolveFilters(filters, catalogue.documents.issuers);
  const within = new Set(
    [...web.shelf.held.keys()].filter((id) => {
      const metadata = catalogue.documents.metadata(id);
      return metadata !== null && passes(metadata, filter);
    }),
  );
  const found = web.all.filter(({ citing }) => within.has(citing.id));
  const citations = found.filter(({ state }) => state !== null);
  const states: Record<CitationState, number> = { current: 0, revised: 0, repealed: 0, missing: 0, ambiguous: 0 };
  for (const { state } of citations) if (state) states[state]++;
  const desk = createDesk(catalogue);
  const groups = groupsOf(citations)
    .map((group) => ({ group, standing: group.filter(goesByIt), citing: citingFamilies(group) }))
    .sort((a, b) => b.citing - a.citing || b.group.length - a.group.length);
  const top = (chosen: readonly (readonly Resolved[])[]): Cited[] =>
    chosen
      .toSorted((a, b) => citingFamilies(b) - citingFamilies(a) || b.length - a.length)
      .slice(0, size)
      .map((group) => citedOf(group, desk));
  const ofState = (...wanted: CitationState[]) =>
    groups
      .map(({ standing }) => standing.filter(({ state }) => state !== null && wanted.includes(state)))
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
    mostCited: groups.slice(0, size).map(({ group }) => citedOf(group, desk)),
    missing: top(
      groups
        .filter(({ group }) => group.every(({ state }) => state === 'missing' || state === 'repealed'))
        .map(({ group }) => group.filter(({ match, mention }) => match.kind === 'none' && !mention.repeals))
        .filter((group) => group.length > 0),
    ),
    outdated: top(ofState('repealed', 'revised')),
  };
}
