// Prepares files in child processes, with limits on time and memory.
import { builtModule } from '../config/root.js';
import { AppError } from '../services/domain/errors.js';
import { createChildPool } from '../services/process/child-pool.js';
import type { Prepared, PrepareInput } from './prepare.js';
import type { PrepareResult, PrepareTask } from './prepare-process.js';

export interface PreparePool {
  /** @throws AppError with the reason why the file cannot be read, EXTRACT_TIMEOUT or EXTRACT_CRASHED */
  prepare(task: PrepareTask | PrepareInput): Promise<Prepared>;
  close(): Promise<void>;
}

export interface PreparePoolOptions {
  readonly processes: number;
  readonly timeoutS: number;
  readonly memoryMb: number;
}

/** Libraries that read files leak a little; a process is replaced after so many. */
const FILES_PER_PROCESS = 300;

export function createPreparePool({ processes, timeoutS, memoryMb }: PreparePoolOptions): PreparePool {
  const pool = createChildPool({
    module: builtModule('ingest/prepare-process.js'),
    processes,
    timeoutMs: timeoutS * 1000,
    memoryMb,
    tasksPerChild: FILES_PER_PROCESS,
    failure: (kind, cause) =>
      kind === 'timeout'
        ? new AppError('EXTRACT_TIMEOUT', { seconds: timeoutS }, { cause })
        : new AppError('EXTRACT_CRASHED', {}, { cause }),
  });
  return {
    async prepare(task) {
      const result = await pool.run<PrepareResult>('run', task);
      if ('error' in result) throw new AppError(result.error.code, result.error.values);
      return result.prepared;
    },
    close: () => pool.close(),
  };
}
