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

async function run({ path, ...input }: PrepareTask): Promise<PrepareResult> {
  try {
    return { prepared: await prepare({ ...input, bytes: readFileSync(path) }) };
  } catch (cause) {
    const { code, values } = asAppError(cause, 'DAMAGED');
    return { error: { code, values } };
  }
}

serve({ run });
