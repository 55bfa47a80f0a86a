// A plain scan of one vector a passage, in 8 bits, as sqlite-vec does it: a peer to compare times with.
import Database from 'better-sqlite3';
import * as sqliteVec from 'sqlite-vec';
import type { Catalogue } from '../../services/catalogue/open.js';
import { quantise } from '../../services/engine/embedded/quantise.js';
import { DEPTH, readPassages } from './passages.js';

/** Gives the DEPTH nearest passages' ids. The scan runs in a database in memory. */
export function plainScan(
  catalogue: Catalogue,
  fingerprint: string,
  dimension: number,
): (query: Float32Array) => number[] {
  const db = new Database(':memory:');
  sqliteVec.load(db);
  db.exec(
    `CREATE VIRTUAL TABLE vec USING vec0(id INTEGER PRIMARY KEY, vector int8[${dimension}] distance_metric=cosine)`,
  );
  const add = db.prepare('INSERT INTO vec (id, vector) VALUES (?, vec_int8(?))');
  db.transaction(() => {
    for (const { id, vectors } of readPassages(catalogue, fingerprint).all()) {
      if (vectors[0]) add.run(BigInt(id), quantise(vectors[0]));
    }
  })();
  const nearest = db
    .prepare<[Int8Array, number], number>('SELECT id FROM vec WHERE vector MATCH vec_int8(?) AND k = ?')
    .pluck();
  return (query) => nearest.all(quantise(query), DEPTH);
}
