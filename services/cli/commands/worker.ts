// yanju worker: the queue alone, until it is stopped.
import { superviseWorker } from '../../../ingest/supervise.js';
import type { Context } from '../context.js';

export async function worker({ logger }: Context): Promise<number> {
  const supervised = superviseWorker({ untilIdle: false, logger });
  const stop = (): void => void supervised.stop();
  process.on('SIGTERM', stop).on('SIGINT', stop);
  await supervised.done;
  return 0;
}
