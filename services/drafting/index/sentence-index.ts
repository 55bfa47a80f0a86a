// Every sentence of the archive, found by its wording or by what it shares with another. Segments are built in the
// background and kept up with the snapshot, as the wording index's are; it never answers from a document that has gone.
import type { SnapshotDocument } from '../../catalogue/snapshot.js';
import { eachGram, hashOf } from './grams.js';
import { buildSegment, type SentenceSegment } from './segment.js';

export type Documents = ReadonlyMap<string, SnapshotDocument>;

export interface ArchiveSentence {
  readonly document: SnapshotDocument;
  /** in the document's stored text */
  readonly start: number;
  readonly end: number;
  readonly core: string;
  /** where `core` begins in the document's normal form */
  readonly normalStart: number;
}

/** One wording, wherever it stands. */
export interface Wording {
  readonly core: string;
  readonly sentences: readonly ArchiveSentence[];
}

export interface SentenceIndex {
  /** Sentences whose compared part is this one. */
  same(core: string, isAllowed: (document: SnapshotDocument) => boolean): ArchiveSentence[];
  /** The wordings that share most with this one, most first. */
  near(core: string, limit: number, isAllowed: (document: SnapshotDocument) => boolean): Wording[];
  /** Sentences of a document that begin in a range of its normal form. */
  within(document: SnapshotDocument, start: number, end: number): ArchiveSentence[];
  isBehind(documents: Documents): boolean;
  /** Takes in what is not indexed yet and lets go of what has gone, in steps. */
  build(documents: Documents, textOf: (id: string) => string): Generator<void, void>;
  size(): { readonly segments: number; readonly sentences: number; readonly bytes: number };
}

/** A segment's most characters; a longer document is one by itself. */
const MOST = 8_000_000;
/** Sentences of one wording that are looked at. */
const MAX_SAME = 400;
/** Places of shared runs that are counted for one sentence, the rarest runs first. */
const BUDGET = 60_000;
/** What shares less than this with the draft's sentence than the best does is not looked at. */
const LEAST_SHARE = 0.25;

const charactersOf = (documents: readonly SnapshotDocument[]): number =>
  documents.reduce((sum, { normal }) => sum + normal.length, 0);

export function createSentenceIndex(most = MOST): SentenceIndex {
  let segments: readonly SentenceSegment[] = [];
  let present: Documents = new Map();
  const scores = new WeakMap<SentenceSegment, Float32Array>();

  const isPresent = (document: SnapshotDocument): boolean => present.get(document.id) === document;
  const read = (segment: SentenceSegment, sentence: number): ArchiveSentence => ({
    document: segment.documentOf(sentence),
    ...segment.placeOf(sentence),
    core: segment.coreOf(sentence),
    normalStart: segment.normalStartOf(sentence),
  });
  const isWorn = (segment: SentenceSegment, documents: Documents): boolean =>
    2 * charactersOf(segment.documents.filter((document) => documents.get(document.id) === document)) <
    segment.characters;
  const notIndexed = (documents: Documents): SnapshotDocument[] => {
    const indexed = new Set(segments.flatMap((segment) => segment.documents));
    return [...documents.values()].filter((document) => !indexed.has(document));
  };

  function same(core: string, isAllowed: (document: SnapshotDocument) => boolean): ArchiveSentence[] {
    const hash = hashOf(core);
    const found: ArchiveSentence[] = [];
    for (const segment of segments) {
      for (const sentence of segment.withHash(hash)) {
        if (found.length >= MAX_SAME) return found;
        const document = segment.documentOf(sentence);
        if (isPresent(document) && isAllowed(document) && segment.coreOf(sentence) === core) {
          found.push(read(segment, sentence));
        }
      }
    }
    return found;
  }

  /** Sentences that share rare runs with the text, with the weight of what they share. */
  function sharing(
    segment: SentenceSegment,
    grams: readonly number[],
    isAllowed: (document: SnapshotDocument) => boolean,
  ): [sentence: number, score: number][] {
    const score = scores.get(segment) ?? new Float32Array(segment.sentences);
    scores.set(segment, score);
    const lists = grams.map((gram) => segment.withGram(gram)).sort((a, b) => a.length - b.length);
    const touched: number[] = [];
    let budget = BUDGET;
    for (const list of lists) {
      budget -= list.length;
      if (budget < 0) break;
      const weight = Math.log(1 + segment.sentences / (1 + list.length));
      for (const sentence of list) {
        if (score[sentence] === 0) touched.push(sentence);
        score[sentence]! += weight;
      }
    }
    const best = touched.reduce((most, sentence) => Math.max(most, score[sentence]!), 0);
    const found: [number, number][] = [];
    for (const sentence of touched) {
      const value = score[sentence]!;
      score[sentence] = 0;
      if (value < LEAST_SHARE * best) continue;
      const document = segment.documentOf(sentence);
      if (isPresent(document) && isAllowed(document)) found.push([sentence, value]);
    }
    return found.sort((a, b) => b[1] - a[1]);
  }

  return {
    same,
    near(core, limit, isAllowed) {
      const grams = new Set<number>();
      eachGram(core, (gram) => grams.add(gram));
      const wordings = new Map<string, number>();
      for (const segment of segments) {
        const seen = new Set<number>();
        for (const [sentence, score] of sharing(segment, [...grams], isAllowed)) {
          const hash = segment.hashOf(sentence);
          if (seen.has(hash)) continue;
          if (seen.size >= limit) break;
          seen.add(hash);
          const wording = segment.coreOf(sentence);
          wordings.set(wording, Math.max(wordings.get(wording) ?? 0, score));
        }
      }
      return [...wordings]
        .sort((a, b) => b[1] - a[1])
        .slice(0, limit)
        .map(([wording]) => ({ core: wording, sentences: same(wording, isAllowed) }))
        .filter(({ sentences }) => sentences.length > 0);
    },
    within(document, start, end) {
      for (const segment of segments) {
        const found = segment.within(document, start, end);
        if (found.length > 0) return found.map((sentence) => read(segment, sentence));
      }
      return [];
    },
    isBehind: (documents) =>
      notIndexed(documents).length > 0 ||
      segments.some((segment) => isWorn(segment, documents)) ||
      present !== documents,
    *build(documents, textOf) {
      const fresh = notIndexed(documents).length > 0;
      // Small segments are built anew together with what has come, so that there are never many.
      const kept = segments.filter(
        (segment) => !isWorn(segment, documents) && !(fresh && 4 * segment.characters < most),
      );
      const keptDocuments = new Set(kept.flatMap((segment) => segment.documents));
      const built: SentenceSegment[] = [];
      let batch: SnapshotDocument[] = [];
      let size = 0;
      for (const document of [...documents.values()].filter((one) => !keptDocuments.has(one))) {
        if (size > 0 && size + document.normal.length > most) {
          built.push(yield* buildSegment(batch, textOf));
          [batch, size] = [[], 0];
        }
        batch.push(document);
        size += document.normal.length;
      }
      if (size > 0) built.push(yield* buildSegment(batch, textOf));
      segments = [...kept, ...built];
      present = documents;
    },
    size: () => ({
      segments: segments.length,
      sentences: segments.reduce((sum, { sentences }) => sum + sentences, 0),
      bytes: segments.reduce((sum, { bytes }) => sum + bytes, 0),
    }),
  };
}
