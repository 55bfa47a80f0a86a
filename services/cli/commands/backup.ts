// yanju backup: the archive in one file, while the service goes on.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { backup as write } from '../../backup/backup.js';
import type { Context } from '../context.js';
import { bytesBar } from '../terminal.js';

export async function backup(
  file: string,
  { force = false, json = false }: { force?: boolean; json?: boolean },
  { settings, say }: Context,
): Promise<number> {
  const bar = bytesBar(say('backingUp'), json);
  try {
    const { documents, passages, files, made } = await write(settings.YANJU_DATA_DIR, file, {
      force,
      onProgress: bar.update,
    });
    bar.stop();
    const told = { file: resolve(file), documents, passages, files: files.length };
    const { size } = statSync(file);
    if (json) console.log(JSON.stringify({ ...told, bytes: size, made }));
    else console.log(say('backedUp', { ...told, mb: Math.ceil(size / 1024 ** 2) }));
    return 0;
  } finally {
    bar.stop();
  }
}
