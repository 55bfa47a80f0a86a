// The order of occurrences, and the page of them that is asked for; places are looked up only where the order needs them.
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import type { WordingSort } from '../domain/query.js';
import type { Place } from './phrase.js';
import { compareAfter, compareBefore, compareWords } from './reading-order.js';

export interface Located {
  readonly document: SnapshotDocument;
  readonly place: Place;
}
export interface Page {
  readonly sort: WordingSort;
  readonly page: number;
  readonly size: number;
}

/** So many characters of context decide the order; beyond them it goes by date. */
const CONTEXT = 40;

/** Oldest first; only a year counts as that year's start; undated last. */
const dateKey = ({ metadata: { date, year } }: SnapshotDocument): string =>
  date ?? (year === null ? '9999' : `${year}`);
export function compareDates(a: SnapshotDocument, b: SnapshotDocument): number {
  const [x, y] = [dateKey(a), dateKey(b)];
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
const compareTitles = (a: SnapshotDocument, b: SnapshotDocument): number =>
  compareWords(a.metadata.title, b.metadata.title) || compareDates(a, b);

/** The first `most` of what comes, in order, without keeping more than twice as many. */
export function firstOf<T>(items: Iterable<T>, most: number, compare: (a: T, b: T) => number): T[] {
  let kept: T[] = [];
  let full: T | undefined; // the last of those that are in for now
  for (const item of items) {
    if (full !== undefined && compare(item, full) >= 0) continue;
    kept.push(item);
    if (kept.length < 2 * most + 1_000) continue;
    kept = kept.sort(compare).slice(0, most);
    full = kept.at(-1);
  }
  return kept.sort(compare).slice(0, most);
}

function byContext(sort: 'left' | 'right'): (a: Located, b: Located) => number {
  const context = (a: Located, b: Located): number =>
    sort === 'left'
      ? compareBefore(a.document.normal, a.place.start, b.document.normal, b.place.start, CONTEXT)
      : compareAfter(a.document.normal, a.place.end, b.document.normal, b.place.end, CONTEXT);
  return (a, b) => context(a, b) || compareDates(a.document, b.document) || a.place.start - b.place.start;
}

/** A page of the occurrences; `placesOf` gives a document's, from left to right, as many as `counts` says. */
export function pageOf(
  counts: ReadonlyMap<SnapshotDocument, number>,
  placesOf: (document: SnapshotDocument) => readonly Place[],
  { sort, page, size }: Page,
): Located[] {
  const [from, to] = [(page - 1) * size, page * size];
  const locate = (document: SnapshotDocument): Located[] => placesOf(document).map((place) => ({ document, place }));
  if (sort === 'left' || sort === 'right') {
    const all = function* (): Generator<Located> {
      for (const document of counts.keys()) yield* locate(document);
    };
    return firstOf(all(), to, byContext(sort)).slice(from);
  }
  const shown: Located[] = [];
  let passed = 0;
  for (const document of [...counts.keys()].sort(sort === 'document' ? compareTitles : compareDates)) {
    const count = counts.get(document) ?? 0;
    if (passed + count > from && passed < to) {
      shown.push(...locate(document).slice(Math.max(0, from - passed), to - passed));
    }
    passed += count;
    if (passed >= to) break;
  }
  return shown;
}
