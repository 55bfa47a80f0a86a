// Starts the worker as a process of its own and starts it again when it dies.
import { type ChildProcess, fork } from 'node:child_process';
import type { Logger } from 'pino';
import { builtModule } from '../config/root.js';
import { childEnvironment } from '../config/settings.js';
import { AppError } from '../services/domain/errors.js';
import type { OcrProgress } from './ocr/read-scans.js';
import type { WorkerMessage } from './worker.js';

export interface Supervised {
  /** Resolves when an --until-idle worker has nothing left to do. @throws AppError when it cannot go on */
  readonly done: Promise<void>;
  /** what the last finished stretch of work measured */
  measured(): Extract<WorkerMessage, { kind: 'measured' }> | null;
  stop(): Promise<void>;
}

const MAX_FRUITLESS_ENDS = 40;
/** Longest pause before the next start: a crash may be one file's; what the worker itself gives as its reason, as a missing model, lasts. */
const MAX_PAUSE_MS = { crash: 2_000, named: 60_000 };

/**
 * A worker that ends by a signal or an unknown error is started again; forty ends in a row without anything
 * stored in between are taken as final.
 */
export function superviseWorker({
  untilIdle,
  env,
  quiet = false,
  logger,
  onOcr,
}: {
  untilIdle: boolean;
  /** over this process's environment; asked anew at each start where it is a function */
  env?: Record<string, string> | (() => Record<string, string>);
  /** logs warnings only, unless the level is set */
  quiet?: boolean;
  logger: Logger;
  onOcr?: (pages: OcrProgress) => void;
}): Supervised {
  let child: ChildProcess | null = null;
  let stopping = false;
  let fruitless = 0;
  let failure: AppError | null = null;
  let measured: Extract<WorkerMessage, { kind: 'measured' }> | null = null;

  const done = new Promise<void>((resolve, reject) => {
    const start = (): void => {
      failure = null;
      child = fork(builtModule('ingest/worker.js'), untilIdle ? ['--until-idle'] : [], {
        env: childEnvironment(typeof env === 'function' ? env() : env, quiet ? { YANJU_LOG_LEVEL: 'warn' } : {}),
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      child.on('message', (message: WorkerMessage) => {
        if (message.kind === 'progress') {
          fruitless = 0;
          if (message.ocr) onOcr?.(message.ocr);
        } else if (message.kind === 'measured') measured = message;
        else failure = new AppError(message.code, message.values);
      });
      child.on('exit', (code, signal) => {
        child = null;
        if (stopping || (code === 0 && untilIdle)) return resolve();
        fruitless++;
        logger.warn({ event: 'worker.ended', exit: code, signal, code: failure?.code });
        if (untilIdle && failure) return reject(failure);
        if (fruitless >= MAX_FRUITLESS_ENDS && untilIdle)
          return reject(new AppError('WORKER_FAILED', { why: signal ?? `exit ${code}` }));
        setTimeout(start, Math.min(MAX_PAUSE_MS[failure ? 'named' : 'crash'], 100 * 2 ** fruitless)).unref();
        return undefined;
      });
    };
    start();
  });
  done.catch(() => {}); // whoever awaits it gets the failure

  return {
    done,
    measured: () => measured,
    async stop() {
      stopping = true;
      const running = child;
      if (!running) return;
      const ended = new Promise((resolve) => running.once('exit', resolve));
      running.kill('SIGTERM');
      const timer = setTimeout(() => running.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(timer);
    },
  };
}
