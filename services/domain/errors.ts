// One error type with a stable code; its words stand in messages/errors.ts.
import { errorMessages } from './messages/errors.js';
import { fill, type Language } from './messages/language.js';

export type ErrorCode = keyof typeof errorMessages;
export const errorCodes = Object.keys(errorMessages) as ErrorCode[];

/** What failed, on what, and what to do next. `message` is Chinese; `in(language)` gives either. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly values: Readonly<Record<string, string | number>>;

  constructor(code: ErrorCode, values: Readonly<Record<string, string | number>> = {}, options?: { cause?: unknown }) {
    super(fill(errorMessages[code].zh, values), options);
    this.name = 'AppError';
    this.code = code;
    this.values = values;
  }

  in(language: Language): string {
    return fill(errorMessages[this.code][language], this.values);
  }
}

/** The error itself when it is an AppError, otherwise `code` with the cause's message as `{why}`. */
export function asAppError(error: unknown, code: ErrorCode): AppError {
  if (error instanceof AppError) return error;
  return new AppError(code, { why: error instanceof Error ? error.message : String(error) }, { cause: error });
}
