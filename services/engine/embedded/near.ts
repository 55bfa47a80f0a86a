// Which vectors lie near a query's: the signs of all, in memory, and a scan of them. Ten times as fast as sqlite-vec's
// scan of bit vectors, whose cost grows with the number of neighbours asked for (docs/ranking.md).
import type Database from 'better-sqlite3';
import { quantise } from './quantise.js';

export interface Near {
  /** The vectors, of the documents allowed, whose signs are nearest to the query: at least `count`, where there are so many. */
  nearest(vector: Float32Array, count: number, allowed: ((doc: number) => boolean) | null): number[];
}

/** All vectors' signs, side by side. */
interface Matrix {
  /** what they were read from: another one means reading again */
  readonly state: string;
  readonly ids: Float64Array;
  readonly docs: Int32Array;
  readonly signs: Uint8Array;
}

interface Row {
  readonly doc: number;
  readonly ids: Buffer;
  readonly signs: Buffer;
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
    const signs = new Uint8Array(bytes);
    const idBytes = new Uint8Array(ids.buffer);
    let [at, byte] = [0, 0];
    for (const row of rows) {
      idBytes.set(row.ids, at * 8);
      signs.set(row.signs, byte);
      docs.fill(row.doc, at, at + row.ids.length / 8);
      at += row.ids.length / 8;
      byte += row.signs.length;
    }
    return { state, ids, docs, signs };
  }

  return (generation, state) => {
    if (matrix?.state !== state) matrix = read(generation, state);
    return { nearest: (vector, count, allowed) => nearest(matrix as Matrix, vector, count, allowed) }; // read just now
  };
}

/**
 * For every byte of signs and each value that it may have, how much a vector with those signs falls short of one whose
 * signs are all the query's: the sum of |q| where they differ. The query's own components weigh (asymmetric distance,
 * as in Jégou, Douze & Schmid 2011): with its signs alone a third more of the nearest are missed.
 */
function shortfalls(query: Int8Array): Int32Array {
  const bytes = Math.ceil(query.length / 8);
  const table = new Int32Array(bytes * 256);
  for (let byte = 0; byte < bytes; byte++) {
    for (let value = 0; value < 256; value++) {
      let sum = 0;
      for (let bit = 0; bit < 8; bit++) {
        const component = query[byte * 8 + bit] ?? 0;
        if (component > 0 !== ((value >> bit) & 1) > 0) sum += Math.abs(component);
      }
      table[byte * 256 + value] = sum;
    }
  }
  return table;
}

/** Shortfalls are told apart by so much (of at most 127 a component). */
const STEP = 8;

function nearest(
  { ids, docs, signs }: Matrix,
  vector: Float32Array,
  count: number,
  allowed: ((doc: number) => boolean) | null,
): number[] {
  const query = quantise(vector);
  const table = shortfalls(query);
  const width = table.length / 256;
  const none = Math.ceil((query.length * 127) / STEP) + 1;
  const steps = new Uint16Array(ids.length);
  const having = new Uint32Array(none + 1);
  let [lastDoc, isAllowed] = [-1, true];
  for (let i = 0; i < ids.length; i++) {
    const doc = docs[i] ?? 0;
    if (allowed && doc !== lastDoc) [lastDoc, isAllowed] = [doc, allowed(doc)];
    let step = none;
    if (isAllowed) {
      let sum = 0;
      for (let j = 0, at = i * width; j < width; j++, at++) sum += table[(j << 8) | (signs[at] ?? 0)] ?? 0;
      step = Math.floor(sum / STEP);
    }
    steps[i] = step;
    having[step] = (having[step] ?? 0) + 1;
  }
  let limit = 0;
  for (let found = having[0] ?? 0; found < count && limit < none - 1; ) found += having[++limit] ?? 0;
  const found: number[] = [];
  for (let i = 0; i < ids.length; i++) if ((steps[i] ?? none) <= limit) found.push(ids[i] ?? 0);
  return found;
}
