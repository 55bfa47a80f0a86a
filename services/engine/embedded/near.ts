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
    const from = byte * 256;
    let none = 0; // where no bit is set, every positive component differs
    for (let bit = 0; bit < 8; bit++) none += Math.max(0, query[byte * 8 + bit] ?? 0);
    table[from] = none;
    for (let value = 1; value < 256; value++) {
      const rest = value & (value - 1); // without its lowest bit
      table[from + value] = table[from + rest]! - (query[byte * 8 + 31 - Math.clz32(value ^ rest)] ?? 0);
    }
  }
  return table;
}

/** Shortfalls are told apart by so much (of at most 127 a component). */
const STEP = 8;

/** Where so few are asked for of so many, a look at the first quarter of the signs leaves a tenth of them to look at whole. */
const FEW = 512;
const MANY = 8_192;
const FIRST = 4;
const LEFT = 10;

type Allowed = ((doc: number) => boolean) | null;

function nearest(matrix: Matrix, vector: Float32Array, count: number, allowed: Allowed): number[] {
  const query = quantise(vector);
  const table = shortfalls(query);
  const width = table.length / 256;
  const { ids } = matrix;
  const left =
    count <= FEW && ids.length >= MANY
      ? best(matrix, table, Math.ceil(width / FIRST), null, Math.max(4 * count, ids.length / LEFT), allowed)
      : null;
  const found = best(matrix, table, width, left, count, left ? null : allowed);
  return Array.from(found, (i) => ids[i] ?? 0);
}

/** Of the vectors in `among` (null: of all), those that fall least short in their first `bytes` bytes: `count` at least. */
function best(
  { docs, signs, ids }: Matrix,
  table: Int32Array,
  bytes: number,
  among: Uint32Array | null,
  count: number,
  allowed: Allowed,
): Uint32Array {
  const width = signs.length / Math.max(1, ids.length);
  const none = Math.ceil((bytes * 8 * 127) / STEP) + 1;
  const total = among?.length ?? ids.length;
  const steps = new Uint16Array(total);
  const having = new Uint32Array(none + 1);
  let [lastDoc, isAllowed] = [-1, true];
  for (let n = 0; n < total; n++) {
    const i = among ? among[n]! : n; // in bounds, as below
    const doc = docs[i]!;
    if (allowed && doc !== lastDoc) [lastDoc, isAllowed] = [doc, allowed(doc)];
    let step = none;
    if (isAllowed) {
      let sum = 0;
      for (let j = 0, at = i * width; j < bytes; j++, at++) sum += table[(j << 8) | signs[at]!]!;
      step = Math.floor(sum / STEP);
    }
    steps[n] = step;
    having[step]!++;
  }
  let limit = 0;
  for (let found = having[0] ?? 0; found < count && limit < none - 1; ) found += having[++limit] ?? 0;
  let found = 0;
  for (let step = 0; step <= limit; step++) found += having[step]!;
  const out = new Uint32Array(found);
  for (let n = 0, at = 0; n < total; n++) if (steps[n]! <= limit) out[at++] = among ? among[n]! : n;
  return out;
}
