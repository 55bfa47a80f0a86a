// The worker process: takes the lease, works the queue, and waits for more (or ends, with --until-idle).
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '../config/logger.js';
import { readSettings, type Settings } from '../config/settings.js';
import { BEAT_MS } from '../services/catalogue/heartbeat.js';
import { openCatalogue } from '../services/catalogue/open.js';
import { documentIdOf } from '../services/catalogue/store.js';
import { AppError, asAppError } from '../services/domain/errors.js';
import { createEmbedder } from '../services/embedding/transformers.js';
import { openEngineInUse } from '../services/open-engine.js';
import { keepingForReranker } from '../services/reranking/open.js';
import { createBehind } from './behind.js';
import { extractLimits } from './extract/limits.js';
import type { Ocr, OcrProgress } from './ocr/read-scans.js';
import { createRecognizer } from './ocr/recognizer.js';
import { createPreparePool } from './prepare-pool.js';
import { createTally } from './tally.js';
import { work } from './work.js';

const POLL_MS = 500;
/** A worker that ends when all is done tries so often; one that stays asks once and comes back to it (behind.ts). */
const ENGINE_TRIES = 5;

/** Tells whoever started the worker why it ended. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly ocr?: OcrProgress }
  | { readonly kind: 'failed'; readonly code: AppError['code']; readonly values: AppError['values'] }
  | { readonly kind: 'measured'; readonly embedBusyMs: number; readonly embedProcesses: number; readonly ms: number };

async function main(settings: Settings, untilIdle: boolean): Promise<void> {
  const logger = createLogger(settings, 'worker');
  const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
  const owner = randomUUID();
  const embedder = keepingForReranker(
    settings,
    createEmbedder({
      modelDir: settings.YANJU_MODEL_DIR,
      processes: settings.YANJU_EMBED_PROCESSES,
      download: settings.YANJU_MODEL_DOWNLOAD,
    }),
  );
  const checkModel = (): void => {
    const known = catalogue.fingerprint();
    if (known !== null && known !== embedder.fingerprint) {
      throw new AppError('MODEL_MISMATCH', { have: known, want: embedder.fingerprint });
    }
  };
  checkModel();
  const engine = openEngineInUse({
    settings,
    catalogue,
    dimension: embedder.dimension,
    model: embedder.fingerprint,
    logger,
  });
  const behind = createBehind({ catalogue, engine, untilIdle, logger });
  const pool = createPreparePool({
    processes: settings.YANJU_EXTRACT_PROCESSES,
    timeoutS: settings.YANJU_EXTRACT_TIMEOUT_S,
    memoryMb: settings.YANJU_EXTRACT_MEMORY_MB,
  });
  const limits = { maxFileMb: settings.YANJU_MAX_FILE_MB, ...extractLimits(settings) };

  const recognizer = createRecognizer({
    processes: settings.YANJU_OCR_PROCESSES,
    timeoutS: settings.YANJU_OCR_TIMEOUT_S,
    memoryMb: settings.YANJU_OCR_MEMORY_MB,
  });
  const ocr: Ocr = {
    recognizer,
    maxPages: settings.YANJU_OCR_MAX_PAGES,
    timeoutS: settings.YANJU_OCR_TIMEOUT_S,
    onPage({ file, done, pages, ...read }) {
      logger.info({ event: 'ingest.ocr', document: documentIdOf(file), ...read });
      process.send?.({ kind: 'progress', ocr: { file, done, pages } } satisfies WorkerMessage);
    },
  };

  const tally = createTally();
  const tell = (): void => {
    try {
      catalogue.heartbeat.beat(tally.take());
    } catch (error) {
      logger.warn({ event: 'worker.untold', err: error }); // a full disk ends the work, not this
    }
  };
  tell();
  const pulse = setInterval(tell, BEAT_MS);
  let stopping = false;
  process.on('SIGTERM', () => {
    stopping = true;
  });
  while (!stopping) {
    checkModel(); // another process may have changed it
    const isBehind = await behind();
    if (isBehind && catalogue.queue.lease(owner)) {
      const beat = setInterval(() => catalogue.queue.lease(owner), BEAT_MS);
      const [started, busy] = [performance.now(), embedder.busyMs()];
      try {
        catalogue.setFingerprint(embedder.fingerprint);
        await work({
          catalogue,
          embedder,
          pool,
          engine,
          limits,
          logger,
          tally,
          engineTries: untilIdle ? ENGINE_TRIES : 1,
          ...(settings.YANJU_OCR && { ocr }),
          onProgress: () => process.send?.({ kind: 'progress' } satisfies WorkerMessage),
        });
      } catch (error) {
        behind.failed(error);
      } finally {
        clearInterval(beat);
        catalogue.queue.release(owner);
      }
      const measured: WorkerMessage = {
        kind: 'measured',
        embedBusyMs: embedder.busyMs() - busy,
        embedProcesses: embedder.processes,
        ms: performance.now() - started,
      };
      logger.info({ event: 'ingest.done', ...measured });
      process.send?.(measured);
    } else if (!isBehind && behind.waits()) {
      await sleep(POLL_MS);
    } else if (!isBehind) {
      catalogue.queue.closeRuns();
      if (untilIdle) break;
      await sleep(POLL_MS);
    } else {
      await sleep(POLL_MS); // another worker is at it
    }
  }
  clearInterval(pulse);
  tell();
  await Promise.all([embedder.close(), pool.close(), recognizer.close(), engine.close()]);
  catalogue.close();
}

process.on('uncaughtException', (err) => {
  createLogger(readSettings(), 'worker').fatal({ event: 'crashed', err });
  process.exit(1);
});
process.on('disconnect', () => process.exit(0)); // whoever started it has gone
main(readSettings(), process.argv.includes('--until-idle')).then(
  () => process.exit(0),
  (cause) => {
    const error = asAppError(cause, 'WORKER_FAILED');
    const message: WorkerMessage = { kind: 'failed', code: error.code, values: error.values };
    if (process.send) process.send(message, () => process.exit(1));
    else process.exit(1);
  },
);
