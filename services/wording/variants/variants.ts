// What a wording has been and become: its variants in the archive, equal ones together, in order of first use, with what
// changed marked.
import type { SnapshotDocument } from '../../catalogue/snapshot.js';
import { AppError } from '../../domain/errors.js';
import type { VariantsRequest } from '../../domain/query.js';
import { wrong } from '../../domain/request-error.js';
import type { Occurrence } from '../../domain/result.js';
import { normalForm } from '../../domain/text.js';
import type { Variant, VariantsResponse } from '../../domain/variants.js';
import { partsOf } from '../../families/difference.js';
import { bigrams, likeness } from '../../families/sentences.js';
import { createCoverage } from '../../search/coverage.js';
import type { WordingDeps } from '../counted.js';
import { foldedForm } from '../fold.js';
import { createWordingIndex } from '../index/wording-index.js';
import { compareDates } from '../order.js';
import { scopeOf } from '../scope.js';
import { show } from '../show.js';
import { type FoundStretch, findStretches } from './find-stretches.js';
import { editsBetween } from './stretches.js';

/** Shorter ones are near to everything; longer ones are compared as documents. */
const SHORTEST = 4;
const LONGEST = 300;

interface Group {
  /** in normal form, as its first use has it */
  readonly normal: string;
  readonly edits: number;
  readonly documents: number;
  /** by date, undated last */
  readonly found: readonly FoundStretch[];
  readonly first: FoundStretch;
  readonly latest: FoundStretch;
}

/** @throws AppError QUERY_EMPTY, INVALID_REQUEST, REGION_UNKNOWN, STATUS_UNKNOWN */
export function* variants(
  request: VariantsRequest,
  {
    catalogue,
    snapshot,
    index = createWordingIndex(),
    coverage = createCoverage(catalogue, snapshot),
  }: Omit<WordingDeps, 'maxQueryLength'>,
): Generator<void, VariantsResponse> {
  const asked = normalForm(request.q.toWellFormed());
  if (asked === '') throw new AppError('QUERY_EMPTY');
  if (asked.length < SHORTEST || asked.length > LONGEST) {
    throw wrong('q', 'LENGTH', { least: SHORTEST, most: LONGEST });
  }
  const scope = scopeOf(request, catalogue, coverage);
  const edits = Math.floor((asked.length * (100 - request.alike)) / 100);
  const found = yield* findStretches(asked, edits, snapshot.documents(), index, scope.holds);
  const groups = grouped(asked, found);
  const shown = mostUsed(groups, request.size).sort((a, b) => compareUses(a.first, b.first));
  yield;
  const occurrences = show(
    shown.flatMap(({ first, latest }) => [first, latest]),
    catalogue,
  );
  const query = request.q.toWellFormed().trim();
  return {
    query,
    total: groups.length,
    documents: new Set(found.map(({ document }) => document)).size,
    occurrences: found.length,
    variants: yield* described(query, shown, occurrences),
    coverage: scope.coverage(),
  };
}

const compareUses = (a: FoundStretch, b: FoundStretch): number =>
  compareDates(a.document, b.document) || a.place.start - b.place.start;
const isDated = ({ document: { metadata } }: FoundStretch): boolean => metadata.date !== null || metadata.year !== null;
const textOf = ({ document, place }: FoundStretch): string => document.normal.slice(place.start, place.end);

const bare = { punctuation: true, script: false, numerals: false };

/** Stretches that differ in punctuation alone are one variant. */
function grouped(asked: string, found: readonly FoundStretch[]): Group[] {
  const byText = new Map<string, FoundStretch[]>();
  for (const one of found) {
    const key = foldedForm(textOf(one), bare).text;
    const held = byText.get(key);
    if (held) held.push(one);
    else byText.set(key, [one]);
  }
  return [...byText.values()].flatMap((uses) => {
    uses.sort(compareUses);
    const [first] = uses;
    if (!first) return [];
    return {
      normal: textOf(first),
      edits: editsBetween(asked, textOf(first)),
      documents: new Set(uses.map(({ document }) => document)).size,
      found: uses,
      first,
      latest: uses.filter(isDated).at(-1) ?? uses.at(-1) ?? first,
    };
  });
}

/** What was asked for itself stays, however rare. */
const mostUsed = (groups: readonly Group[], size: number): Group[] =>
  [...groups]
    .sort((a, b) => Number(b.edits === 0) - Number(a.edits === 0) || b.documents - a.documents || a.edits - b.edits)
    .slice(0, size);

function tally<T>(documents: Iterable<SnapshotDocument>, of: (document: SnapshotDocument) => T): Map<T, number> {
  const counts = new Map<T, number>();
  for (const document of documents) {
    const value = of(document);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** @param occurrences first and latest of each group, in turn */
function* described(
  query: string,
  groups: readonly Group[],
  occurrences: readonly Occurrence[],
): Generator<void, Variant[]> {
  const written = (match: string): string => match.replace(/\s*[\n\r]\s*/gu, '');
  /** Width, style of quotation mark and white space are no part of a wording. */
  const changes = (from: string, to: string): Variant['parts'] =>
    partsOf(from.replace(/\s+/gu, ''), to.replace(/\s+/gu, ''), normalForm);
  const grams = groups.map(({ normal }) => bigrams(normal));
  const variants: Variant[] = [];
  for (const [i, group] of groups.entries()) {
    yield;
    const [first, latest] = [occurrences[2 * i], occurrences[2 * i + 1]];
    if (!first || !latest) continue;
    const text = written(first.match);
    const documents = new Set(group.found.map(({ document }) => document));
    const years = tally(documents, ({ metadata }) => metadata.year);
    const regions = tally(documents, ({ metadata }) => metadata.region);
    let before = -1;
    let most = 0;
    for (let j = 0; j < i; j++) {
      const alike = likeness(grams[i]!, grams[j]!); // in bounds
      if (isDated(group.first) && alike >= most) [before, most] = [j, alike];
    }
    const earlier = occurrences[2 * before];
    variants.push({
      text,
      edits: group.edits,
      documents: group.documents,
      occurrences: group.found.length,
      first,
      latest,
      years: [...years]
        .flatMap(([value, count]) => (value === null ? [] : { value, documents: count }))
        .sort((a, b) => a.value - b.value),
      regions: [...regions]
        .map(([value, count]) => ({ value, documents: count }))
        .sort((a, b) => b.documents - a.documents),
      parts: changes(query, text),
      before: earlier ? { text: written(earlier.match), parts: changes(written(earlier.match), text) } : null,
    });
  }
  return variants;
}
