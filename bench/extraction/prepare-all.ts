// Prepares the files of a folder in child processes, as the worker does, and measures each.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { builtModule } from '../../config/root.js';
import { readSettings } from '../../config/settings.js';
import { extractLimits } from '../../ingest/extract/limits.js';
import type { PrepareTask } from '../../ingest/prepare-process.js';
import { AppError, asAppError } from '../../services/domain/errors.js';
import { createChildPool } from '../../services/process/child-pool.js';
import type { Measured } from './measured-process.js';

export interface MeasuredFile extends Measured {
  /** path below the folder, `/` between folders */
  readonly file: string;
  readonly path: string;
}

export interface PrepareAllOptions {
  readonly processes: number;
  /** a process of its own for each file, so that its memory is the file's */
  readonly alone: boolean;
  readonly onFile?: (done: number, of: number) => void;
}

/** Files below a folder, in a fixed order. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split('\\').join('/'))
    .sort();

/** A file that takes its process down, or too long, has the outcome EXTRACT_CRASHED or EXTRACT_TIMEOUT. */
export async function prepareAll(
  folder: string,
  files: readonly string[],
  { processes, alone, onFile }: PrepareAllOptions,
): Promise<MeasuredFile[]> {
  const settings = readSettings();
  const pool = createChildPool({
    module: builtModule('bench/extraction/measured-process.js'),
    processes,
    timeoutMs: settings.YANJU_EXTRACT_TIMEOUT_S * 1000,
    memoryMb: settings.YANJU_EXTRACT_MEMORY_MB,
    ...(alone && { tasksPerChild: 1 }),
    failure: (kind, cause) => new AppError(kind === 'timeout' ? 'EXTRACT_TIMEOUT' : 'EXTRACT_CRASHED', {}, { cause }),
  });
  const limits = extractLimits(settings);
  let done = 0;
  const one = async (file: string): Promise<MeasuredFile> => {
    const path = join(folder, file);
    const started = performance.now();
    const contentHash = createHash('sha256').update(readFileSync(path)).digest('hex');
    const task: PrepareTask = { file, path, contentHash, given: null, limits, ocr: 'off' };
    const measured = await pool.run<Measured>('run', task).catch((cause: unknown): Measured => {
      const outcome = asAppError(cause, 'EXTRACT_CRASHED').code;
      return { outcome, text: '', removed: [], ms: performance.now() - started, memoryMb: Number.NaN };
    });
    onFile?.(++done, files.length);
    return { file, path, ...measured };
  };
  try {
    return await Promise.all(files.map(one));
  } finally {
    await pool.close();
  }
}
