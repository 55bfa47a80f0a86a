// Which vectors lie near, where there are so many that a look at a part of the signs comes first.
import Database from 'better-sqlite3';
import { createNear } from '../../services/engine/embedded/near.js';
import { signs } from '../../services/engine/embedded/quantise.js';

const TOTAL = 10_000;
const DIMENSION = 256;
let state = 7;
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32 - 0.5;
};
const unit = (values: number[]): Float32Array => {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (x) => x / length);
};
// a few dozen matters, and sentences about each, as texts lie
const matters = Array.from({ length: 40 }, () => Array.from({ length: DIMENSION }, random));
const vectors = Array.from({ length: TOTAL }, (_, i) => unit(matters[i % 40]!.map((x) => x + 0.8 * random())));

const db = new Database(':memory:');
db.exec('CREATE TABLE signs_1 (doc INTEGER, ids BLOB, signs BLOB)');
const insert = db.prepare('INSERT INTO signs_1 VALUES (?, ?, ?)');
for (let doc = 0; doc < 100; doc++) {
  const ids = Float64Array.from({ length: TOTAL / 100 }, (_, i) => doc * 100 + i);
  insert.run(doc, Buffer.from(ids.buffer), Buffer.concat(Array.from(ids, (id) => signs(vectors[id]!))));
}
const near = createNear(db)(1, 'now');
const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

it('are nearly all among those found, though few are asked for', () => {
  let [found, of] = [0, 0];
  for (let q = 0; q < 30; q++) {
    const query = unit(Array.from(vectors[q * 331]!, (x) => x + 0.03 * random()));
    const best = vectors.map((vector, id) => ({ id, score: dot(query, vector) })).sort((a, b) => b.score - a.score);
    const given = new Set(near.nearest(query, 256, null));
    expect(given.size).toBeGreaterThanOrEqual(256);
    for (const { id } of best.slice(0, 10)) if (given.has(id)) found++;
    of += 10;
  }
  expect(found / of).toBeGreaterThan(0.97);
});

it('are of documents that are allowed alone', () => {
  const given = near.nearest(vectors[5]!, 100, (doc) => doc % 2 === 1);
  expect(given.length).toBeGreaterThanOrEqual(100);
  expect(given.every((id) => Math.floor(id / 100) % 2 === 1)).toBe(true);
});
