// Entry of a child process that reads files. What a file holds can crash or hang this process only.
import { readFile, stat } from 'node:fs/promises';
import { AppError, asAppError, type ErrorCode } from '../../services/domain/errors.js';
import type { Extracted } from '../blocks.js';
import { serve } from './child.js';
import { extract } from './extract.js';

export interface ExtractTask {
  /** where the bytes lie */
  readonly path: string;
  /** the file's own name, which decides between md and txt */
  readonly fileName: string;
  readonly maxTextChars: number;
  readonly maxFileBytes: number;
}

export type ExtractResult =
  | { readonly extracted: Extracted }
  | { readonly error: { readonly code: ErrorCode; readonly values: AppError['values'] } };

async function readBytes({ path, fileName, maxFileBytes }: ExtractTask): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size <= maxFileBytes) return await readFile(path);
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code ?? String(cause); // errors of fs carry a code
    throw new AppError('FILE_UNREADABLE', { file: fileName, why }, { cause });
  }
  throw new AppError('FILE_TOO_LARGE', { limit: Math.floor(maxFileBytes / 1024 / 1024) });
}

async function extractFile(task: ExtractTask): Promise<ExtractResult> {
  try {
    const bytes = await readBytes(task);
    return { extracted: await extract(bytes, task.fileName, { maxTextChars: task.maxTextChars }) };
  } catch (cause) {
    const { code, values } = asAppError(cause, 'DAMAGED');
    return { error: { code, values } };
  }
}

serve({ extract: extractFile });
