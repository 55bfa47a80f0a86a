// The application: everything that answers over HTTP, put together but never listening.
import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Settings } from '../../config/settings.js';
import type { Archive } from '../domain/archive.js';
import { bind } from './bind.js';
import { docs, isDocsFile } from './docs.js';
import { endpoints } from './endpoints/all.js';
import { answerErrors, type ErrorPage, notFound } from './error-handler.js';
import type { Metrics } from './metrics.js';
import { identify } from './occasion.js';
import { limitRate } from './rate-limits.js';
import { requestLog } from './request-log.js';
import { limitTarget, securityHeaders } from './security.js';

export interface AppDependencies {
  readonly archive: Archive;
  readonly settings: Settings;
  readonly logger: Logger;
  /** the web pages; asked for everything outside /api */
  readonly pages?: RequestHandler;
  /** how a failure outside /api looks to a browser; without it, problem documents everywhere */
  readonly errorPage?: ErrorPage;
  /** told at /metrics; without it, or with YANJU_METRICS off, there is no such address */
  readonly metrics?: Metrics;
  /** whether what the first question needs is loaded; by default it is */
  readonly isWarm?: () => boolean;
}

const unlimited = new Set(endpoints.filter((endpoint) => endpoint.unlimited).map((endpoint) => endpoint.path));
/** Not counted against a client: health, and files of the pages that never change while running. */
const isFree = (path: string): boolean =>
  unlimited.has(path) || isDocsFile(path) || path === '/metrics' || path.startsWith('/assets/');

export function createApp({
  archive,
  settings,
  logger,
  pages,
  errorPage,
  metrics,
  isWarm = () => true,
}: AppDependencies): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', settings.YANJU_TRUST_PROXY);
  app.use(identify, requestLog(logger));
  if (metrics) app.use(metrics.count);
  app.use(securityHeaders, limitTarget, ...limitRate(settings, isFree));
  if (metrics && settings.YANJU_METRICS) app.get('/metrics', metrics.answer);
  app.use(docs(endpoints));
  app.use(bind(endpoints, { archive, settings, isWarm }));
  app.use('/api', notFound);
  if (pages) app.use(pages);
  app.use(notFound);
  app.use(answerErrors(logger, errorPage));
  return app;
}
