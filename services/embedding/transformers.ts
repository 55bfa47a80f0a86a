// The embedder over child processes: a queue of texts from which every free process takes a few.
import { builtModule } from '../../config/root.js';
import { AppError, asAppError } from '../domain/errors.js';
import { createChildPool } from '../process/child-pool.js';
import type { EmbeddedTokens, EmbedKind, TokenEmbedder } from './embedder.js';
import { type Model, readModel } from './model.js';
import type { EmbedResult, EmbedTask } from './worker.js';

/** Texts a process takes at a time: enough that the way between the processes does not count (about 0.2 s of work). */
const TAKE = 12;

/** A take is computed in a second or two; loading the model, or downloading one, may come before. */
const TIMEOUT_MS = 300_000;
const MEMORY_MB = 4_096;

interface Waiting {
  readonly text: string;
  readonly prefix: string;
  readonly withTokens: boolean;
  readonly resolve: (embedded: EmbeddedTokens) => void;
  readonly reject: (error: AppError) => void;
}

export interface EmbedderOptions {
  readonly modelDir: string;
  readonly processes: number;
  readonly download?: boolean;
}

/**
 * Reads and checks the model at once, and starts processes when the first texts come.
 * @throws AppError MODEL_MISSING, MODEL_CHECKSUM
 */
export function createEmbedder({ modelDir, processes, download = false }: EmbedderOptions): TokenEmbedder {
  const model: Model = readModel(modelDir);
  const pool = createChildPool({
    module: builtModule('services/embedding/worker.js'),
    processes,
    timeoutMs: TIMEOUT_MS,
    memoryMb: MEMORY_MB,
    failure: (kind, cause) =>
      new AppError('EMBEDDING_FAILED', { why: cause instanceof Error ? cause.message : kind }, { cause }),
  });
  const queue: Waiting[] = [];
  let free = processes;
  let busy = 0;

  async function compute(taken: readonly Waiting[]): Promise<void> {
    const task: EmbedTask = {
      dir: model.dir,
      use: model.use,
      download,
      texts: taken.map(({ text, prefix }) => ({ text, prefix })),
      withTokens: taken.some(({ withTokens }) => withTokens),
    };
    const { vectors, tokens, ms } = await runOnce(task).catch(() => runOnce(task)); // a process that died is started anew, once
    busy += ms;
    const { dimension } = model.use;
    taken.forEach(({ resolve }, i) => {
      resolve({ vector: vectors.slice(i * dimension, (i + 1) * dimension), tokens: tokens[i] ?? new Uint32Array() });
    });
  }
  const runOnce = (task: EmbedTask): Promise<EmbedResult> => pool.run('embed', task);

  function feed(): void {
    while (free > 0 && queue.length > 0) {
      free--;
      const taken = queue.splice(0, Math.max(1, Math.min(TAKE, Math.ceil(queue.length / processes))));
      compute(taken)
        .catch((cause) => {
          const error = asAppError(cause, 'EMBEDDING_FAILED');
          for (const { reject } of taken) reject(error);
        })
        .finally(() => {
          free++;
          feed();
        });
    }
  }

  function enqueue(texts: readonly string[], kind: EmbedKind, withTokens: boolean): Promise<EmbeddedTokens[]> {
    const prefix = kind === 'query' ? model.use.queryPrefix : model.use.passagePrefix;
    const embedded = texts.map(
      (text) =>
        new Promise<EmbeddedTokens>((resolve, reject) =>
          queue.push({ text: prefix + text, prefix, withTokens, resolve, reject }),
        ),
    );
    feed();
    return Promise.all(embedded);
  }

  return {
    fingerprint: model.fingerprint,
    dimension: model.use.dimension,
    processes,
    embed: async (texts, kind) => (await enqueue(texts, kind, false)).map(({ vector }) => vector),
    embedTokens: (texts, kind) => enqueue(texts, kind, true),
    busyMs: () => busy,
    async close() {
      for (const { reject } of queue.splice(0)) reject(new AppError('EMBEDDING_FAILED', { why: 'closed' }));
      await pool.close();
    },
  };
}
