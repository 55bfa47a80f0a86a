// Takes an evaluation folder's documents in, in a data folder of its own that is kept.
import { join } from 'node:path';
import type { Settings } from '../../config/settings.js';
import { evaluationDataDir } from '../evaluation/data-folder.js';
import type { Context } from './context.js';
import { runIngest } from './run-ingest.js';
import { progressBar } from './terminal.js';

/** Shows progress unless `quiet`. Gives the settings for the data folder, and how the ingest ended. */
export async function ingestFolder(folder: string, quiet: boolean, { settings: given, logger, say }: Context) {
  const settings: Settings = { ...given, YANJU_DATA_DIR: evaluationDataDir(given.YANJU_DATA_DIR, folder) };
  const reading = progressBar(say('reading'), quiet);
  let done = 0;
  const ended = await runIngest({
    settings,
    logger,
    paths: [join(folder, 'documents')],
    env: { YANJU_DATA_DIR: settings.YANJU_DATA_DIR },
    quiet: true,
    onPlanned: reading.total,
    onLine: (line) => reading.update(++done, line.file),
  });
  reading.stop();
  return { settings, ...ended };
}
