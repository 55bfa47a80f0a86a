// What is known of the indexes made from this catalogue, by identity, and which engine answers.
import type Database from 'better-sqlite3';
import { z } from 'zod';

/** The engine that the archive was last moved to, by `yanju reindex --to`. */
export const EngineMove = z.object({
  /** grows with every move, so that a service that runs sees a new one */
  number: z.number().int(),
  engine: z.enum(['embedded', 'meilisearch']),
  /** address of the Meilisearch server last moved to, without a key: for processes whose settings name none */
  url: z.string().nullable(),
  at: z.string(),
});
export type EngineMove = z.infer<typeof EngineMove>;

export interface IndexRecord {
  readonly identity: string;
  /** fingerprint of the model whose vectors it holds */
  readonly fingerprint: string;
}

export interface Indexes {
  /** It holds all that the catalogue has, by now. */
  complete(record: IndexRecord): void;
  /** null for an index that was never complete */
  get(identity: string): IndexRecord | null;
  /** null before the first move */
  move(): EngineMove | null;
  setMove(move: Omit<EngineMove, 'number'>): void;
  /** Documents present, and those of them, or gone, that the index does not hold in their newest revision. */
  lacking(identity: string): { documents: number; lacking: number };
}

export function createIndexes(db: Database.Database): Indexes {
  const complete = db.prepare(
    'INSERT INTO engine_indexes (identity, fingerprint) VALUES (?, ?) ON CONFLICT (identity) DO UPDATE SET fingerprint = excluded.fingerprint WHERE fingerprint <> excluded.fingerprint',
  );
  const get = db.prepare<[string], IndexRecord>('SELECT identity, fingerprint FROM engine_indexes WHERE identity = ?');
  const read = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'engine_move'").pluck();
  const write = db.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('engine_move', ?)");
  const lacking = db.prepare<[string], { documents: number; lacking: number }>(
    `SELECT count(*) FILTER (WHERE d.removed_at IS NULL) AS documents,
       count(*) FILTER (WHERE (e.revision IS NULL AND d.removed_at IS NULL) OR e.revision <> d.revision) AS lacking
     FROM documents d LEFT JOIN engine_documents e ON e.identity = ? AND e.document_id = d.id`,
  );
  const move = (): EngineMove | null => {
    const stored = read.get();
    return stored === undefined ? null : EngineMove.parse(JSON.parse(stored));
  };
  return {
    complete: ({ identity, fingerprint }) => void complete.run(identity, fingerprint),
    get: (identity) => get.get(identity) ?? null,
    move,
    setMove(next) {
      const before = move();
      write.run(JSON.stringify({ ...next, url: next.url ?? before?.url ?? null, number: (before?.number ?? 0) + 1 }));
    },
    lacking: (identity) => lacking.get(identity) ?? { documents: 0, lacking: 0 },
  };
}
