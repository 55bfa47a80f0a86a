// Puts a backup into a data folder: read and checked as a whole beside it first, then exchanged; what was there stays.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { whileAlone } from '../catalogue/alone.js';
import { inspectCatalogue, makeOwn } from '../catalogue/copy.js';
import { createExchange, finishExchange, isOfExchange } from '../catalogue/exchange.js';
import { AppError } from '../domain/errors.js';
import { needSpace } from './backup.js';
import { catalogueName, type Manifest } from './manifest.js';
import { readBackup } from './read-backup.js';

export interface RestoreOptions {
  /** whether a data folder that holds an archive may be put aside */
  readonly force?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
}
export interface Restored {
  readonly manifest: Manifest;
  /** where what was in the data folder lies now; null when there was nothing */
  readonly formerly: string | null;
}

/**
 * A kill before the exchange leaves the data folder as it was, and a later restore clears what it had written; one in the
 * midst of it is finished by whoever opens the folder next. The index is not in a backup: rebuild it afterwards.
 * @throws AppError RESTORE_NOT_EMPTY, RESTORE_IN_USE, RESTORE_UNDER_WAY, BACKUP_DAMAGED, BACKUP_NO_SPACE, CATALOGUE_NEWER
 */
export async function restore(
  file: string,
  dataDir: string,
  { force, onProgress }: RestoreOptions = {},
): Promise<Restored> {
  mkdirSync(dataDir, { recursive: true });
  finishExchange(dataDir);
  const isEmpty = readdirSync(dataDir).every(isOfExchange);
  if (!isEmpty && !force) throw new AppError('RESTORE_NOT_EMPTY', { folder: dataDir });
  whileAlone(dataDir, () => {});
  for (const name of readdirSync(dataDir))
    if (name.startsWith('.restoring-')) rmSync(join(dataDir, name), { recursive: true });

  // Inside the data folder: on the same disk, also where that folder is a mounted volume.
  const aside = `.restoring-${process.pid}`;
  mkdirSync(join(dataDir, aside));
  const manifest = await readInto(join(dataDir, aside), { file, dataDir, onProgress });
  const formerly = freeName(dataDir, `before-restore-${stamp()}`);
  const exchange = createExchange(dataDir, aside, formerly);
  try {
    whileAlone(dataDir, exchange.begin); // it may have been started meanwhile
  } catch (error) {
    exchange.giveUp();
    throw error;
  }
  exchange.carryOut();
  return { manifest, formerly: isEmpty ? null : join(dataDir, formerly) };
}

/** Reads and checks all of it; a failure leaves nothing. */
async function readInto(
  folder: string,
  {
    file,
    dataDir,
    onProgress,
  }: { file: string; dataDir: string; onProgress: RestoreOptions['onProgress'] | undefined },
): Promise<Manifest> {
  try {
    const manifest = await readBackup(file, folder, {
      onManifest: ({ files }) =>
        needSpace(
          dataDir,
          files.reduce((sum, { bytes }) => sum + bytes, 0),
        ),
      ...(onProgress && { onProgress }),
    });
    inspectCatalogue(join(folder, catalogueName));
    makeOwn(join(folder, catalogueName));
    return manifest;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

const freeName = (folder: string, name: string): string =>
  existsSync(join(folder, name)) ? freeName(folder, `${name}-`) : name;
const stamp = (): string => new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
