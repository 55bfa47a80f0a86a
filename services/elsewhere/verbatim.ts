// Which documents hold sentences of a stretch word for word: those that share the same sentences together, earliest first.
import type { Catalogue } from '../catalogue/open.js';
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import type { SharedWording } from '../domain/elsewhere.js';
import type { Documents, WordingIndex } from '../wording/index/wording-index.js';
import { compareDates } from '../wording/order.js';
import type { Asked } from './asked.js';
import { type Found, folded, type Texts } from './copies.js';

/** Families listed of those that share the same; the counts are of all. */
const MOST_FAMILIES = 20;
/** Other members listed under the first of a family. */
const MOST_OTHERS = 10;

export interface Holders {
  /** other documents that hold a sentence, with the sentences' places in the list asked for, ascending */
  readonly shared: ReadonlyMap<SnapshotDocument, readonly number[]>;
  /** share of the characters asked for that a document holds word for word */
  share(document: SnapshotDocument): number;
}

const lengthOf = (sentences: readonly Asked[]): number => sentences.reduce((sum, { key }) => sum + key.length, 0);

export function holdersOf(
  sentences: readonly Asked[],
  own: string,
  documents: Documents,
  index: WordingIndex,
): Holders {
  const shared = new Map<SnapshotDocument, number[]>();
  for (const [i, { key }] of sentences.entries()) {
    for (const document of index.count(key, documents).keys()) {
      if (document.id === own) continue;
      const before = shared.get(document);
      if (before) before.push(i);
      else shared.set(document, [i]);
    }
  }
  const all = lengthOf(sentences);
  return {
    shared,
    share: (document) => lengthOf((shared.get(document) ?? []).map((i) => sentences[i]!)) / Math.max(1, all), // in bounds
  };
}

/** Where the first run of shared sentences stands: as one, or else its first sentence. */
function placeOf(document: SnapshotDocument, sentences: readonly Asked[], run: string): Found | null {
  for (const needle of [run, sentences[0]?.key ?? '']) {
    const start = needle === '' ? -1 : document.normal.indexOf(needle);
    if (start !== -1) return { document, start, end: start + needle.length };
  }
  return null;
}

export function sharedWordings(
  sentences: readonly Asked[],
  { shared }: Holders,
  runOf: (sentences: readonly Asked[]) => string,
  { catalogue, texts }: { readonly catalogue: Catalogue; readonly texts: Texts },
): SharedWording[] {
  const groups = new Map<string, { places: readonly number[]; documents: SnapshotDocument[] }>();
  for (const [document, places] of shared) {
    const group = groups.get(places.join());
    if (group) group.documents.push(document);
    else groups.set(places.join(), { places, documents: [document] });
  }
  return [...groups.values()]
    .map(({ places, documents }) => {
      const held = places.map((i) => sentences[i]!); // in bounds: holdersOf counts them
      const run = held.slice(0, places.findIndex((place, i) => places[i + 1] !== place + 1) + 1);
      const needle = runOf(run);
      const families = folded(catalogue, documents.sort(compareDates), ({ id }) => id);
      const copyOf = (document: SnapshotDocument) => {
        const place = placeOf(document, held, needle);
        return place ? (texts.copy(place) ?? []) : [];
      };
      return {
        shared: held.map(({ start, end }) => ({ start, end })),
        characters: lengthOf(held),
        whole: held.length === sentences.length,
        documents: documents.length,
        hits: families.slice(0, MOST_FAMILIES).flatMap(([first, ...rest]) =>
          (first ? [copyOf(first)].flat() : []).map((copy) => ({
            ...copy,
            others: rest.slice(0, MOST_OTHERS).flatMap(copyOf),
          })),
        ),
      };
    })
    .sort((a, b) => b.characters - a.characters || b.documents - a.documents);
}
