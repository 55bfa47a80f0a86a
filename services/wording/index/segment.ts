// An index of some documents' texts, never changed once built: where every pair of characters stands, and how often each
// character. A place is held as the distance from the one before, in as few bytes as it takes (about 2 a character).
import type { SnapshotDocument } from '../../catalogue/snapshot.js';
import { createPairs } from './pairs.js';

export interface Segment {
  readonly documents: readonly SnapshotDocument[];
  readonly characters: number;
  readonly bytes: number;
  /** Calls back with each document that holds the wording, and how often, from left to right without overlap. */
  count(needle: string, take: (document: SnapshotDocument, occurrences: number) => void): void;
}

/** Builds document by document; whoever builds it in the background rests where it yields. */
export function* buildSegment(documents: readonly SnapshotDocument[]): Generator<void, Segment> {
  const characters = documents.reduce((sum, { normal }) => sum + normal.length, 0);
  const starts = new Uint32Array(documents.length + 1);
  documents.forEach(({ normal }, i) => {
    starts[i + 1] = (starts[i] ?? 0) + normal.length;
  });

  const pairs = createPairs();
  const idAt = new Uint32Array(characters);
  const counting = new Uint32Array(0x10000);
  const single: { code: number; document: number; count: number }[] = [];
  for (const [i, { normal }] of documents.entries()) {
    const from = starts[i] ?? 0;
    const met: number[] = [];
    let before = 0;
    for (let at = 0; at < normal.length; at++) {
      const code = normal.charCodeAt(at);
      if (counting[code]!++ === 0) met.push(code); // in bounds
      if (at > 0) idAt[from + at - 1] = pairs.add(before, code, from + at - 1);
      before = code;
    }
    for (const code of met) {
      single.push({ code, document: i, count: counting[code] ?? 0 });
      counting[code] = 0;
    }
    yield;
  }

  const { keys, rankOf, offsets } = pairs.sorted();
  yield;
  const data = new Uint8Array(offsets[keys.length] ?? 0);
  const end = offsets.slice(0, keys.length);
  const last = new Uint32Array(keys.length);
  for (const [i, { normal }] of documents.entries()) {
    const from = starts[i] ?? 0;
    for (let at = from; at < from + normal.length - 1; at++) {
      const rank = rankOf[idAt[at]!]!; // every place but a document's last has a pair
      let distance = at - last[rank]!;
      last[rank] = at;
      let write = end[rank]!;
      while (distance > 127) {
        data[write++] = (distance & 127) | 128;
        distance >>>= 7;
      }
      data[write++] = distance;
      end[rank] = write;
    }
    yield;
  }
  single.sort((a, b) => a.code - b.code || a.document - b.document);
  const singleCodes = Uint16Array.from(single, ({ code }) => code);
  const singleDocuments = Uint32Array.from(single, ({ document }) => document);
  const singleCounts = Uint32Array.from(single, ({ count }) => count);

  /** Index of the first that is not less; −1 where it is not there. */
  function find(list: Uint32Array | Uint16Array, value: number): number {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return list[low] === value ? low : -1;
  }

  const count: Segment['count'] = (needle, take) => {
    if (needle.length === 1) {
      const code = needle.charCodeAt(0);
      const first = find(singleCodes, code);
      for (let i = first; i !== -1 && singleCodes[i] === code; i++) {
        take(documents[singleDocuments[i]!]!, singleCounts[i]!); // in bounds
      }
      return;
    }
    // The rarest pair leads to the fewest places to look at.
    let [best, offset, fewest] = [-1, 0, Number.POSITIVE_INFINITY];
    for (let i = 0; i + 1 < needle.length; i++) {
      const found = find(keys, ((needle.charCodeAt(i) << 16) | needle.charCodeAt(i + 1)) >>> 0);
      if (found === -1) return;
      const size = offsets[found + 1]! - offsets[found]!;
      if (size < fewest) [best, offset, fewest] = [found, i, size];
    }
    const { length } = needle;
    let document = 0;
    let free = 0; // where the next occurrence may start
    let occurrences = 0;
    let place = 0;
    for (let read = offsets[best]!; read < offsets[best + 1]!; ) {
      let shift = 0;
      let byte = data[read++]!;
      let distance = byte & 127;
      while (byte > 127) {
        byte = data[read++]!;
        shift += 7;
        distance |= (byte & 127) << shift;
      }
      place += distance;
      if (place >= starts[document + 1]!) {
        if (occurrences > 0) take(documents[document]!, occurrences);
        occurrences = 0;
        while (place >= starts[document + 1]!) document++;
        free = starts[document]!;
      }
      const at = place - offset;
      if (at < free || at + length > starts[document + 1]!) continue;
      if (length > 2 && !stands(needle, documents[document]!.normal, at - starts[document]!)) continue;
      occurrences++;
      free = at + length;
    }
    if (occurrences > 0) take(documents[document]!, occurrences);
  };

  const held = [starts, keys, offsets, data, singleCodes, singleDocuments, singleCounts];
  return { documents, characters, bytes: held.reduce((sum, { byteLength }) => sum + byteLength, 0), count };
}

function stands(needle: string, text: string, at: number): boolean {
  for (let i = 0; i < needle.length; i++) if (text.charCodeAt(at + i) !== needle.charCodeAt(i)) return false;
  return true;
}
