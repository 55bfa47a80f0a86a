// The ledger: the newest outcome of every file. Call the writing methods inside Catalogue.transaction.
import type Database from 'better-sqlite3';

export interface LedgerEntry {
  readonly file: string;
  readonly root: string;
  readonly path: string;
  readonly status: 'indexed' | 'duplicate' | 'failed' | 'removed';
  readonly code: string | null;
  readonly message: string | null;
  /** JSON: what fills the message of its code */
  readonly errorValues: string | null;
  readonly documentId: string | null;
  readonly contentHash: string | null;
  readonly recipe: string;
  readonly passages: number | null;
  /** file of the zip that holds it */
  readonly archive: string | null;
  /** for a zip: how many files it holds */
  readonly members: number | null;
  readonly unread: number | null;
  readonly ms: number;
  readonly at: string;
}

export interface Ledger {
  get(file: string): LedgerEntry | null;
  put(entry: LedgerEntry): void;
  /** Whether what the entry says still holds: its document is present, and a duplicate's still has the same bytes or text. */
  stands(entry: LedgerEntry): boolean;
  /** Entries of a root that are not marked as removed; members of a zip are not among them. */
  ofRoot(root: string): LedgerEntry[];
  /** Entries of all that lies in a zip, zips in it and their members included, that are not marked as removed. */
  membersOf(archive: string): LedgerEntry[];
  /** Another file that is a zip of the same bytes, and stands. */
  sameArchive(file: string, contentHash: string): string | null;
  counts(): Record<LedgerEntry['status'], number>;
  failed(): LedgerEntry[];
  /** Indexed files of which parts could not be read. */
  partlyRead(): LedgerEntry[];
  /** Makes the next ingest of a file read it anew, whether it changed or not. */
  forgetRecipe(file: string): void;
}

const columns = `file, root, path, status, code, message, error_values AS errorValues, document_id AS documentId, content_hash AS contentHash, recipe, passages, archive, members, unread, ms, at`;

export function createLedger(db: Database.Database): Ledger {
  const get = db.prepare<[string], LedgerEntry>(`SELECT ${columns} FROM ledger WHERE file = ?`);
  const put = db.prepare(
    `INSERT OR REPLACE INTO ledger (file, root, path, status, code, message, error_values, document_id, content_hash, recipe, passages, archive, members, unread, ms, at)
     VALUES (@file, @root, @path, @status, @code, @message, @errorValues, @documentId, @contentHash, @recipe, @passages, @archive, @members, @unread, @ms, @at)`,
  );
  const present = db.prepare<[string], { file: string; ingested: string }>(
    `SELECT d.file, v.ingested_at AS ingested FROM documents d JOIN versions v ON v.document_id = d.id AND v.version = d.version
     WHERE d.id = ? AND d.removed_at IS NULL`,
  );
  const same = db
    .prepare<[string | null, string], string>(
      `SELECT file FROM ledger
       WHERE content_hash = ? AND +status = 'indexed' AND members IS NOT NULL AND file <> ? ORDER BY at, file LIMIT 1`,
    )
    .pluck();
  const sameArchive = ({ file, contentHash }: Pick<LedgerEntry, 'file' | 'contentHash'>): string | null =>
    same.get(contentHash, file) ?? null;
  return {
    get: (file) => get.get(file) ?? null,
    put: (entry) => void put.run(entry),
    stands(entry) {
      if (entry.documentId === null) return entry.status === 'duplicate' && sameArchive(entry) !== null;
      const document = present.get(entry.documentId);
      if (!document) return false;
      if (entry.status === 'indexed') return document.file === entry.file;
      return entry.status === 'duplicate' && document.ingested <= entry.at; // not changed since
    },
    ofRoot: (root) =>
      db
        .prepare<[string], LedgerEntry>(
          `SELECT ${columns} FROM ledger WHERE root = ? AND status <> 'removed' AND archive IS NULL`,
        )
        .all(root),
    membersOf: (archive) =>
      db
        .prepare<[string, string], LedgerEntry>(
          `SELECT ${columns} FROM ledger
           WHERE file > ? || '/' AND file < ? || '0' AND archive IS NOT NULL AND status <> 'removed'`, // '0' follows '/'
        )
        .all(archive, archive),
    sameArchive: (file, contentHash) => sameArchive({ file, contentHash }),
    counts() {
      const rows = db
        .prepare<[], { status: LedgerEntry['status']; n: number }>(
          'SELECT status, count(*) AS n FROM ledger GROUP BY status',
        )
        .all();
      return {
        indexed: 0,
        duplicate: 0,
        failed: 0,
        removed: 0,
        ...Object.fromEntries(rows.map(({ status, n }) => [status, n])),
      };
    },
    partlyRead: () =>
      db
        .prepare<[], LedgerEntry>(`SELECT ${columns} FROM ledger WHERE status = 'indexed' AND unread > 0 ORDER BY file`)
        .all(),
    forgetRecipe: (file) => void db.prepare<[string]>("UPDATE ledger SET recipe = '' WHERE file = ?").run(file),
    failed: () =>
      db.prepare<[], LedgerEntry>(`SELECT ${columns} FROM ledger WHERE status = 'failed' ORDER BY file`).all(),
  };
}
