// A child process that prepares files. What a file holds can crash or hang this process only.
import { readFileSync } from 'node:fs';
import { type AppError, asAppError, type ErrorCode } from '../services/domain/errors.js';
import { serve } from '../services/process/child.js';
import { type Prepared, type PrepareInput, prepare } from './prepare.js';

export interface PrepareTask extends Omit<PrepareInput, 'bytes'> {
  /** where the bytes lie */
  readonly path: string;
}
/** Errors do not keep their class between processes. */
export type PrepareResult =
  | { readonly prepared: Prepared }
  | { readonly error: { readonly code: ErrorCode; readonly values: AppError['values'] } };

/** What is to leave nothing on the disk comes with its bytes. */
async function run(task: PrepareTask | PrepareInput): Promise<PrepareResult> {
  try {
    return { prepared: await prepare('bytes' in task ? task : { ...task, bytes: readFileSync(task.path) }) };
  } catch (cause) {
    const { code, values } = asAppError(cause, 'DAMAGED');
    return { error: { code, values } };
  }
}

serve({ run });
