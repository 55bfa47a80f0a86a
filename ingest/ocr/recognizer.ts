// The port of OCR, and the one behind it: child processes with limits on time and memory.
import { builtModule } from '../../config/root.js';
import { AppError } from '../../services/domain/errors.js';
import { createChildPool } from '../../services/process/child-pool.js';
import type { RecognisedPage } from '../blocks.js';
import type { PageTask } from './page-picture.js';
import { reading } from './read-page.js';
import type { RecogniseResult } from './recognise-process.js';

export interface Recognizer {
  /** models and settings: what was read under one name need not be read again */
  readonly name: string;
  /** Pages wait in order for a free process. @throws AppError OCR_FAILED when the page cannot be read */
  recognise(task: PageTask): Promise<RecognisedPage>;
  close(): Promise<void>;
}

export interface RecognizerOptions {
  readonly processes: number;
  /** limit of one page */
  readonly timeoutS: number;
  readonly memoryMb: number;
}

/** pdf.js and the model runtime leak a little; a process is replaced after so many. */
const PAGES_PER_PROCESS = 200;

export function createRecognizer({ processes, timeoutS, memoryMb }: RecognizerOptions): Recognizer {
  const pool = createChildPool({
    module: builtModule('ingest/ocr/recognise-process.js'),
    processes,
    timeoutMs: timeoutS * 1000,
    memoryMb,
    tasksPerChild: PAGES_PER_PROCESS,
    failure: (_kind, cause) => new AppError('OCR_FAILED', {}, { cause }),
  });
  return {
    name: `PP-OCRv4 ch ${reading}`,
    async recognise(task) {
      const result = await pool.run<RecogniseResult>('run', task);
      if ('why' in result) throw new AppError('OCR_FAILED', {}, { cause: result.why });
      return result.page;
    },
    close: () => pool.close(),
  };
}
