// Reads files in child processes, with limits on time and memory.
import { builtModule } from '../../config/root.js';
import { AppError } from '../../services/domain/errors.js';
import type { Extracted } from '../blocks.js';
import { createChildPool } from './child-pool.js';
import type { ExtractResult, ExtractTask } from './process.js';

export interface ExtractPool {
  /** @throws AppError with the reason why the file cannot be read, FILE_TOO_LARGE, FILE_UNREADABLE, EXTRACT_TIMEOUT or EXTRACT_CRASHED */
  extract(path: string, fileName: string): Promise<Extracted>;
  close(): Promise<void>;
}

export interface ExtractPoolOptions {
  readonly processes: number;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly maxTextChars: number;
  readonly maxFileBytes: number;
}

export function createExtractPool(options: ExtractPoolOptions): ExtractPool {
  const { processes, timeoutMs, memoryMb, maxTextChars, maxFileBytes } = options;
  const pool = createChildPool({ module: builtModule('ingest/extract/process.js'), processes, timeoutMs, memoryMb });
  return {
    async extract(path, fileName) {
      const task: ExtractTask = { path, fileName, maxTextChars, maxFileBytes };
      const result = await pool.run<ExtractResult>('extract', task);
      if ('error' in result) throw new AppError(result.error.code, result.error.values);
      return result.extracted;
    },
    close: () => pool.close(),
  };
}
