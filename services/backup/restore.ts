// Puts a backup into a data folder: read and checked as a whole beside it first, then exchanged; what was there stays.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inspectCatalogue } from '../catalogue/copy.js';
import { openCatalogue } from '../catalogue/open.js';
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
 * A kill before the exchange leaves the data folder as it was; a later restore clears what it had written.
 * The index is not in a backup: rebuild it afterwards.
 * @throws AppError RESTORE_NOT_EMPTY, RESTORE_IN_USE, BACKUP_DAMAGED, BACKUP_NO_SPACE, CATALOGUE_NEWER
 */
export async function restore(
  file: string,
  dataDir: string,
  { force, onProgress }: RestoreOptions = {},
): Promise<Restored> {
  mkdirSync(dataDir, { recursive: true });
  const held = (): string[] => readdirSync(dataDir).filter((name) => !/^(?:\.restoring-|before-restore-)/.test(name));
  if (held().length > 0 && !force) throw new AppError('RESTORE_NOT_EMPTY', { folder: dataDir });
  refuseWhileWorked(dataDir);
  for (const name of readdirSync(dataDir))
    if (name.startsWith('.restoring-')) rmSync(join(dataDir, name), { recursive: true });

  // Inside the data folder: on the same disk, also where that folder is a mounted volume.
  const aside = join(dataDir, `.restoring-${process.pid}`);
  mkdirSync(aside);
  try {
    const manifest = await readBackup(file, aside, {
      onManifest: ({ files }) =>
        needSpace(
          dataDir,
          files.reduce((sum, { bytes }) => sum + bytes, 0),
        ),
      ...(onProgress && { onProgress }),
    });
    inspectCatalogue(join(aside, catalogueName));
    const formerly = held().length > 0 ? join(dataDir, `before-restore-${stamp()}`) : null;
    if (formerly) mkdirSync(formerly);
    // The catalogue goes last and comes last: until then the folder is no archive, never a mixture of two.
    for (const name of inOrder(held())) if (formerly) renameSync(join(dataDir, name), join(formerly, name));
    for (const name of inOrder(readdirSync(aside))) renameSync(join(aside, name), join(dataDir, name));
    return { manifest, formerly };
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

const inOrder = (names: readonly string[]): string[] =>
  [...names].sort((a, b) => Number(a.startsWith(catalogueName)) - Number(b.startsWith(catalogueName)));

const stamp = (): string => new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** A worker that holds the queue would go on writing into what is put aside. */
function refuseWhileWorked(dataDir: string): void {
  if (!existsSync(join(dataDir, catalogueName))) return;
  const catalogue = openCatalogue(dataDir);
  try {
    const owner = `restore-${process.pid}`;
    if (!catalogue.queue.lease(owner)) throw new AppError('RESTORE_IN_USE', { folder: dataDir });
    catalogue.queue.release(owner);
  } finally {
    catalogue.close();
  }
}
