// A copy of the catalogue as it is at one moment, taken while others read and write it.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../domain/errors.js';
import { migrations, newCatalogueId } from './schema.js';

export interface CopiedCatalogue {
  readonly catalogueId: string;
  /** how many migrations it has seen */
  readonly schema: number;
  readonly documents: number;
  readonly passages: number;
  /** content hashes of the originals that versions name */
  readonly originals: readonly string[];
}

const newest = migrations.length;

/** One snapshot in one file, without a journal beside it (SQLite: VACUUM INTO reads in a single transaction). */
export async function copyCatalogue(dataDir: string, target: string): Promise<CopiedCatalogue> {
  const db = new Database(join(dataDir, 'catalogue.db'), { timeout: 30_000, fileMustExist: true });
  try {
    db.prepare('VACUUM INTO ?').run(target);
  } finally {
    db.close();
  }
  return inspectCatalogue(target);
}

/**
 * Makes an archive of its own of a copy: on a shared server it would otherwise write into the index of the archive that it
 * was copied from. It knows of no index and of no process at work; a copy of an older schema may lack some of the tables.
 */
export function makeOwn(path: string): void {
  const db = new Database(path, { fileMustExist: true });
  try {
    db.transaction(() => {
      const has = db.prepare<[string], number>("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").pluck();
      for (const table of ['lease', 'leases', 'engine_documents', 'engine_indexes']) {
        if (has.get(table)) db.exec(`DELETE FROM ${table}`);
      }
      db.prepare("UPDATE meta SET value = ? WHERE key = 'id'").run(newCatalogueId());
    }).immediate();
  } finally {
    db.close();
  }
}

/** What a catalogue holds, once it is seen to be sound. @throws AppError CATALOGUE_NEWER, BACKUP_DAMAGED */
export function inspectCatalogue(path: string): CopiedCatalogue {
  try {
    const db = new Database(path, { readonly: true, fileMustExist: true });
    try {
      return inspect(db);
    } finally {
      db.close();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('BACKUP_DAMAGED', { what: 'catalogue.db' }, { cause: error });
  }
}

function inspect(db: Database.Database): CopiedCatalogue {
  const schema = db.pragma('user_version', { simple: true }) as number; // SQLite: an integer
  if (schema > newest) throw new AppError('CATALOGUE_NEWER', { have: schema, want: newest });
  const sound = db.pragma('quick_check(1)', { simple: true });
  if (sound !== 'ok') throw new AppError('BACKUP_DAMAGED', { what: String(sound) });
  const count = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;
  return {
    catalogueId: db.prepare<[], string>("SELECT value FROM meta WHERE key = 'id'").pluck().get() ?? '',
    schema,
    documents: count('SELECT count(*) FROM documents WHERE removed_at IS NULL'),
    passages: count('SELECT count(*) FROM passages'),
    originals: db.prepare<[], string>('SELECT DISTINCT content_hash FROM versions').pluck().all(),
  };
}
