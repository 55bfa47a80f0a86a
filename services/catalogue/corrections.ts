// What was corrected by hand, by file: it stands above what a metadata file says and what the document is read to say.
import type Database from 'better-sqlite3';

export interface Corrections {
  /** JSON of GivenMetadata (ingest/metadata/file.ts); null where nothing was corrected */
  of(file: string): string | null;
  /** null takes the file's corrections back. Call inside Catalogue.transaction. */
  put(file: string, metadata: string | null, at: string): void;
}

export function createCorrections(db: Database.Database): Corrections {
  const get = db.prepare<[string], string>('SELECT metadata FROM corrections WHERE file = ?').pluck();
  const put = db.prepare('INSERT OR REPLACE INTO corrections (file, metadata, at) VALUES (?, ?, ?)');
  const drop = db.prepare('DELETE FROM corrections WHERE file = ?');
  return {
    of: (file) => get.get(file) ?? null,
    put: (file, metadata, at) => void (metadata === null ? drop.run(file) : put.run(file, metadata, at)),
  };
}
