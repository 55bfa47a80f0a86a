// Writes a data folder into one file, while the service runs: a consistent copy of the catalogue, and what it stands on.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { create, replace } from 'tar';
import { version } from '../../config/root.js';
import { copyCatalogue } from '../catalogue/copy.js';
import { AppError } from '../domain/errors.js';
import { freeSpace } from '../free-space.js';
import { dataFiles, sha256Of } from './data-files.js';
import { backupFormat, catalogueName, type Manifest, manifestName } from './manifest.js';

export interface BackupOptions {
  /** whether a file of that name may be replaced */
  readonly force?: boolean;
  /** bytes done, of all */
  readonly onProgress?: (done: number, total: number) => void;
}

/** How many files are appended at once; a command line holds no more names. */
const BATCH = 500;
const MB = 1024 ** 2;

/**
 * The file is written beside its place and put there when it is whole. What is derived (the index, token vectors) and the
 * settings stay out.
 * @throws AppError BACKUP_EXISTS, BACKUP_NO_SPACE, BACKUP_FAILED
 */
export async function backup(
  dataDir: string,
  target: string,
  { force, onProgress }: BackupOptions = {},
): Promise<Manifest> {
  const file = resolve(target);
  if (existsSync(file) && !force) throw new AppError('BACKUP_EXISTS', { file });
  const catalogue = join(dataDir, catalogueName);
  if (!existsSync(catalogue)) throw new AppError('BACKUP_FAILED', { why: catalogue });
  mkdirSync(dirname(file), { recursive: true });
  const paths = dataFiles(dataDir);
  const sizes = new Map(paths.map((path) => [path, statSync(join(dataDir, path)).size]));
  const copySize = statSync(catalogue).size;
  const total = copySize + [...sizes.values()].reduce((sum, size) => sum + size, 0);
  needSpace(dirname(file), total + copySize); // the copy lies beside the file until it is in it

  const aside = mkdtempSync(join(dirname(file), `.${basename(file)}-`));
  try {
    const copy = join(aside, catalogueName);
    const about = await copyCatalogue(dataDir, copy);
    const files = [{ path: catalogueName, bytes: statSync(copy).size, sha256: await sha256Of(copy) }];
    let hashed = 0;
    for (const path of paths) {
      const bytes = sizes.get(path) ?? 0;
      files.push({ path, bytes, sha256: await sha256Of(join(dataDir, path)) });
      hashed += bytes;
      onProgress?.(hashed / 2, total);
    }
    const manifest: Manifest = {
      format: backupFormat,
      program: version,
      made: new Date().toISOString(),
      ...about,
      files,
    };
    writeFileSync(join(aside, manifestName), JSON.stringify(manifest));
    const part = join(aside, 'backup.tar');
    await create({ file: part, cwd: aside, portable: true }, [manifestName, catalogueName]);
    let written = total - hashed;
    for (let at = 0; at < paths.length; at += BATCH) {
      const batch = paths.slice(at, at + BATCH);
      await replace(
        { file: part, cwd: dataDir, portable: true },
        batch.map((path) => `./${path}`),
      );
      written += batch.reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);
      onProgress?.((hashed + written) / 2, total);
    }
    const handle = openSync(part, 'r');
    fsyncSync(handle);
    closeSync(handle);
    renameSync(part, file);
    onProgress?.(total, total);
    return manifest;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      'BACKUP_FAILED',
      { why: error instanceof Error ? error.message : String(error) },
      { cause: error },
    );
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** @throws AppError BACKUP_NO_SPACE */
export function needSpace(folder: string, bytes: number): void {
  const free = freeSpace(folder);
  if (free < bytes)
    throw new AppError('BACKUP_NO_SPACE', { folder, need: Math.ceil(bytes / MB), free: Math.floor(free / MB) });
}
