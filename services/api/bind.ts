// Binds endpoints to express: one route a path, HEAD and OPTIONS included, anything else is 405.
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import type { Settings } from '../../config/settings.js';
import { AppError } from '../domain/errors.js';
import { publicAddress } from '../public-address.js';
import { eitherBody, jsonBody } from './body.js';
import type { Context, Endpoint, UploadedFile } from './endpoint.js';
import { multipartBody } from './multipart.js';
import { languageOf, pathOf, requestIdOf } from './occasion.js';
import { readQuery } from './query-string.js';
import { requireAdmin } from './security.js';
import { send } from './send.js';
import { checker } from './validate.js';

export type Surroundings = Pick<Context, 'archive' | 'settings'> & Partial<Pick<Context, 'isWarm'>>;

/** Taken by every endpoint. */
export const CommonQuery = z.object({ lang: z.enum(['zh', 'en']).optional() });
const checkCommon = checker(CommonQuery, 'text');

/** All that is found takes longer than a page of it: so many times the limit. */
const WHOLE_LIST = 4;

/** Gives up waiting after the time limit; what was begun ends by itself and its outcome is dropped. */
async function within<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new AppError('REQUEST_TIMEOUT')), seconds * 1000);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}

function answer(endpoint: Endpoint, { archive, settings, isWarm = () => true }: Surroundings): RequestHandler {
  return async (request: Request, response: Response) => {
    const { lang, ...query } = readQuery(request.originalUrl);
    checkCommon(lang === undefined ? {} : { lang });
    const files: readonly UploadedFile[] = response.locals.files ?? [];
    const form: unknown = response.locals.form ?? null;
    const parts = { params: request.params, query, body: request.body as unknown, form, files };
    const context = {
      archive,
      settings,
      isWarm,
      language: languageOf(request),
      requestId: requestIdOf(response),
      origin: publicAddress(settings.YANJU_PUBLIC_URL, { protocol: request.protocol, host: request.host }),
    };
    const patience = endpoint.response.kind === 'download' ? WHOLE_LIST : 1;
    const result = await within(patience * settings.YANJU_REQUEST_TIMEOUT_S, endpoint.handler(parts, context));
    await send(response, endpoint.response, result, String(request.params.id ?? ''));
  };
}

function bodyOf({ body, files, form }: Endpoint['request'], settings: Settings): RequestHandler[] {
  const fields = Object.keys(form?.shape ?? {});
  const shape = files && { files: [files].flat(), fields: fields.length };
  if (body && shape) return eitherBody(shape, settings);
  return shape ? [multipartBody(shape, settings)] : body ? jsonBody(settings) : [];
}

function handlersOf(endpoint: Endpoint, surroundings: Surroundings): RequestHandler[] {
  const { settings } = surroundings;
  return [
    ...(endpoint.access === 'admin' ? [requireAdmin(settings)] : []),
    ...bodyOf(endpoint.request, settings),
    answer(endpoint, surroundings),
  ];
}

/** Methods that a path takes, as its Allow header lists them. */
export const allowed = (endpoints: readonly Endpoint[]): string => {
  const methods = endpoints.map(({ method }) => method.toUpperCase());
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
};

/** 204 with Allow for OPTIONS, 405 with Allow for what a path does not take. */
export const otherMethods =
  (allow: string): RequestHandler =>
  (request, response) => {
    response.set({ Allow: allow, 'Cache-Control': 'no-store' });
    if (request.method === 'OPTIONS') {
      response.status(204).end();
      return;
    }
    throw new AppError('METHOD_NOT_ALLOWED', { path: pathOf(request), method: request.method });
  };

export function bind(endpoints: readonly Endpoint[], surroundings: Surroundings): Router {
  const router = Router();
  for (const path of new Set(endpoints.map((endpoint) => endpoint.path))) {
    const here = endpoints.filter((endpoint) => endpoint.path === path);
    const route = router.route(path);
    route.all((_request, response, next) => {
      response.locals.route = path;
      next();
    });
    for (const endpoint of here) route[endpoint.method](...handlersOf(endpoint, surroundings));
    route.all(otherMethods(allowed(here)));
  }
  return router;
}
