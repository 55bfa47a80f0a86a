// One error type with a stable code; its words stand in messages/errors.ts.
import { errorMessages } from './messages/errors.js';
import { inOne } from './messages/extract.js';
import { fill, type Language } from './messages/language.js';

export type ErrorCode = keyof typeof errorMessages;
export const errorCodes = Object.keys(errorMessages) as ErrorCode[];

type Values = Readonly<Record<string, string | number>>;

const tell = (code: ErrorCode, values: Values, language: Language): string =>
  fill(
    errorMessages[code][language],
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inOne(value, language)])),
  );

/** What failed, on what, and what to do next. `message` is Chinese; `in(language)` gives either. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly values: Values;

  constructor(code: ErrorCode, values: Values = {}, options?: { cause?: unknown }) {
    super(tell(code, values, 'zh'), options);
    this.name = 'AppError';
    this.code = code;
    this.values = values;
  }

  in(language: Language): string {
    return tell(this.code, this.values, language);
  }
}

/** The error itself when it is an AppError, otherwise `code` with the cause's message as `{why}`. */
export function asAppError(error: unknown, code: ErrorCode): AppError {
  if (error instanceof AppError) return error;
  return new AppError(code, { why: error instanceof Error ? error.message : String(error) }, { cause: error });
}
