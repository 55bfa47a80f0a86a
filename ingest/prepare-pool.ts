// Prepares files in child processes, with limits on time and memory.
import workerpool from 'workerpool';
import { builtModule } from '../config/root.js';
import type { NewVersion } from '../services/catalogue/store.js';
import { AppError } from '../services/domain/errors.js';
import type { PrepareResult, PrepareTask } from './prepare-process.js';

export interface PreparePool {
  /** @throws AppError with the reason why the file cannot be read, EXTRACT_TIMEOUT or EXTRACT_CRASHED */
  prepare(task: PrepareTask): Promise<NewVersion>;
  close(): Promise<void>;
}

export interface PreparePoolOptions {
  readonly processes: number;
  readonly timeoutS: number;
  readonly memoryMb: number;
}

export function createPreparePool({ processes, timeoutS, memoryMb }: PreparePoolOptions): PreparePool {
  const pool = workerpool.pool(builtModule('ingest/prepare-process.js'), {
    workerType: 'process',
    maxWorkers: processes,
    forkArgs: [],
    forkOpts: {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${memoryMb}`],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  });
  return {
    async prepare(task) {
      let result: PrepareResult;
      try {
        result = await pool.exec('run', [task]).timeout(timeoutS * 1000);
      } catch (cause) {
        if (cause instanceof Error && cause.name === 'TimeoutError')
          throw new AppError('EXTRACT_TIMEOUT', { seconds: timeoutS }, { cause });
        throw new AppError('EXTRACT_CRASHED', {}, { cause });
      }
      if ('error' in result) throw new AppError(result.error.code, result.error.values);
      return result.version;
    },
    close: async () => void (await pool.terminate(true)),
  };
}
