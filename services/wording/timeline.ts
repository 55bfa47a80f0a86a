// Wordings over the years, by region or by level of issuer: counted as the wording desk counts, group by group.
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import { IssuerLevel } from '../domain/document.js';
import { AppError } from '../domain/errors.js';
import { type TimelineRequest, WordingRequest } from '../domain/query.js';
import { wrong } from '../domain/request-error.js';
import type { TimelineGroup, TimelineResponse } from '../domain/timeline.js';
import { atOnce } from '../process/in-slices.js';
import { createCoverage } from '../search/coverage.js';
import { asked } from './asked.js';
import { type Counted, countedSteps, type WordingDeps } from './counted.js';
import { type Group, groupsBy } from './dimensions.js';
import { occurrencesIn } from './holders.js';
import { createWordingIndex, type Documents } from './index/wording-index.js';
import { type Scope, scopeOf } from './scope.js';

/** More series than this no chart can show apart. */
const MOST_SERIES = 6;

/** The wordings, one a line; each once. */
const phrasesOf = (q: string): string[] => [
  ...new Set(
    q
      .toWellFormed()
      .split(/[\n\r]+/u)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

export const timeline = (request: TimelineRequest, deps: WordingDeps): TimelineResponse =>
  atOnce(timelineSteps(request, deps));

/** Whoever runs it may rest between two steps. @throws AppError QUERY_EMPTY, QUERY_TOO_LONG, INVALID_REQUEST, REGION_UNKNOWN, STATUS_UNKNOWN */
export function* timelineSteps(
  request: TimelineRequest,
  {
    catalogue,
    snapshot,
    maxQueryLength,
    index = createWordingIndex(),
    coverage = createCoverage(catalogue, snapshot),
  }: WordingDeps,
): Generator<void, TimelineResponse> {
  const phrases = phrasesOf(request.q);
  if (phrases.length > MOST_SERIES) throw wrong('q', 'MOST_PHRASES', { limit: MOST_SERIES });
  if (phrases.length === 0) throw new AppError('QUERY_EMPTY');
  const { by: _, ...conditions } = request;
  const questions = phrases.map((phrase) => ({
    phrase,
    question: asked(WordingRequest.parse({ ...conditions, q: phrase }), maxQueryLength),
  }));
  const scope = scopeOf(request, catalogue, coverage);
  const documents = new Map(snapshot.documents()); // as they are now, whatever comes while this rests
  const series: Series[] = [];
  for (const { phrase, question } of questions) {
    yield;
    series.push({ phrase, ...(yield* countedSteps(question, { catalogue, documents, index, scope })) });
  }
  return timelineOf(request, series, { documents, scope });
}

type Series = Counted & { readonly phrase: string };

/** Wordings that are counted, over the groups of the documents asked about. */
export const timelineOf = (
  request: TimelineRequest,
  series: readonly Series[],
  { documents, scope }: { readonly documents: Documents; readonly scope: Scope },
): TimelineResponse => ({
  by: request.by,
  phrases: series.map(({ phrase, counts, ends }) => ({
    phrase,
    documents: counts.size,
    occurrences: occurrencesIn(counts),
    ...ends,
  })),
  groups: tally(
    [...documents.values()].filter(scope.holds),
    series.map(({ counts }) => counts),
    request,
  ),
  coverage: scope.coverage(),
});

function tally(
  documents: readonly SnapshotDocument[],
  counts: readonly ReadonlyMap<SnapshotDocument, number>[],
  { by, region }: TimelineRequest,
): TimelineGroup[] {
  const groupOf = groupsBy(by, region);
  const groups = new Map<string, { group: Group; of: number; counts: { documents: number; occurrences: number }[] }>();
  for (const document of documents) {
    const group = groupOf(document.metadata);
    const key = JSON.stringify(group);
    const held = groups.get(key) ?? { group, of: 0, counts: counts.map(() => ({ documents: 0, occurrences: 0 })) };
    groups.set(key, held);
    held.of++;
    for (const [i, holding] of counts.entries()) {
      const occurrences = holding.get(document);
      const count = held.counts[i];
      if (occurrences === undefined || !count) continue;
      count.documents++;
      count.occurrences += occurrences;
    }
  }
  return [...groups.values()].map(({ group, ...held }) => ({ ...group, ...held })).sort(orders[by]);
}

const notStatedLast = (a: TimelineGroup, b: TimelineGroup): number =>
  Number(a.value === null) - Number(b.value === null);
const levels: readonly (string | null)[] = IssuerLevel.options;

const orders: Readonly<Record<TimelineRequest['by'], (a: TimelineGroup, b: TimelineGroup) => number>> = {
  year: (a, b) => notStatedLast(a, b) || Number(a.value) - Number(b.value),
  region: (a, b) => notStatedLast(a, b) || b.of - a.of || ((a.value ?? '') < (b.value ?? '') ? -1 : 1),
  level: (a, b) => levels.indexOf(a.value) - levels.indexOf(b.value),
};
