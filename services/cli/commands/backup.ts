// yanju backup: the archive in one file, while the service goes on.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { backup as write } from '../../backup/backup.js';
import type { Manifest } from '../../backup/manifest.js';
import type { Context } from '../context.js';
import { bytesBar, type Say } from '../terminal.js';

/** Originals that a backup could not take as they were named. */
export function tellUnsound({ missing, damaged }: Pick<Manifest, 'missing' | 'damaged'>, say: Say): void {
  if (missing > 0) console.log(`! ${say('originalsMissing', { count: missing })}`);
  for (const path of damaged) console.log(`! ${say('originalDamaged', { path })}`);
}

/** Exit status: 2 when the backup was made and originals in it are damaged. */
export async function backup(
  file: string,
  { force = false, json = false }: { force?: boolean; json?: boolean },
  { settings, say }: Context,
): Promise<number> {
  const bar = bytesBar(say('backingUp'), json);
  try {
    const { documents, passages, files, made, missing, damaged } = await write(settings.YANJU_DATA_DIR, file, {
      force,
      onProgress: bar.update,
    });
    bar.stop();
    const told = { file: resolve(file), documents, passages, files: files.length };
    const { size } = statSync(file);
    if (json) console.log(JSON.stringify({ ...told, bytes: size, made, missing, damaged }));
    else {
      console.log(say('backedUp', { ...told, mb: Math.ceil(size / 1024 ** 2) }));
      tellUnsound({ missing, damaged }, say);
    }
    return damaged.length > 0 ? 2 : 0;
  } finally {
    bar.stop();
  }
}
