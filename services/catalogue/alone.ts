// Whether anybody has a catalogue open, a service that nobody asks anything included.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '../domain/errors.js';

/**
 * Does `work` while nobody else can open the catalogue, which is neither read nor brought up to date. SQLite in WAL mode
 * keeps a shared lock for as long as a connection is open, and gives none beside an exclusive one.
 * A catalogue that is no sound database is nobody's.
 * @throws AppError RESTORE_IN_USE
 */
export function whileAlone(dataDir: string, work: () => void): void {
  const path = join(dataDir, 'catalogue.db');
  if (!existsSync(path)) {
    work();
    return;
  }
  const db = new Database(path, { timeout: 500, fileMustExist: true });
  try {
    try {
      db.pragma('locking_mode = EXCLUSIVE');
      db.exec('BEGIN EXCLUSIVE; COMMIT');
      db.pragma('wal_checkpoint(TRUNCATE)'); // so that the file alone holds all of it
    } catch (error) {
      const code = String((error as { code?: unknown }).code);
      if (/^SQLITE_(?:BUSY|LOCKED)/.test(code))
        throw new AppError('RESTORE_IN_USE', { folder: dataDir }, { cause: error });
    }
    work();
  } finally {
    db.close();
  }
}
