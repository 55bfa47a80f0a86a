// Nearly the same words: documents that share many of a stretch's five-character shingles in one place, with the difference.
import type { Catalogue } from '../catalogue/open.js';
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import type { SimilarWording } from '../domain/elsewhere.js';
import { normalForm, occurrencesOf } from '../domain/text.js';
import { partsOf } from '../families/difference.js';
import { shinglesOf } from '../families/signature.js';
import type { Documents, WordingIndex } from '../wording/index/wording-index.js';
import { leadingNumber } from './asked.js';
import { type Found, folded, type Texts } from './copies.js';

const WIDTH = 5;
/** Shingles that are looked up, evenly over the stretch: a bound on the work. */
const MOST_LOOKED_UP = 48;
/** Documents that are compared: those that hold most of what is rare. */
const MOST_COMPARED = 300;
const MOST_SHOWN = 10;
const MOST_OTHERS = 10;
/** Share of shingles from which two stretches read as one wording changed, not as two on one subject. */
const LEAST_SIMILARITY = 0.35;
/** A document whose sentences are shown word for word is shown here only where it holds so much more. */
const LEAST_MORE = 0.1;
/** Full stops and line starts bound what is shown; so far on either side they are looked for. */
const REACH = 80;

/** Shingles without punctuation say most; those of a stretch that has none are taken as they are. */
function lookedUp(normal: string): string[] {
  const all = new Set<string>();
  for (let at = 0; at + WIDTH <= normal.length; at++) all.add(normal.slice(at, at + WIDTH));
  const plain = [...all].filter((shingle) => !/[\p{P}\p{S}]/u.test(shingle));
  const some = plain.length > 0 ? plain : [...all];
  const step = Math.max(1, some.length / MOST_LOOKED_UP);
  return Array.from({ length: Math.min(some.length, MOST_LOOKED_UP) }, (_, i) => some[Math.floor(i * step)] ?? '');
}

/** Documents by the shingles they hold, the rare counting more. */
function candidates(
  shingles: readonly string[],
  documents: Documents,
  index: WordingIndex,
  skip: (document: SnapshotDocument) => boolean,
): Map<SnapshotDocument, string[]> {
  const held = new Map<SnapshotDocument, { score: number; shingles: string[] }>();
  for (const shingle of shingles) {
    const holders = index.count(shingle, documents);
    const weight = Math.log(1 + documents.size / Math.max(1, holders.size));
    for (const document of holders.keys()) {
      const entry = held.get(document) ?? { score: 0, shingles: [] };
      entry.score += weight;
      entry.shingles.push(shingle);
      held.set(document, entry);
    }
  }
  const least = Math.max(1, Math.floor(shingles.length * 0.2));
  return new Map(
    [...held]
      .filter(([document, entry]) => entry.shingles.length >= least && !skip(document))
      .sort(([a, x], [b, y]) => y.score - x.score || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_COMPARED)
      .map(([document, entry]) => [document, entry.shingles]),
  );
}

/** The window of about the stretch's length that holds most different shingles. */
function densest(document: SnapshotDocument, shingles: readonly string[], length: number): Found | null {
  const places = shingles
    .flatMap((shingle, i) => occurrencesOf(shingle, document.normal).map((at) => ({ at, i })))
    .sort((a, b) => a.at - b.at);
  const counts = new Map<number, number>();
  let [from, best, found]: [number, number, Found | null] = [0, 0, null];
  for (const { at, i } of places) {
    counts.set(i, (counts.get(i) ?? 0) + 1);
    while (at - places[from]!.at > length * 1.3) {
      const first = places[from++]!.i; // in bounds: before `at`
      const left = (counts.get(first) ?? 0) - 1;
      if (left > 0) counts.set(first, left);
      else counts.delete(first);
    }
    if (counts.size <= best) continue;
    [best, found] = [counts.size, { document, start: places[from]!.at, end: at + WIDTH }];
  }
  return found;
}

/** Widened to whole sentences, within the paragraph. */
function widened({ document, start, end }: Found): Found {
  const { normal, paragraphStarts } = document;
  const isStop = (at: number): boolean => '。！？；'.includes(normal.charAt(at)) || paragraphStarts.includes(at + 1);
  let [from, to] = [start, end];
  for (let at = start; at >= Math.max(0, start - REACH); at--) {
    if (at === 0 || isStop(at - 1)) {
      from = at;
      break;
    }
  }
  for (let at = end - 1; at < Math.min(normal.length, end + REACH); at++) {
    if (at === normal.length - 1 || isStop(at)) {
      to = at + 1;
      break;
    }
  }
  return { document, start: from, end: to };
}

/** Of two sets of shingles: Dice's coefficient, and the share of the first that the second holds. */
function likeness(a: Uint32Array, b: Uint32Array): { similarity: number; covered: number } {
  const inA = new Set(a);
  const both = b.reduce((sum, shingle) => sum + (inA.has(shingle) ? 1 : 0), 0);
  return { similarity: (2 * both) / Math.max(1, a.length + b.length), covered: both / Math.max(1, a.length) };
}

export interface SimilarWordings {
  /** the closest of each family */
  readonly shown: SimilarWording[];
  /** ids of all that were found, and of how many families they are */
  readonly documents: readonly string[];
  readonly families: number;
}

/**
 * `words` is the stretch as it stands; documents that `skip` names are shown elsewhere; `verbatim` is the share of the
 * stretch that a document holds word for word.
 */
export function similarWordings(
  words: string,
  documents: Documents,
  index: WordingIndex,
  { skip, verbatim }: { skip(document: SnapshotDocument): boolean; verbatim(document: SnapshotDocument): number },
  { catalogue, texts }: { readonly catalogue: Catalogue; readonly texts: Texts },
): SimilarWordings {
  const normal = normalForm(words);
  const shingles = lookedUp(normal);
  const own = shinglesOf(normal);
  const found = [...candidates(shingles, documents, index, skip)].flatMap(([document, held]) => {
    const dense = densest(document, held, normal.length);
    if (!dense) return [];
    const place = widened(dense);
    const { similarity, covered } = likeness(own, shinglesOf(document.normal.slice(place.start, place.end)));
    const tells = covered > verbatim(document) + LEAST_MORE;
    return similarity >= LEAST_SIMILARITY && tells ? [{ place, similarity }] : [];
  });
  found.sort((a, b) => b.similarity - a.similarity || (a.place.document.id < b.place.document.id ? -1 : 1));
  const families = folded(catalogue, found, ({ place }) => place.document.id);
  const shown = families.slice(0, MOST_SHOWN).flatMap(([first, ...rest]) => {
    const copy = first && texts.copy(first.place);
    if (!first || !copy) return [];
    const others = rest.slice(0, MOST_OTHERS).flatMap(({ place }) => texts.copy(place) ?? []);
    const text = copy.place.text.replace(leadingNumber, '');
    const place = { ...copy.place, text, start: copy.place.end - text.length };
    return [{ ...copy, place, similarity: first.similarity, parts: partsOf(words, text), others }];
  });
  return { shown, documents: found.map(({ place }) => place.document.id), families: families.length };
}
