// What became of the files, for whoever looks after the archive.
import { z } from 'zod';
import { AppError, type ErrorCode, errorCodes } from './errors.js';
import type { Language } from './messages/language.js';

/** Files by their newest outcome; `partial` counts those among `indexed` of which parts could not be read. */
export const ReportCounts = z.object({
  indexed: z.number().int(),
  duplicate: z.number().int(),
  failed: z.number().int(),
  partial: z.number().int(),
});
export type ReportCounts = z.infer<typeof ReportCounts>;

/** A failure as it is told in one language: what failed, why, what to do. */
export const FailedFile = z.object({ file: z.string(), code: z.string(), message: z.string(), at: z.string() });
export type FailedFile = z.infer<typeof FailedFile>;

export const FailedFiles = z.object({
  counts: ReportCounts,
  codes: z
    .array(z.object({ code: z.string(), count: z.number().int() }))
    .meta({ description: '失败的文件按错误代码计数 / failed files by code' }),
  total: z.number().int().meta({ description: '符合 code 的失败文件 / failed files of the code asked for' }),
  failures: z.array(FailedFile),
});
export type FailedFiles = z.infer<typeof FailedFiles>;

export interface Failure {
  readonly file: string;
  readonly code: string;
  /** as it was told when it happened, in Chinese */
  readonly message: string;
  /** what fills the message; null in old lines */
  readonly values: Readonly<Record<string, string | number>> | null;
  readonly at: string;
}
export interface PartlyRead {
  readonly file: string;
  readonly documentId: string;
  /** parts that could not be read */
  readonly unread: number;
  readonly at: string;
}
export interface Duplicate {
  readonly file: string;
  /** the file with the same content */
  readonly of: string;
  /** null for zips */
  readonly documentId: string | null;
  readonly at: string;
}

const isCode = (code: string): code is ErrorCode => (errorCodes as readonly string[]).includes(code);

export const toldIn = ({ file, code, message, values, at }: Failure, language: Language): FailedFile => ({
  file,
  code,
  message: isCode(code) && values ? new AppError(code, values).in(language) : message,
  at,
});
