// Every occurrence of a wording in the archive: a scan of the texts in normal form, counted from left to right.
import type { Catalogue } from '../catalogue/open.js';
import { passageIndexAt, type Snapshot, type SnapshotDocument } from '../catalogue/snapshot.js';
import { AppError } from '../domain/errors.js';
import type { WordingRequest } from '../domain/query.js';
import type { Occurrence, WordingResponse } from '../domain/result.js';
import { normalForm, normalText, occurrencesOf, originalRange } from '../domain/text.js';
import { passes, resolveFilters } from '../search/filters.js';
import { countedForm, holdsNumber, type LooseText, looseForm } from './loose.js';

export interface WordingDeps {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  readonly maxQueryLength: number;
}

/** Characters shown on either side of an occurrence. */
const CONTEXT = 40;

/** Where an occurrence stands in the document's normal form. */
interface Place {
  readonly start: number;
  readonly end: number;
}
interface Found {
  readonly document: SnapshotDocument;
  readonly at: readonly Place[];
}

const places = (needle: string, { text, at, ends }: LooseText): Place[] =>
  occurrencesOf(needle, text).map((found) => ({
    start: at[found] ?? 0,
    end: ends[found + needle.length - 1] ?? 0,
  }));

/** From left to right without overlap; of two that begin at one place the longer. */
function apart(found: readonly Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(place);
  }
  return kept;
}

/** How a wording is looked for in a text in normal form; null where nothing of it is left to look for. */
function finder(normal: string, loose: boolean): ((text: string) => Place[]) | null {
  if (!loose) {
    const { length } = normal;
    return length === 0 ? null : (text) => occurrencesOf(normal, text).map((start) => ({ start, end: start + length }));
  }
  const { text: needle } = looseForm(normal);
  if (needle === '') return null;
  if (!holdsNumber(normal)) return (text) => places(needle, looseForm(text));
  const { text: counted } = countedForm(normal);
  return (text) => apart([...places(needle, looseForm(text)), ...places(counted, countedForm(text))]);
}

/** @throws AppError QUERY_EMPTY, QUERY_TOO_LONG, INVALID_REQUEST */
export function wording(
  request: WordingRequest,
  { catalogue, snapshot, maxQueryLength }: WordingDeps,
): WordingResponse {
  const q = request.q.toWellFormed();
  if (q.length > maxQueryLength) throw new AppError('QUERY_TOO_LONG', { length: q.length, limit: maxQueryLength });
  const find = finder(normalForm(q), request.loose);
  if (!find) throw new AppError('QUERY_EMPTY');
  const filter = resolveFilters(request, () => catalogue.documents.issuers());

  const found: Found[] = [];
  for (const document of snapshot.documents().values()) {
    if (!passes(document.metadata, filter)) continue;
    const at = find(document.normal);
    if (at.length > 0) found.push({ document, at });
  }
  found.sort((a, b) => compareDates(a.document, b.document) || (a.document.id < b.document.id ? -1 : 1));

  const flat = (list: readonly Found[]) => list.flatMap(({ document, at }) => at.map((place) => ({ document, place })));
  const show = (list: readonly { document: SnapshotDocument; place: Place }[]): Occurrence[] => locate(list, catalogue);
  const dated = found.filter(({ document }) => document.metadata.date !== null || document.metadata.year !== null);
  const all = flat(found);
  return {
    query: q.trim(),
    documents: found.length,
    occurrences: all.length,
    first: show(flat(dated.slice(0, 1)).slice(0, 1))[0] ?? null,
    latest: show(flat(dated.slice(-1)).slice(0, 1))[0] ?? null,
    byYear: tallyBy(found, ({ year }) => [year === null ? null : String(year)]),
    byRegion: tallyBy(found, ({ region }) => [region]),
    byIssuer: tallyBy(found, ({ issuers }) => (issuers.length > 0 ? issuers : [null])),
    hits: show(all.slice((request.page - 1) * request.size, request.page * request.size)),
  };
}

/** Oldest first; only a year counts as that year's start; undated last. */
const dateKey = ({ metadata: { date, year } }: SnapshotDocument): string =>
  date ?? (year === null ? '9999' : `${year}`);
const compareDates = (a: SnapshotDocument, b: SnapshotDocument): number =>
  dateKey(a) < dateKey(b) ? -1 : dateKey(a) > dateKey(b) ? 1 : 0;

function tallyBy(
  found: readonly Found[],
  valuesOf: (metadata: SnapshotDocument['metadata']) => (string | null)[],
): WordingResponse['byYear'] {
  const counts = new Map<string | null, { documents: number; occurrences: number }>();
  for (const { document, at } of found) {
    for (const value of new Set(valuesOf(document.metadata))) {
      const before = counts.get(value) ?? { documents: 0, occurrences: 0 };
      counts.set(value, { documents: before.documents + 1, occurrences: before.occurrences + at.length });
    }
  }
  return [...counts]
    .map(([value, count]) => ({ value, ...count }))
    .sort((a, b) => (a.value === null ? 1 : b.value === null ? -1 : a.value < b.value ? -1 : 1));
}

/** Occurrences with their places in the stored text; the offset map is made once a document. */
function locate(list: readonly { document: SnapshotDocument; place: Place }[], catalogue: Catalogue): Occurrence[] {
  const maps = new Map<string, { text: string; normal: ReturnType<typeof normalText> }>();
  return list.flatMap(({ document, place: { start, end } }) => {
    let map = maps.get(document.id);
    if (!map) {
      const { text } = catalogue.documents.text(document.id);
      map = { text, normal: normalText(text) };
      maps.set(document.id, map);
    }
    const range = originalRange(map.normal, start, end);
    const summary = catalogue.documents.summary(document.id);
    const passageId = document.passageIds[Math.max(0, passageIndexAt(document, start))];
    const [passage] = passageId === undefined ? [] : catalogue.documents.passagesById([passageId]);
    if (!summary || !passage) return [];
    const { documentId: _, ...shown } = passage;
    return [
      {
        document: summary,
        passage: shown,
        ...range,
        before: map.text.slice(Math.max(0, range.start - CONTEXT), range.start),
        match: map.text.slice(range.start, range.end),
        after: map.text.slice(range.end, range.end + CONTEXT),
      },
    ];
  });
}
