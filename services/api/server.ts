// The server's composition root: archive, application, pages and worker put together, listening.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Settings } from '../../config/settings.js';
import { superviseWorker } from '../../ingest/supervise.js';
import { createPages, renderError } from '../../web/pages.js';
import { AppError } from '../domain/errors.js';
import { SearchRequest } from '../domain/query.js';
import { openArchive } from '../open-archive.js';
import { createApp } from './app.js';
import { handleClientError } from './client-error.js';
import { closeGracefully } from './graceful.js';
import { createMetrics } from './metrics.js';

export interface RunningServer {
  readonly url: string;
  /** resolves when the server has ended, by a signal or by `close` */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

const GRACE_MS = 10_000;
/** For all of a request: the largest file over a slow line takes longer than Node's five minutes. */
const REQUEST_MS = 30 * 60_000;
/** Longest request line and headers that are read at all; the application's own limit on URLs is lower. */
const MAX_HEADER_BYTES = 32 * 1024;

/** Names the setting behind an address that cannot be listened on. */
function cannotListen({ YANJU_HOST, YANJU_PORT }: Settings, error: unknown): AppError {
  const why = error instanceof Error ? error.message : String(error);
  return new AppError(
    'SETTING_INVALID',
    { name: 'YANJU_HOST / YANJU_PORT', value: `${YANJU_HOST}:${YANJU_PORT}`, why },
    { cause: error },
  );
}

/** @throws AppError SETTING_INVALID when the address cannot be listened on */
export async function startServer(settings: Settings, logger: Logger, { worker = true } = {}): Promise<RunningServer> {
  const open = openArchive(settings, logger, undefined, (...took) => metrics.measure(...took));
  // A worker that is started again feeds the engine that answers by then.
  const env = (): Record<string, string> => {
    const { engine, url } = open.engine.choice();
    return { YANJU_ENGINE: engine, ...(url !== null && { MEILI_URL: url }) };
  };
  const supervised = worker ? superviseWorker({ untilIdle: false, logger, env }) : null;
  const metrics = createMetrics(open.archive, {
    process: true,
    worker: open.catalogue.heartbeat.totals,
  });
  const { archive } = metrics;
  let isWarm = false;
  const app = createApp({
    archive,
    settings,
    logger,
    pages: createPages({ archive, settings }),
    errorPage: renderError,
    metrics,
    isWarm: () => isWarm,
  });
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES, requestTimeout: REQUEST_MS }, app);
  handleClientError(server);
  // Loads the model, the wording and the dictionary before the first question; a failure shows there.
  void open.archive
    .search(SearchRequest.parse({ q: '教育', size: 1 }))
    .catch(() => {})
    .finally(() => {
      isWarm = true;
    });
  open.archive.warm();

  let end = (): void => {};
  const closed = new Promise<void>((resolve) => {
    end = resolve;
  });
  const close = closeGracefully(server, {
    timeoutMs: GRACE_MS,
    onClose: async () => {
      await supervised?.stop();
      await open.close();
      end();
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.YANJU_PORT, settings.YANJU_HOST, resolve);
  }).catch(async (error) => {
    await supervised?.stop();
    await open.close();
    throw cannotListen(settings, error);
  });
  const { port } = server.address() as AddressInfo; // listening on a host and port
  const host = settings.YANJU_HOST.includes(':') ? `[${settings.YANJU_HOST}]` : settings.YANJU_HOST;
  return { url: `http://${host}:${port}`, closed, close };
}
