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
  /** the first quarter of each vector's signs, side by side, so that a first look at them reads no more */
  readonly heads: Uint8Array;
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
    return { state, ids, docs, signs, heads: headsOf(signs, total) };
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

/**
 * Where so few are asked for of so many, a look at an eighth of the signs leaves a sixth of the vectors, and one at a
 * quarter of the signs of those a twentieth of all, to be looked at whole.
 */
const FEW = 512;
const MANY = 8_192;
const FIRST = 4;
const [LEFT_FIRST, LEFT_SECOND] = [6, 20];

type Allowed = ((doc: number) => boolean) | null;

const headOf = (width: number): number => Math.ceil(width / FIRST);

function headsOf(signs: Uint8Array, total: number): Uint8Array {
  const width = total === 0 ? 0 : signs.length / total;
  const head = headOf(width);
  const heads = new Uint8Array(total * head);
  for (let i = 0; i < total; i++) heads.set(signs.subarray(i * width, i * width + head), i * head);
  return heads;
}

function nearest(matrix: Matrix, vector: Float32Array, count: number, allowed: Allowed): number[] {
  const query = quantise(vector);
  const table = shortfalls(query);
  const { ids, docs, signs, heads } = matrix;
  const width = table.length / 256;
  const whole = { docs, rows: signs, width, stride: width, total: ids.length };
  let left: Uint32Array | null = null;
  if (count <= FEW && ids.length >= MANY) {
    const head = { ...whole, rows: heads, width: headOf(width), stride: headOf(width) };
    const half = { ...head, width: Math.ceil(head.width / 2) };
    const some = best(half, table, null, Math.max(8 * count, ids.length / LEFT_FIRST), allowed);
    left = best(head, table, some, Math.max(4 * count, ids.length / LEFT_SECOND), null);
  }
  return Array.from(best(whole, table, left, count, left ? null : allowed), (i) => ids[i] ?? 0);
}

interface Rows {
  readonly docs: Int32Array;
  readonly rows: Uint8Array;
  /** bytes a row that are looked at, and bytes from row to row */
  readonly width: number;
  readonly stride: number;
  readonly total: number;
}

/** Eight bytes at a time: twice as fast as one by one. */
function shortfallOf(table: Int32Array, rows: Uint8Array, from: number, width: number): number {
  let sum = 0;
  let j = 0;
  for (; j + 8 <= width; j += 8) {
    const at = from + j;
    const row = j << 8;
    sum +=
      table[row | rows[at]!]! +
      table[row | 0x100 | rows[at + 1]!]! +
      table[row | 0x200 | rows[at + 2]!]! +
      table[row | 0x300 | rows[at + 3]!]! +
      table[row | 0x400 | rows[at + 4]!]! +
      table[row | 0x500 | rows[at + 5]!]! +
      table[row | 0x600 | rows[at + 6]!]! +
      table[row | 0x700 | rows[at + 7]!]!;
  }
  for (; j < width; j++) sum += table[(j << 8) | rows[from + j]!]!;
  return sum;
}

/** Of the vectors in `among` (null: of all), those that fall least short in their rows: `count` at least. */
function best(
  { docs, rows, width, stride, total: all }: Rows,
  table: Int32Array,
  among: Uint32Array | null,
  count: number,
  allowed: Allowed,
): Uint32Array {
  const none = Math.ceil((width * 8 * 127) / STEP) + 1;
  const total = among?.length ?? all;
  const steps = new Uint16Array(total);
  const having = new Uint32Array(none + 1);
  if (allowed) {
    let [lastDoc, isAllowed] = [-1, true];
    for (let n = 0; n < total; n++) {
      const i = among ? among[n]! : n; // in bounds, as below
      const doc = docs[i]!;
      if (doc !== lastDoc) [lastDoc, isAllowed] = [doc, allowed(doc)];
      steps[n] = isAllowed ? (shortfallOf(table, rows, i * stride, width) / STEP) | 0 : none;
    }
  } else if (among) {
    for (let n = 0; n < total; n++) steps[n] = (shortfallOf(table, rows, among[n]! * stride, width) / STEP) | 0;
  } else {
    for (let n = 0; n < total; n++) steps[n] = (shortfallOf(table, rows, n * stride, width) / STEP) | 0;
  }
  for (let n = 0; n < total; n++) having[steps[n]!]!++;
  let limit = 0;
  for (let found = having[0] ?? 0; found < count && limit < none - 1; ) found += having[++limit] ?? 0;
  let found = 0;
  for (let step = 0; step <= limit; step++) found += having[step]!;
  const out = new Uint32Array(found);
  for (let n = 0, at = 0; n < total; n++) if (steps[n]! <= limit) out[at++] = among ? among[n]! : n;
  return out;
}
