// The embedded engine's file: tables of one generation, and the pointer to the generation that answers.
// A rebuild fills the next generation aside and moves the pointer in one transaction.
import type Database from 'better-sqlite3';

/** Grows when the tables of a generation change: a new one is then filled. */
export const recipe = 6;

export const setUp = `
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/**
 * Creates the tables of a generation.
 * lex: FTS5 over space-separated units in index form (see language/segment.ts), contentless.
 * vectors: int8, each scaled by its own largest component (cosine does not see the scale); a passage has one or more.
 * signs: of each document's vectors one after the other, by which candidates are found (see near.ts), with their ids
 *   as float64.
 */
export function createTables(db: Database.Database, generation: number): void {
  db.exec(`
    CREATE TABLE documents_${generation} (
      doc          INTEGER PRIMARY KEY,
      document_id  TEXT NOT NULL UNIQUE,
      region       TEXT,
      region_path  TEXT NOT NULL,      -- '/41/4101/'
      years        TEXT NOT NULL,      -- JSON array
      type         TEXT,
      issuers      TEXT NOT NULL,      -- JSON array
      status       TEXT NOT NULL
    ) STRICT;
    CREATE TABLE passages_${generation} (id INTEGER PRIMARY KEY, doc INTEGER NOT NULL) STRICT;
    CREATE INDEX passages_doc_${generation} ON passages_${generation}(doc);
    CREATE VIRTUAL TABLE lex_${generation} USING fts5(grams, words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
    CREATE TABLE vectors_${generation} (id INTEGER PRIMARY KEY, passage INTEGER NOT NULL, vector BLOB NOT NULL) STRICT;
    CREATE INDEX vectors_passage_${generation} ON vectors_${generation}(passage);
    CREATE TABLE signs_${generation} (doc INTEGER PRIMARY KEY, ids BLOB NOT NULL, signs BLOB NOT NULL) STRICT;
  `);
}

export function dropTables(db: Database.Database, generation: number): void {
  for (const table of ['documents', 'passages', 'lex', 'vec', 'vectors', 'signs']) {
    db.exec(`DROP TABLE IF EXISTS ${table}_${generation}`);
  }
}
