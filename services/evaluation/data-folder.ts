// Where an evaluation folder's archive is kept between runs, so that a second one is quick.
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** A data folder of its own for each evaluation folder, under `dataDir`. */
export const evaluationDataDir = (dataDir: string, folder: string): string =>
  join(dataDir, 'evaluate', createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12));
