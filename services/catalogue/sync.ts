// What an engine's index lacks: documents whose revision it does not hold yet.
import type Database from 'better-sqlite3';

export interface EngineSync {
  /** Documents that the index named `identity` does not hold in their newest revision, oldest change first. */
  behind(
    identity: string,
    limit: number,
  ): { documentId: string; revision: number; removed: boolean; passages: number }[];
  isBehind(identity: string): boolean;
  /** The index now holds these revisions. */
  applied(identity: string, documents: readonly { documentId: string; revision: number }[]): void;
  /** Forgets every other index of the engine that it names before its first colon. */
  keepOnly(identity: string): void;
  /** Passages of a document as an engine needs them, but for their text; the first hash is the whole passage's. */
  passages(documentId: string): { id: number; start: number; end: number; heading: string; embedHashes: string[] }[];
}

export function createEngineSync(db: Database.Database): EngineSync {
  const behind = `FROM documents d LEFT JOIN engine_documents e ON e.identity = ? AND e.document_id = d.id
    WHERE (e.revision IS NULL AND d.removed_at IS NULL) OR e.revision <> d.revision`;
  const applied = db.prepare(
    'INSERT OR REPLACE INTO engine_documents (identity, document_id, revision) VALUES (?, ?, ?)',
  );
  return {
    behind: (identity, limit) =>
      db
        .prepare<[string, number], { documentId: string; revision: number; removed: number; passages: number }>(
          `SELECT d.id AS documentId, d.revision, d.removed_at IS NOT NULL AS removed,
             (SELECT count(*) FROM passages p WHERE p.document_id = d.id) AS passages ${behind} ORDER BY d.revision LIMIT ?`,
        )
        .all(identity, limit)
        .map((row) => ({ ...row, removed: row.removed === 1 })),
    isBehind: (identity) => db.prepare<[string], number>(`SELECT 1 ${behind} LIMIT 1`).pluck().get(identity) === 1,
    applied(identity, documents) {
      db.transaction(() => {
        for (const { documentId, revision } of documents) applied.run(identity, documentId, revision);
      }).immediate();
    },
    keepOnly(identity) {
      const engine = identity.slice(0, identity.indexOf(':') + 1);
      for (const table of ['engine_documents', 'engine_indexes']) {
        db.prepare(`DELETE FROM ${table} WHERE substr(identity, 1, length(?)) = ? AND identity <> ?`).run(
          engine,
          engine,
          identity,
        );
      }
    },
    passages: (documentId) =>
      db
        .prepare<[string], { id: number; start: number; end: number; heading: string; hashes: string }>(
          `SELECT p.id, p.start, p."end", p.heading,
             json_array(p.embed_hash, (SELECT json_group_array(embed_hash ORDER BY ordinal) FROM windows WHERE passage_id = p.id)) AS hashes
           FROM passages p WHERE p.document_id = ? ORDER BY p.ordinal`,
        )
        .all(documentId)
        .map(({ hashes, ...passage }) => ({ ...passage, embedHashes: (JSON.parse(hashes) as string[][]).flat() })), // as the query makes it
  };
}
