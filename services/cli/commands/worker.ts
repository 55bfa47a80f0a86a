// yanju worker: the queue alone, until it is stopped. `--check` only says whether one is there.
import { superviseWorker } from '../../../ingest/supervise.js';
import { openCatalogue } from '../../catalogue/open.js';
import { operation } from '../../operation.js';
import type { Context } from '../context.js';
import { tellCrash, tellUnknownSettings } from '../serving.js';

export async function worker({ check = false }: { check?: boolean }, context: Context): Promise<number> {
  if (check) return isThere(context);
  const { logger } = context;
  tellCrash(logger);
  tellUnknownSettings(logger);
  const supervised = superviseWorker({ untilIdle: false, logger });
  const stop = (): void => void supervised.stop();
  process.on('SIGTERM', stop).on('SIGINT', stop);
  await supervised.done;
  return 0;
}

function isThere({ settings, say }: Context): number {
  const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
  const { alive, secondsAgo } = operation(catalogue, null).worker;
  catalogue.close();
  console.log(alive ? say('workerHeard', { seconds: secondsAgo ?? 0 }) : say('workerUnheard'));
  return alive ? 0 : 1;
}
