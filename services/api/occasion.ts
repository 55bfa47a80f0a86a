// What every answer needs to know of its request: language, path, and the id that the log shares.
import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Language } from '../domain/messages/language.js';
import type { Occasion } from './errors.js';

/** An id from outside is kept only when it can stand in a log line and a header as it is. */
const sane = /^[\w.-]{1,64}$/;

export const newRequestId = (given?: string): string => (given && sane.test(given) ? given : randomUUID());

/** By ?lang, the pages' cookie, then Accept-Language; Chinese by default. A wrong ?lang is the endpoint's to refuse. */
export function languageOf(request: Request): Language {
  const asked = /[?&]lang=(zh|en)(?:[&#]|$)/.exec(request.originalUrl)?.[1];
  const remembered = /(?:^|;)\s*yanju-lang=(zh|en)\s*(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];
  return (asked ?? remembered ?? request.acceptsLanguages('zh', 'en')) === 'en' ? 'en' : 'zh';
}

/** Path of a request without its query. */
export const pathOf = (request: Request): string => request.originalUrl.split(/[?#]/, 1)[0] ?? '';

export const requestIdOf = (response: Response): string => String(response.locals.requestId ?? '');

export const occasionOf = (request: Request, response: Response): Occasion => ({
  language: languageOf(request),
  path: pathOf(request).slice(0, 300),
  requestId: requestIdOf(response),
});

/** Gives every request an id, in res.locals.requestId and the header X-Request-Id. */
export const identify: RequestHandler = (request, response, next) => {
  const id = newRequestId(request.get('x-request-id'));
  response.locals.requestId = id;
  response.set('X-Request-Id', id);
  next();
};
