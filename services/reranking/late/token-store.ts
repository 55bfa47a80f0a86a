// tokens.db: what the model made of the tokens of passages, by the hash of the text. Derived, and a file of its own, so
// that it can be thrown away: what is missing is computed when it is asked for. 32 bytes a token.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

export interface TokenStore {
  /** The tokens of those texts that are kept, by hash. */
  get(hashes: readonly string[]): Map<string, Uint32Array>;
  /** The hashes of which nothing is kept, each once. */
  missing(hashes: readonly string[]): string[];
  put(texts: readonly { readonly hash: string; readonly tokens: Uint32Array }[]): void;
  /** Forgets all texts but these, and what other models made. */
  keepOnly(hashes: Iterable<string>): void;
  close(): void;
}

export interface TokenStoreOptions {
  readonly path: string;
  /** the model's; what another model made is not seen */
  readonly fingerprint: string;
}

/** Grows with every change to what a text's tokens are. */
const FORM = 1;

/** Several processes may hold it open at once. */
export function openTokenStore({ path, fingerprint }: TokenStoreOptions): TokenStore {
  mkdirSync(dirname(path), { recursive: true });
  const db = new Database(path, { timeout: 30_000 });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec(`
    CREATE TABLE IF NOT EXISTS tokens (
      recipe  TEXT NOT NULL,             -- the model, and the form in which its tokens are kept
      hash    TEXT NOT NULL,             -- sha256 of the text
      tokens  BLOB NOT NULL,             -- little-endian uint32: the signs of each token's vector
      PRIMARY KEY (recipe, hash)
    ) STRICT;
  `);
  const recipe = `${fingerprint}:${FORM}`;
  const get = db.prepare<[string, string], Buffer>('SELECT tokens FROM tokens WHERE recipe = ? AND hash = ?').pluck();
  const has = db.prepare<[string, string], number>('SELECT 1 FROM tokens WHERE recipe = ? AND hash = ?').pluck();
  const put = db.prepare('INSERT OR REPLACE INTO tokens (recipe, hash, tokens) VALUES (?, ?, ?)');
  return {
    get: (hashes) =>
      new Map(
        hashes.flatMap((hash) => {
          const blob = get.get(recipe, hash);
          return blob ? [[hash, fromBlob(blob)] as const] : [];
        }),
      ),
    missing: (hashes) => [...new Set(hashes)].filter((hash) => has.get(recipe, hash) === undefined),
    put: (texts) =>
      db
        .transaction(() => {
          for (const { hash, tokens } of texts) put.run(recipe, hash, toBlob(tokens));
        })
        .immediate(),
    keepOnly: (hashes) =>
      db
        .transaction(() => {
          db.exec('CREATE TEMP TABLE kept (hash TEXT PRIMARY KEY) WITHOUT ROWID');
          const keep = db.prepare('INSERT OR IGNORE INTO kept (hash) VALUES (?)');
          for (const hash of hashes) keep.run(hash);
          db.prepare('DELETE FROM tokens WHERE recipe <> ? OR hash NOT IN (SELECT hash FROM kept)').run(recipe);
          db.exec('DROP TABLE kept');
        })
        .immediate(),
    close: () => void db.close(),
  };
}

const toBlob = (tokens: Uint32Array): Buffer => Buffer.from(tokens.buffer, tokens.byteOffset, tokens.byteLength);
const fromBlob = (blob: Buffer): Uint32Array => new Uint32Array(Uint8Array.from(blob).buffer);
