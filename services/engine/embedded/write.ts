// Replaces documents in one generation of the embedded engine.
import type Database from 'better-sqlite3';
import { grams, words } from '../../language/segment.js';
import type { EngineDocument, EnginePassage } from '../engine.js';
import { weightedParts } from '../fields.js';
import { quantise, signs } from './quantise.js';

/** Units of a passage, its parts kept apart so that no phrase runs from one into the next. */
function units(passage: EnginePassage): { grams: string; words: string } {
  const parts = weightedParts(passage);
  return { grams: parts.flatMap(grams).join(' '), words: parts.flatMap(words).join(' ') };
}

/** Call inside a transaction. */
export function replaceDocuments(
  db: Database.Database,
  generation: number,
  documents: readonly EngineDocument[],
): void {
  const known = db.prepare<[string], number>(`SELECT doc FROM documents_${generation} WHERE document_id = ?`).pluck();
  const ids = db.prepare<[number], number>(`SELECT id FROM passages_${generation} WHERE doc = ?`).pluck();
  const removals = [
    'DELETE FROM lex_# WHERE rowid = ?',
    'DELETE FROM vectors_# WHERE passage = ?',
    'DELETE FROM passages_# WHERE id = ?',
  ].map((sql) => db.prepare<[bigint]>(sql.replace('#', String(generation))));
  const removeDocument = db.prepare<[number]>(`DELETE FROM documents_${generation} WHERE doc = ?`);
  const addDocument = db.prepare(
    `INSERT INTO documents_${generation} (document_id, region, region_path, years, type, issuers, status) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const addPassage = db.prepare(`INSERT INTO passages_${generation} (id, doc) VALUES (?, ?)`);
  const addLex = db.prepare(`INSERT INTO lex_${generation} (rowid, grams, words) VALUES (?, ?, ?)`);
  const addVector = db.prepare(`INSERT INTO vectors_${generation} (passage, vector) VALUES (?, ?)`);
  const addSigns = db.prepare(`INSERT INTO signs_${generation} (doc, ids, signs) VALUES (?, ?, ?)`);
  const removeSigns = db.prepare<[number]>(`DELETE FROM signs_${generation} WHERE doc = ?`);

  for (const { documentId, passages } of documents) {
    const before = known.get(documentId);
    if (before !== undefined) {
      for (const id of ids.all(before)) for (const removal of removals) removal.run(BigInt(id));
      removeSigns.run(before);
      removeDocument.run(before);
    }
    const facets = passages[0]?.facets;
    if (!facets) continue;
    const doc = addDocument.run(
      documentId,
      facets.region,
      `/${facets.regionPath.join('/')}/`,
      JSON.stringify(facets.years),
      facets.type,
      JSON.stringify(facets.issuers),
      facets.status,
    ).lastInsertRowid;
    const vectorIds: number[] = [];
    const vectorSigns: Uint8Array[] = [];
    for (const passage of passages) {
      const id = BigInt(passage.id);
      const { grams: gramUnits, words: wordUnits } = units(passage);
      addPassage.run(id, doc);
      addLex.run(id, gramUnits, wordUnits);
      for (const vector of passage.vectors) {
        vectorIds.push(Number(addVector.run(id, quantise(vector)).lastInsertRowid));
        vectorSigns.push(signs(vector));
      }
    }
    addSigns.run(doc, Buffer.from(Float64Array.from(vectorIds).buffer), Buffer.concat(vectorSigns));
  }
}
