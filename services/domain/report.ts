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

/** A file that is searched, but of which parts could not be read. */
export const PartlyRead = z.object({
  file: z.string(),
  documentId: z.string(),
  unread: z.number().int().meta({ description: '没读出的部分有几处 / parts that could not be read' }),
  at: z.string(),
});
export type PartlyRead = z.infer<typeof PartlyRead>;

/** What is to be tried once more; without `files`, all of the list, or of both lists. */
export interface RetryRequest {
  /** a file that neither failed nor was read in part is passed over */
  readonly files?: readonly string[];
  /** only those that failed with this code */
  readonly code?: string;
  /** `removed`: only those that are named */
  readonly list?: 'failed' | 'partial' | 'removed';
}

export const FailedFiles = z.object({
  counts: ReportCounts,
  codes: z
    .array(z.object({ code: z.string(), count: z.number().int() }))
    .meta({ description: '失败的文件按错误代码计数 / failed files by code' }),
  total: z.number().int().meta({ description: '符合 code 的失败文件 / failed files of the code asked for' }),
  failures: z.array(FailedFile),
  partlyRead: z
    .array(PartlyRead)
    .meta({ description: '只读出一部分的文件，同一页码 / files read in part, of the same page' }),
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
