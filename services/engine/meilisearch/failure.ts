// What went wrong between us and a Meilisearch server, as AppErrors.
import { MeilisearchApiError } from 'meilisearch';
import { AppError } from '../../domain/errors.js';

/** Answers of a server, or of a proxy before it, that is there but cannot serve. */
const CANNOT_SERVE = new Set([401, 403, 408, 429]);
const BROKEN = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

export function failure(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response;
    const code = status >= 500 || CANNOT_SERVE.has(status) ? 'ENGINE_UNAVAILABLE' : 'ENGINE_TASK_FAILED';
    return new AppError(code, { why: error.message }, { cause: error });
  }
  return new AppError('ENGINE_UNAVAILABLE', { why: root(error)?.message ?? String(error) }, { cause: error });
}

interface Failure {
  readonly message: string;
  readonly cause?: unknown;
  readonly code?: unknown;
}
/** Not by `instanceof`: an error of fetch may come from another realm. */
const isFailure = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string';

/** fetch says only "fetch failed"; what failed stands in its cause. */
const root = (error: unknown): Failure | null =>
  isFailure(error) ? (isFailure(error.cause) ? root(error.cause) : error) : null;

/** A connection that was open, and was closed from the other side. */
export const isBrokenConnection = (error: unknown): boolean => BROKEN.has(String(root(error)?.code));

const codeOf = (error: unknown): unknown => {
  if (!(error instanceof AppError)) return undefined;
  const told = error.cause instanceof MeilisearchApiError ? error.cause.cause : error.cause;
  return isFailure(told) ? told.code : undefined;
};
/** Whether an AppError says that the index does not exist. */
export const isMissingIndex = (error: unknown): boolean => codeOf(error) === 'index_not_found';

/** Whether an AppError says that the index has no vectors of the name asked for. */
export const isMissingEmbedder = (error: unknown): boolean => codeOf(error) === 'invalid_search_embedder';
