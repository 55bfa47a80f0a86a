// Vectors by content: the hash of the embedded text and the model's fingerprint. A text is embedded once, ever.
import type Database from 'better-sqlite3';

export interface Vectors {
  /** The hashes that have no vector yet, each once. */
  missing(fingerprint: string, hashes: readonly string[]): string[];
  put(fingerprint: string, hash: string, vector: Float32Array): void;
  get(fingerprint: string, hash: string): Float32Array | null;
  /** A passage's windows that have a vector of this model, in order; places in the document's text. */
  windowsOf(fingerprint: string, passageId: number): { start: number; end: number; vector: Float32Array }[];
  /** Texts of present passages and their windows that have no vector of this model, each once. */
  textsWithout(fingerprint: string, limit: number): { hash: string; text: string }[];
}

const toBlob = (vector: Float32Array): Buffer => Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
const fromBlob = (blob: Buffer): Float32Array => new Float32Array(Uint8Array.from(blob).buffer);

export function createVectors(db: Database.Database): Vectors {
  const get = db
    .prepare<[string, string], Buffer>('SELECT vector FROM vectors WHERE fingerprint = ? AND embed_hash = ?')
    .pluck();
  const put = db.prepare('INSERT OR REPLACE INTO vectors (fingerprint, embed_hash, vector) VALUES (?, ?, ?)');
  const missing = db
    .prepare<[string, string], string>(
      'SELECT DISTINCT j.value FROM json_each(?) j WHERE NOT EXISTS (SELECT 1 FROM vectors v WHERE v.fingerprint = ? AND v.embed_hash = j.value)',
    )
    .pluck();
  const without = db.prepare<[string, number], { hash: string; text: string }>(
    `SELECT t.embed_hash AS hash, min(t.embed_text) AS text
     FROM (SELECT document_id, embed_hash, embed_text FROM passages
           UNION ALL SELECT p.document_id, w.embed_hash, w.embed_text FROM windows w JOIN passages p ON p.id = w.passage_id) t
     JOIN documents d ON d.id = t.document_id
     WHERE d.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM vectors v WHERE v.fingerprint = ? AND v.embed_hash = t.embed_hash)
     GROUP BY t.embed_hash LIMIT ?`,
  );
  const windows = db.prepare<[string, number], { start: number; end: number; vector: Buffer }>(
    `SELECT w.start, w."end", v.vector FROM windows w
     JOIN vectors v ON v.fingerprint = ? AND v.embed_hash = w.embed_hash WHERE w.passage_id = ? ORDER BY w.ordinal`,
  );
  return {
    windowsOf: (fingerprint, passageId) =>
      windows.all(fingerprint, passageId).map((row) => ({ ...row, vector: fromBlob(row.vector) })),
    missing: (fingerprint, hashes) => missing.all(JSON.stringify(hashes), fingerprint),
    put: (fingerprint, hash, vector) => void put.run(fingerprint, hash, toBlob(vector)),
    get(fingerprint, hash) {
      const blob = get.get(fingerprint, hash);
      return blob ? fromBlob(blob) : null;
    },
    textsWithout: (fingerprint, limit) => without.all(fingerprint, limit),
  };
}
