// Turns whatever went wrong into a problem document; what libraries throw is told apart here.
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { AppError, type ErrorCode } from '../domain/errors.js';
import type { Language } from '../domain/messages/language.js';
import { wrong } from '../domain/request-error.js';
import { type Occasion, problemOf, statusOf } from './errors.js';
import { megabytes } from './multipart.js';
import { occasionOf, pathOf } from './occasion.js';

/** Makes a page of an error, for people; only outside /api. */
export type ErrorPage = (error: AppError, language: Language, occasion: Occasion) => string;

/** What body-parser (by http-errors) and the router say of themselves: a status, often a type, and that it may be told. */
interface LibraryError {
  readonly name?: unknown;
  readonly expose?: unknown;
  readonly status?: unknown;
  readonly type?: unknown;
  readonly limit?: unknown;
}

function asKnown(error: unknown, requestId: string): AppError {
  if (error instanceof AppError) return error;
  const { name, expose, status, type, limit } = (
    typeof error === 'object' && error !== null ? error : {}
  ) as LibraryError;
  const ofRequest = expose === true || name === 'URIError';
  if (!ofRequest) return new AppError('INTERNAL', { requestId }, { cause: error });
  if (status === 413) {
    return new AppError('PAYLOAD_TOO_LARGE', { limit: megabytes(Number(limit ?? 0)) }, { cause: error });
  }
  if (type === 'entity.parse.failed') return wrong('body', 'JSON', {}, { cause: error });
  if (type === 'charset.unsupported') {
    return wrong('Content-Type', 'CONTENT_TYPE', { type: 'application/json; charset=utf-8' }, { cause: error });
  }
  if (name === 'URIError') return wrong('path', 'ENCODING', {}, { cause: error });
  return wrong('body', 'CONTENT', {}, { cause: error });
}

const isApi = (request: Request): boolean => /^\/api(\/|$)/i.test(pathOf(request));
/** A link that a person followed to a file: what went wrong is told on a page, as everywhere. */
const isFollowed = (request: Request): boolean =>
  /^\/api\/documents\/[^/]+\/original$/i.test(pathOf(request)) && request.get('sec-fetch-mode') === 'navigate';

export const notFound: RequestHandler = (request) => {
  throw new AppError('NOT_FOUND', { path: pathOf(request).slice(0, 300) });
};

/** Seconds after which what failed is worth asking again, where time alone may mend it. */
const retryAfterS: Partial<Record<ErrorCode, number>> = {
  REQUEST_TIMEOUT: 5,
  NOT_READY: 5,
  PREVIEW_BUSY: 5,
  ENGINE_UNAVAILABLE: 15,
  ENGINE_TASK_FAILED: 15,
};

export function answerErrors(logger: Logger, errorPage?: ErrorPage): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const occasion = occasionOf(request, response);
    const known = asKnown(error, occasion.requestId);
    const status = statusOf(known.code);
    if (status >= 500) {
      const line = { event: 'request_failed', requestId: occasion.requestId, code: known.code };
      const err = known.cause ?? known; // its words are the logger's to leave out
      if (status === 500) logger.error({ ...line, err });
      else logger.warn({ ...line, err });
    }
    if (response.headersSent) {
      response.destroy(); // too late for a problem document: a cut-off answer must not look whole
      return;
    }
    response.status(status).set('Cache-Control', 'no-store');
    if (known.code === 'UNAUTHORIZED') response.set('WWW-Authenticate', 'Bearer realm="yanju"');
    if (status === 429 && known.values.seconds) response.set('Retry-After', String(known.values.seconds));
    const again = retryAfterS[known.code];
    if (again !== undefined) response.set('Retry-After', String(again));
    if (errorPage && (!isApi(request) || isFollowed(request)) && request.accepts(['html', 'json']) === 'html') {
      response.type('html').send(errorPage(known, occasion.language, occasion));
      return;
    }
    response
      .set('Content-Type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemOf(known, occasion)));
  };
}
