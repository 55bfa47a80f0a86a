// Writes a data folder into one file, while the service runs: a consistent copy of the catalogue, and what it stands on.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { create, replace } from 'tar';
import { version } from '../../config/root.js';
import { copyCatalogue } from '../catalogue/copy.js';
import { finishExchange } from '../catalogue/exchange.js';
import { AppError } from '../domain/errors.js';
import { freeSpace } from '../free-space.js';
import { stillHolds } from '../process/holder.js';
import { dataFiles, sha256Of } from './data-files.js';
import { backupFormat, catalogueName, hashInName, type Manifest, manifestName } from './manifest.js';
import { readBackup } from './read-backup.js';

export interface BackupOptions {
  /** whether a file of that name may be replaced */
  readonly force?: boolean;
  /** bytes done, of all */
  readonly onProgress?: (done: number, total: number) => void;
}

/** How many files are appended at once; a command line holds no more names. */
const BATCH = 500;
const MB = 1024 ** 2;
/** Every byte is read to be hashed, to be written, and once more out of what was written. */
const PASSES = 3;

type Member = Manifest['files'][number] & {
  /** path below the data folder; a damaged original goes by another name in the backup */
  readonly from: string;
};

/**
 * The file is written beside its place, read and checked as a restore would, and put there when it is whole. What is derived
 * (the index, token vectors) and the settings stay out.
 * @throws AppError BACKUP_EXISTS, BACKUP_NO_SPACE, BACKUP_FAILED
 */
export async function backup(
  dataDir: string,
  target: string,
  { force, onProgress = () => {} }: BackupOptions = {},
): Promise<Manifest> {
  const file = resolve(target);
  if (existsSync(file) && !force) throw new AppError('BACKUP_EXISTS', { file });
  finishExchange(dataDir);
  const catalogue = join(dataDir, catalogueName);
  if (!existsSync(catalogue)) throw new AppError('BACKUP_FAILED', { why: catalogue });
  mkdirSync(dirname(file), { recursive: true });
  clearLeftovers(dirname(file));
  const aside = mkdtempSync(join(dirname(file), ownPrefix()));
  try {
    needSpace(dirname(file), 2 * statSync(catalogue).size); // the copy lies beside the file until it is in it
    const copy = join(aside, catalogueName);
    const { originals, ...about } = await copyCatalogue(dataDir, copy);
    const paths = dataFiles(dataDir); // after the copy: what it names is there
    const sizes = paths.map((path) => statSync(join(dataDir, path)).size);
    const total = statSync(copy).size + sizes.reduce((sum, size) => sum + size, 0);
    needSpace(dirname(file), total);
    const done = (pass: number) => (bytes: number) => onProgress((pass * total + bytes) / PASSES, total);

    const members = await hashed(dataDir, paths, done(0));
    const held = new Set(paths.map(hashInName));
    const ofCopy = { path: catalogueName, bytes: statSync(copy).size, sha256: await sha256Of(copy) };
    const manifest: Manifest = {
      format: backupFormat,
      program: version,
      made: new Date().toISOString(),
      ...about,
      missing: originals.filter((hash) => !held.has(hash)).length,
      damaged: members.filter(({ from, path }) => from !== path).map(({ path }) => path),
      files: [ofCopy, ...members.map(({ from: _, ...member }) => member)],
    };
    writeFileSync(join(aside, manifestName), JSON.stringify(manifest));
    const part = join(aside, 'backup.tar');
    await create({ file: part, cwd: aside, portable: true }, [manifestName, catalogueName]);
    await append(part, dataDir, members, done(1));
    await readBackup(part, null, { onProgress: done(2) }); // a file may have changed between its hash and its turn
    flush(part);
    renameSync(part, file);
    return manifest;
  } catch (error) {
    if (error instanceof AppError && error.code !== 'BACKUP_DAMAGED') throw error;
    const why = error instanceof AppError ? String(error.values.what) : String((error as Error).message ?? error);
    throw new AppError('BACKUP_FAILED', { why }, { cause: error });
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

async function hashed(dataDir: string, paths: readonly string[], done: (bytes: number) => void): Promise<Member[]> {
  const members: Member[] = [];
  let sum = 0;
  for (const from of paths) {
    const bytes = statSync(join(dataDir, from)).size;
    const sha256 = await sha256Of(join(dataDir, from));
    const isDamaged = (hashInName(from) ?? sha256) !== sha256;
    members.push({ from, path: isDamaged ? `${from}.damaged` : from, bytes, sha256 });
    sum += bytes;
    done(sum);
  }
  return members;
}

async function append(
  part: string,
  dataDir: string,
  members: readonly Member[],
  done: (bytes: number) => void,
): Promise<void> {
  const names = new Map(members.map(({ from, path }) => [`./${from}`, `./${path}`]));
  let sum = 0;
  for (let at = 0; at < members.length; at += BATCH) {
    const batch = members.slice(at, at + BATCH);
    await replace(
      {
        file: part,
        cwd: dataDir,
        portable: true,
        onWriteEntry(entry) {
          entry.path = names.get(entry.path) ?? entry.path;
        },
      },
      batch.map(({ from }) => `./${from}`),
    );
    sum += batch.reduce((bytes, member) => bytes + member.bytes, 0);
    done(sum);
  }
}

const ownPrefix = (): string => `.yanju-backup-${encodeURIComponent(hostname())}@${process.pid}@`;
const leftover = /^\.yanju-backup-(.+)@(\d+)@/;

/** What backups left that were killed. */
function clearLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, host = '', pid = ''] = leftover.exec(name) ?? [];
    if (host !== encodeURIComponent(hostname())) continue;
    const path = join(folder, name);
    const heardAt = statSync(path).mtimeMs;
    if (!stillHolds({ host: hostname(), pid: Number(pid), heardAt })) rmSync(path, { recursive: true, force: true });
  }
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** @throws AppError BACKUP_NO_SPACE */
export function needSpace(folder: string, bytes: number): void {
  const free = freeSpace(folder);
  if (free < bytes)
    throw new AppError('BACKUP_NO_SPACE', { folder, need: Math.ceil(bytes / MB), free: Math.floor(free / MB) });
}
