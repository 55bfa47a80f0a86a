// One log line a request: method, route pattern, status, ms. Never the address itself: it holds the query.
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { requestIdOf } from './occasion.js';

/** The pattern that answered, e.g. /api/documents/:id; a page's router is told by express. */
export function routeOf(request: Request, response: Response): string {
  if (typeof response.locals.route === 'string') return response.locals.route;
  const route: unknown = request.route?.path;
  return typeof route === 'string' ? `${request.baseUrl}${route}` : 'unmatched';
}

export function requestLog(logger: Logger): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    response.once('close', () => {
      const line = {
        event: 'request',
        requestId: requestIdOf(response),
        method: request.method,
        route: routeOf(request, response),
        status: response.statusCode,
        ms: Math.round((performance.now() - started) * 10) / 10,
        ...(!response.writableFinished && { aborted: true }),
      };
      if (response.statusCode >= 500) logger.warn(line);
      else logger.info(line);
    });
    next();
  };
}
