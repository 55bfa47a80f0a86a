// The sentences of some documents, never changed once built: found by their whole wording, or by the runs of three
// characters that they hold. It holds no text: a sentence's words are read out of the snapshot's.
import type { SnapshotDocument } from '../../catalogue/snapshot.js';
import { normalText } from '../../domain/text.js';
import { sentencesOf } from '../../families/sentences.js';
import { coreOf } from '../core.js';
import { eachGram, hashOf } from './grams.js';

export interface SentenceSegment {
  readonly documents: readonly SnapshotDocument[];
  readonly characters: number;
  readonly sentences: number;
  readonly bytes: number;
  documentOf(sentence: number): SnapshotDocument;
  /** the sentence's place in the document's stored text */
  placeOf(sentence: number): { start: number; end: number };
  /** the part that is compared (core.ts) */
  coreOf(sentence: number): string;
  /** where that part begins in the document's normal form */
  normalStartOf(sentence: number): number;
  hashOf(sentence: number): number;
  /** Sentences of a hash, in order. */
  withHash(hash: number): Uint32Array;
  /** Sentences that hold a run of three characters, in order, and a few that do not. */
  withGram(hash: number): Uint32Array;
  /** Sentences of a document of the segment whose compared part lies in a range of its normal form. */
  within(document: SnapshotDocument, start: number, end: number): number[];
}

/** A single character is no sentence. */
const MIN_CORE = 2;
/** Sentences between two rests. */
const STEP = 400;

/** Numbers in a list that grows without boxing them. */
function growing(): { push(value: number): void; done(): Uint32Array } {
  let list = new Uint32Array(1 << 12);
  let length = 0;
  return {
    push(value) {
      if (length === list.length) {
        const larger = new Uint32Array(length * 2);
        larger.set(list);
        list = larger;
      }
      list[length++] = value;
    },
    done: () => list.slice(0, length),
  };
}

/** Builds a little at a time: whoever builds it in the background rests where it yields. `textOf` gives stored texts. */
export function* buildSegment(
  documents: readonly SnapshotDocument[],
  textOf: (id: string) => string,
): Generator<void, SentenceSegment> {
  const [starts, ends, coreStarts, coreEnds, hashes] = [growing(), growing(), growing(), growing(), growing()];
  const first = new Uint32Array(documents.length + 1);
  let count = 0;
  let grams = 0;
  for (const [i, document] of documents.entries()) {
    const text = textOf(document.id);
    const map = normalText(text);
    // A text that changed since the snapshot was taken has another normal form, and a new document to come.
    const found = map.text === document.normal ? sentencesOf(text) : [];
    let at = 0;
    for (const { start, end, key } of found) {
      if (count % STEP === 0) yield;
      while (at < map.starts.length && map.starts[at]! < start) at++; // in bounds
      const { core, from, to } = coreOf(key);
      if (core.length < MIN_CORE || document.normal.slice(at + from, at + to) !== core) continue;
      starts.push(start);
      ends.push(end);
      coreStarts.push(at + from);
      coreEnds.push(at + to);
      hashes.push(hashOf(core));
      grams += core.length;
      count++;
    }
    first[i + 1] = count;
    yield;
  }
  const [startAt, endAt, coreStart, coreEnd, hash] = [starts, ends, coreStarts, coreEnds, hashes].map((list) =>
    list.done(),
  ) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array]; // five lists in, five out

  const documentAt = (sentence: number): number => {
    let [low, high] = [0, documents.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (first[middle]! <= sentence) low = middle;
      else high = middle;
    }
    return low;
  };
  const core = (sentence: number): string =>
    documents[documentAt(sentence)]!.normal.slice(coreStart[sentence], coreEnd[sentence]);

  const order = Uint32Array.from({ length: count }, (_, i) => i).sort((a, b) => hash[a]! - hash[b]! || a - b);
  yield;

  // Two passes: how many sentences each bucket takes, then which. Two grams in one bucket cost a closer look, no more.
  const bits = Math.max(10, Math.min(21, Math.ceil(Math.log2(grams + 1))));
  const mask = 2 ** bits - 1;
  const offsets = new Uint32Array(2 ** bits + 1);
  const last = new Int32Array(2 ** bits).fill(-1);
  for (let sentence = 0; sentence < count; sentence++) {
    if (sentence % STEP === 0) yield;
    eachGram(core(sentence), (gram) => {
      const bucket = gram & mask;
      if (last[bucket] === sentence) return;
      last[bucket] = sentence;
      offsets[bucket + 1]!++;
    });
  }
  for (let bucket = 0; bucket <= mask; bucket++) offsets[bucket + 1]! += offsets[bucket]!;
  const postings = new Uint32Array(offsets[mask + 1]!);
  const write = offsets.slice();
  last.fill(-1);
  for (let sentence = 0; sentence < count; sentence++) {
    if (sentence % STEP === 0) yield;
    eachGram(core(sentence), (gram) => {
      const bucket = gram & mask;
      if (last[bucket] === sentence) return;
      last[bucket] = sentence;
      postings[write[bucket]!++] = sentence;
    });
  }

  const at = new Map(documents.map((document, i) => [document, i]));
  const firstAtLeast = (value: number): number => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (hash[order[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const held = [startAt, endAt, coreStart, coreEnd, hash, order, offsets, postings, first];
  return {
    documents,
    characters: documents.reduce((sum, { normal }) => sum + normal.length, 0),
    sentences: count,
    bytes: held.reduce((sum, { byteLength }) => sum + byteLength, 0),
    documentOf: (sentence) => documents[documentAt(sentence)]!,
    placeOf: (sentence) => ({ start: startAt[sentence]!, end: endAt[sentence]! }),
    coreOf: core,
    normalStartOf: (sentence) => coreStart[sentence]!,
    hashOf: (sentence) => hash[sentence]!,
    withHash: (value) => order.subarray(firstAtLeast(value), firstAtLeast(value + 1)),
    withGram: (gram) => postings.subarray(offsets[gram & mask], offsets[(gram & mask) + 1]),
    within(document, start, end) {
      const i = at.get(document);
      const found: number[] = [];
      if (i === undefined) return found;
      for (let sentence = first[i]!; sentence < first[i + 1]!; sentence++) {
        if (coreStart[sentence]! >= end) break;
        if (coreStart[sentence]! >= start) found.push(sentence);
      }
      return found;
    },
  };
}
