// AppError → status in one place, and the problem document (RFC 9457) that every failure is answered with.
import { z } from 'zod';
import { type AppError, type ErrorCode, errorCodes } from '../domain/errors.js';
import { statusTitles } from '../domain/messages/api.js';
import type { Language } from '../domain/messages/language.js';
import { RequestError, wordsOf } from '../domain/request-error.js';

/** Codes by status. What stands nowhere is 500: it never follows from a request. */
const codesByStatus: Readonly<Record<number, readonly ErrorCode[]>> = {
  400: ['INVALID_REQUEST', 'QUERY_EMPTY', 'QUERY_TOO_LONG', 'REGION_UNKNOWN', 'STATUS_UNKNOWN', 'DRAFT_EMPTY'],
  401: ['UNAUTHORIZED', 'TOKEN_WRONG', 'SIGNED_OUT'],
  403: ['CHANGES_DISABLED', 'FEEDBACK_OFF', 'CROSS_SITE', 'FORM_STALE'],
  404: [
    'NOT_FOUND',
    'DOCUMENT_NOT_FOUND',
    'VERSION_NOT_FOUND',
    'RUN_NOT_FOUND',
    'PASSAGE_NOT_FOUND',
    'ORIGINAL_MISSING',
  ],
  405: ['METHOD_NOT_ALLOWED'],
  413: ['PAYLOAD_TOO_LARGE', 'FILE_TOO_LARGE', 'DRAFT_TOO_LONG'],
  414: ['URI_TOO_LONG'],
  416: ['RANGE_NOT_SATISFIABLE'],
  422: [
    'EMPTY_FILE',
    'NO_TEXT',
    'ENCRYPTED',
    'DAMAGED',
    'UNSUPPORTED_TYPE',
    'ENCODING_UNKNOWN',
    'TEXT_TOO_LONG',
    'ARCHIVE_TOO_LARGE',
    'ARCHIVE_TOO_DEEP',
    'EXTRACT_TIMEOUT',
    'EXTRACT_CRASHED',
    'OCR_FAILED',
    'FILE_UNREADABLE',
    'PREVIEW_UNAVAILABLE',
    'PREVIEW_FAILED',
    'METADATA_INVALID',
    'NOT_DOCX',
  ],
  429: ['RATE_LIMITED', 'TOKEN_LIMITED'],
  431: ['HEADERS_TOO_LARGE'],
  503: [
    'REQUEST_TIMEOUT',
    'NOT_READY',
    'ENGINE_UNAVAILABLE',
    'ENGINE_TASK_FAILED',
    'MODEL_MISSING',
    'MODEL_CHECKSUM',
    'MODEL_MISMATCH',
    'REINDEX_RUNNING',
    'REINDEX_NOTHING_KEPT',
    'EMBEDDING_FAILED',
    'FEEDBACK_FULL',
    'EXPORT_FAILED',
    'PREVIEW_BUSY',
    'RERANKER_MISSING',
    'RERANKING_FAILED',
    'CATALOGUE_NEWER',
    'STORAGE_FAILED',
    'BACKUP_EXISTS',
    'BACKUP_NO_SPACE',
    'BACKUP_FAILED',
    'BACKUP_DAMAGED',
    'RESTORE_NOT_EMPTY',
    'RESTORE_IN_USE',
    'RESTORE_UNDER_WAY',
    'WORKER_FAILED',
  ],
};
const statuses = new Map(
  Object.entries(codesByStatus).flatMap(([status, codes]) => codes.map((code) => [code, Number(status)] as const)),
);
export const statusOf = (code: ErrorCode): number => statuses.get(code) ?? 500;

export const Problem = z.object({
  type: z.string().meta({ description: 'urn:yanju:problem:CODE' }),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]), // never empty: the messages hold some
  detail: z.string(),
  instance: z.string().meta({ description: '请求的路径，不含参数 / the path asked for, without parameters' }),
  requestId: z.string(),
  errors: z
    .array(z.object({ field: z.string(), message: z.string() }))
    .optional()
    .meta({ description: '有误的参数 / the fields that are wrong' }),
});
export type Problem = z.infer<typeof Problem>;

export interface Occasion {
  readonly language: Language;
  /** path asked for, without its query */
  readonly path: string;
  readonly requestId: string;
}

/** The problem document of an error. `status` is given only where the transport knows better than the code. */
export function problemOf(error: AppError, occasion: Occasion, status = statusOf(error.code)): Problem {
  const { language, path, requestId } = occasion;
  return {
    type: `urn:yanju:problem:${error.code}`,
    title: statusTitles[status]?.[language] ?? String(status),
    status,
    code: error.code,
    detail: error.in(language),
    instance: path,
    requestId,
    ...(error instanceof RequestError && {
      errors: error.issues.map((issue) => ({ field: issue.field, message: wordsOf(issue, language) })),
    }),
  };
}
