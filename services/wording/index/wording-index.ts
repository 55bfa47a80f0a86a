// How often a wording stands in which documents: by the segments that are built, and by a scan of what they do not hold.
// So the answer is the scan's at any time; the index only makes it quick. It holds no text of its own.
import type { SnapshotDocument } from '../../catalogue/snapshot.js';
import { occurrencesOf } from '../../domain/text.js';
import type { Phrase } from '../phrase.js';
import { buildSegment, type Segment } from './segment.js';
import { keysOf, mayHold, signatureOf } from './signature.js';

export type Documents = ReadonlyMap<string, SnapshotDocument>;

export interface WordingIndex {
  /** Documents of `documents` that hold a wording in normal form, with the number of its occurrences. */
  count(needle: string, documents: Documents): Map<SnapshotDocument, number>;
  /** Documents that may hold a phrase in its looser form: all that do, and a few others; in steps. */
  mayHold(phrase: Pick<Phrase, 'normal' | 'switches'>, documents: Documents): Generator<void, SnapshotDocument[]>;
  /** Takes in what is not indexed yet and lets go of what has gone, in steps; nothing to do while that is little. */
  build(documents: Documents): Generator<void, void>;
  /** Whether `build` has something to do. */
  isBehind(documents: Documents): boolean;
  size(): { readonly segments: number; readonly characters: number; readonly bytes: number };
}

/** A scan of so few characters takes no time. */
const FEW = 400_000;
/** A segment's most; a longer document is one by itself. */
const MOST = 8_000_000;

const charactersOf = (documents: readonly SnapshotDocument[]): number =>
  documents.reduce((sum, { normal }) => sum + normal.length, 0);

export function createWordingIndex(few = FEW, most = MOST): WordingIndex {
  let segments: readonly Segment[] = [];
  let indexed = new Set<SnapshotDocument>();
  const signatures = new WeakMap<SnapshotDocument, Uint32Array>();

  function sign(document: SnapshotDocument): Uint32Array {
    const known = signatures.get(document);
    if (known) return known;
    const signature = signatureOf(document);
    signatures.set(document, signature);
    return signature;
  }

  const isPresent = (document: SnapshotDocument, documents: Documents): boolean =>
    documents.get(document.id) === document;
  const notIndexed = (documents: Documents): SnapshotDocument[] => {
    const rest: SnapshotDocument[] = [];
    for (const document of documents.values()) if (!indexed.has(document)) rest.push(document);
    return rest;
  };
  /** A segment that has lost half of its texts, by change or removal. */
  const isWorn = (segment: Segment, documents: Documents): boolean =>
    2 * charactersOf(segment.documents.filter((document) => isPresent(document, documents))) < segment.characters;

  return {
    count(needle, documents) {
      const counts = new Map<SnapshotDocument, number>();
      for (const segment of segments) {
        segment.count(needle, (document, occurrences) => {
          if (isPresent(document, documents)) counts.set(document, occurrences);
        });
      }
      for (const document of notIndexed(documents)) {
        const { length } = occurrencesOf(needle, document.normal);
        if (length > 0) counts.set(document, length);
      }
      return counts;
    },
    *mayHold(phrase, documents) {
      const keys = keysOf(phrase);
      const found: SnapshotDocument[] = [];
      for (const document of [...documents.values()]) {
        if (!signatures.has(document)) yield; // to sign takes longer than to look
        if (mayHold(sign(document), keys)) found.push(document);
      }
      return found;
    },
    isBehind: (documents) =>
      charactersOf(notIndexed(documents)) >= few || segments.some((segment) => isWorn(segment, documents)),
    *build(documents) {
      // Small segments are built anew together with what has come, so that there are never many.
      const fresh = charactersOf(notIndexed(documents)) >= few;
      const kept = segments.filter(
        (segment) => !isWorn(segment, documents) && !(fresh && 2 * segment.characters < most),
      );
      const keptDocuments = new Set(kept.flatMap((segment) => segment.documents));
      const built: Segment[] = [];
      let batch: SnapshotDocument[] = [];
      let size = 0;
      for (const document of [...documents.values()].filter((one) => !keptDocuments.has(one))) {
        if (size > 0 && size + document.normal.length > most) {
          built.push(yield* buildSegment(batch));
          [batch, size] = [[], 0];
        }
        batch.push(document);
        size += document.normal.length;
      }
      if (size > 0) built.push(yield* buildSegment(batch));
      segments = [...kept, ...built];
      indexed = new Set(segments.flatMap((segment) => segment.documents));
      for (const document of indexed) {
        sign(document);
        yield;
      }
    },
    size: () => ({
      segments: segments.length,
      characters: segments.reduce((sum, { characters }) => sum + characters, 0),
      bytes:
        segments.reduce((sum, { bytes }) => sum + bytes, 0) +
        [...indexed].reduce((sum, document) => sum + (signatures.get(document)?.byteLength ?? 0), 0),
    }),
  };
}
