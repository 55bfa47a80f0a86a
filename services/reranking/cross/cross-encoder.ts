// A cross-encoder in a child process. It reads query and text together, which nothing kept can spare: a pass of the model
// for each candidate. Measured and off by default: docs/ranking.md.
import { builtModule } from '../../../config/root.js';
import { AppError } from '../../domain/errors.js';
import { createChildPool } from '../../process/child-pool.js';
import type { Reranker } from '../reranker.js';
import { readCrossEncoder } from './model.js';
import type { ScoreTask } from './worker.js';

/** Texts scored between two looks at the signal. */
const STEP = 4;
/** One step, loading the model included; a query's own limit is its caller's signal. */
const TIMEOUT_MS = 300_000;
const MEMORY_MB = 8_192;

/**
 * Reads and checks the model at once, and loads it while nobody waits yet.
 * @throws AppError RERANKER_MISSING, MODEL_CHECKSUM
 */
export function createCrossEncoder(modelDir: string): Reranker {
  const model = readCrossEncoder(modelDir);
  const pool = createChildPool({
    module: builtModule('services/reranking/cross/worker.js'),
    processes: 1, // the model library spreads one pass over the cores
    timeoutMs: TIMEOUT_MS,
    memoryMb: MEMORY_MB,
    failure: (kind, cause) =>
      new AppError('RERANKING_FAILED', { why: cause instanceof Error ? cause.message : kind }, { cause }),
  });
  pool.run('warm', model).catch(() => undefined); // whoever asks it to score is told

  return {
    name: 'cross',
    weight: model.use.weight,
    async rerank(query, candidates, signal) {
      const scores: number[] = [];
      for (let start = 0; start < candidates.length; start += STEP) {
        signal.throwIfAborted();
        const texts = candidates.slice(start, start + STEP).map(({ text }) => text);
        scores.push(...(await pool.run<number[]>('score', { ...model, query, texts } satisfies ScoreTask)));
      }
      signal.throwIfAborted();
      return { kind: 'logit', scores };
    },
    close: () => pool.close(),
  };
}
