// yanju restore: a backup back into the data folder, and the index built anew from it.
import { resolve } from 'node:path';
import { readBackup } from '../../backup/read-backup.js';
import { restore as put } from '../../backup/restore.js';
import type { Context } from '../context.js';
import { bytesBar } from '../terminal.js';
import { tellUnsound } from './backup.js';
import { reindex } from './reindex.js';

export interface RestoreCommand {
  readonly force?: boolean;
  readonly check?: boolean;
  readonly json?: boolean;
}

export async function restore(file: string, options: RestoreCommand, context: Context): Promise<number> {
  const { settings, say } = context;
  const { force = false, check = false, json = false } = options;
  const bar = bytesBar(say(check ? 'checkingBackup' : 'restoring'), json);
  try {
    const { manifest, formerly } = check
      ? { manifest: await readBackup(resolve(file), null, { onProgress: bar.update }), formerly: null }
      : await put(resolve(file), settings.YANJU_DATA_DIR, { force, onProgress: bar.update });
    bar.stop();
    const { documents, passages, made, program, files, missing, damaged } = manifest;
    const told = { documents, passages, files: files.length, made, program };
    if (json) console.log(JSON.stringify({ ...told, missing, damaged, ...(!check && { formerly }) }));
    else {
      console.log(say(check ? 'backupSound' : 'restored', told));
      tellUnsound(manifest, say);
    }
    if (formerly && !json) console.log(say('putAside', { folder: formerly }));
    return check ? 0 : await reindex({}, context, json);
  } finally {
    bar.stop();
  }
}
