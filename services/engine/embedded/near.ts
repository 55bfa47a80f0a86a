// Which vectors lie near a query's: the signs of all, in memory, and a scan of them. Ten times as fast as sqlite-vec's own
// scan of bit vectors, whose cost grows with the number of neighbours asked for (measured in docs/ranking.md).
import type Database from 'better-sqlite3';
import { signs } from './quantise.js';

export interface Near {
  /** The vectors, of the documents allowed, whose signs differ least from the query's: at least `count`, where there are so many. */
  nearest(vector: Float32Array, count: number, allowed: ((doc: number) => boolean) | null): number[];
}

/** All vectors' signs, side by side. */
interface Matrix {
  /** what they were read from: another one means reading again */
  readonly state: string;
  readonly ids: Float64Array;
  readonly docs: Int32Array;
  readonly words: Uint32Array;
}

interface Row {
  readonly doc: number;
  readonly ids: Buffer;
  readonly signs: Buffer;
}

/** Bits set in a 32-bit word (Hacker's Delight, 5-1). */
function bitsIn(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return (((x + (x >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** `state` names what a generation's tables hold now. Call within a transaction that reads. */
export function createNear(db: Database.Database): (generation: number, state: string) => Near {
  let matrix: Matrix | undefined;

  function read(generation: number, state: string): Matrix {
    const rows = db.prepare<[], Row>(`SELECT doc, ids, signs FROM signs_${generation}`).all();
    const total = rows.reduce((sum, { ids }) => sum + ids.length / 8, 0);
    const bytes = rows.reduce((sum, row) => sum + row.signs.length, 0);
    const ids = new Float64Array(total);
    const docs = new Int32Array(total);
    const words = new Uint32Array(bytes / 4);
    const wordBytes = new Uint8Array(words.buffer);
    const idBytes = new Uint8Array(ids.buffer);
    let [at, byte] = [0, 0];
    for (const row of rows) {
      idBytes.set(row.ids, at * 8);
      wordBytes.set(row.signs, byte);
      docs.fill(row.doc, at, at + row.ids.length / 8);
      at += row.ids.length / 8;
      byte += row.signs.length;
    }
    return { state, ids, docs, words };
  }

  return (generation, state) => {
    if (matrix?.state !== state) matrix = read(generation, state);
    return { nearest: (vector, count, allowed) => nearest(matrix as Matrix, vector, count, allowed) }; // read just now
  };
}

function nearest(
  { ids, docs, words }: Matrix,
  vector: Float32Array,
  count: number,
  allowed: ((doc: number) => boolean) | null,
): number[] {
  const query = new Uint32Array(signs(vector).buffer);
  const width = query.length;
  const far = width * 32 + 1;
  const distances = new Uint16Array(ids.length);
  const having = new Uint32Array(far + 1);
  let [lastDoc, isAllowed] = [-1, true];
  for (let i = 0, word = 0; i < ids.length; i++) {
    const doc = docs[i] ?? 0;
    if (allowed && doc !== lastDoc) [lastDoc, isAllowed] = [doc, allowed(doc)];
    let distance = 0;
    for (let j = 0; j < width; j++, word++) distance += bitsIn((words[word] ?? 0) ^ (query[j] ?? 0));
    if (!isAllowed) distance = far;
    distances[i] = distance;
    having[distance] = (having[distance] ?? 0) + 1;
  }
  let limit = 0;
  for (let found = having[0] ?? 0; found < count && limit < far - 1; ) found += having[++limit] ?? 0;
  const found: number[] = [];
  for (let i = 0; i < ids.length; i++) if ((distances[i] ?? far) <= limit) found.push(ids[i] ?? 0);
  return found;
}
