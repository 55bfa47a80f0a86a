// The texts that are embedded for passages, with the hashes that name what was made of them.
import type Database from 'better-sqlite3';

export interface EmbedTexts {
  /** Of those passages that are there, by passage id. */
  ofPassages(ids: readonly number[]): Map<number, { hash: string; text: string }>;
  /** Hashes of the texts of present documents, each once. */
  hashes(): string[];
  /** The texts that these hashes name. */
  byHash(hashes: readonly string[]): Map<string, string>;
}

export function createEmbedTexts(db: Database.Database): EmbedTexts {
  const ofPassages = db.prepare<[string], { id: number; hash: string; text: string }>(
    `SELECT p.id, p.embed_hash AS hash, p.embed_text AS text FROM json_each(?) j JOIN passages p ON p.id = j.value`,
  );
  const hashes = db
    .prepare<[], string>(
      `SELECT DISTINCT p.embed_hash FROM passages p JOIN documents d ON d.id = p.document_id WHERE d.removed_at IS NULL`,
    )
    .pluck();
  const byHash = db.prepare<[string], { hash: string; text: string }>(
    `SELECT p.embed_hash AS hash, min(p.embed_text) AS text FROM json_each(?) j JOIN passages p ON p.embed_hash = j.value
     GROUP BY p.embed_hash`,
  );
  return {
    ofPassages: (ids) => new Map(ofPassages.all(JSON.stringify(ids)).map(({ id, hash, text }) => [id, { hash, text }])),
    hashes: () => hashes.all(),
    byHash: (wanted) => new Map(byHash.all(JSON.stringify(wanted)).map(({ hash, text }) => [hash, text])),
  };
}
