// GET /metrics: what the service does, in figures, as Prometheus reads them. No label ever holds a query or a name of a file.
import type { Request, RequestHandler, Response } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Archive } from '../domain/archive.js';
import type { WorkerTotals } from '../domain/operation.js';
import type { Measure } from '../measured.js';
import { type HeavyKind, heavyKindOf, heavyKinds } from './rate-limits.js';
import { routeOf } from './request-log.js';

export interface Metrics {
  /** counts every answer and its time */
  readonly count: RequestHandler;
  /** answers with all figures */
  readonly answer: RequestHandler;
  /** takes what engine and model took */
  readonly measure: Measure;
  /** the archive, with its searches and checks counted */
  readonly archive: Archive;
}

export interface MetricsOptions {
  /** whether memory, event loop and garbage collection are told as well; once in a process */
  readonly process?: boolean;
  /** what workers did, in whichever process */
  readonly worker?: () => WorkerTotals;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const MB = 1024 ** 2;

/** A client may send any word as a method; a label holds few. */
const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const methodOf = ({ method }: Request): string => (methods.has(method) ? method : 'other');

export function createMetrics(archive: Archive, { process = false, worker }: MetricsOptions = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (process) collectDefaultMetrics({ register: registry });
  const http = requestFigures(registry);
  const parts = new Histogram({
    name: 'yanju_part_duration_seconds',
    help: 'Questions to the engine and embeddings of queries, by part and whether they failed',
    labelNames: ['part', 'failed'] as const,
    buckets: SECONDS,
    registers,
  });
  const searches = new Histogram({
    name: 'yanju_search_duration_seconds',
    help: 'Searches, by mode and whether something was missing (model, engine, reranker)',
    labelNames: ['mode', 'degraded'] as const,
    buckets: SECONDS,
    registers,
  });
  const checks = new Histogram({
    name: 'yanju_check_duration_seconds',
    help: 'Drafts checked',
    buckets: [...SECONDS, 60, 120],
    registers,
  });
  const readArchive = archiveFigures(registry, archive);
  if (worker) workerFigures(registry, worker);

  return {
    count: http,
    async answer(_request: Request, response: Response) {
      await readArchive();
      response
        .set('Cache-Control', 'no-store')
        .type(registry.contentType)
        .send(await registry.metrics());
    },
    measure: (part, seconds, failed) => parts.observe({ part, failed: String(failed) }, seconds),
    archive: {
      ...archive,
      async search(request) {
        const started = performance.now();
        const found = await archive.search(request);
        const labels = { mode: request.mode, degraded: String(found.degraded.length > 0) };
        searches.observe(labels, (performance.now() - started) / 1000);
        return found;
      },
      async check(draft, scope, options) {
        const started = performance.now();
        const report = await archive.check(draft, scope, options);
        checks.observe((performance.now() - started) / 1000);
        return report;
      },
    },
  };
}

function requestFigures(registry: Registry): RequestHandler {
  const registers = [registry];
  const requests = new Histogram({
    name: 'yanju_http_request_duration_seconds',
    help: 'Requests answered, by method, route pattern and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: SECONDS,
    registers,
  });
  const limited = new Counter({
    name: 'yanju_http_rate_limited_total',
    help: 'Requests refused because a client sent too many, by what they asked for',
    labelNames: ['kind'] as const,
    registers,
  });
  for (const kind of ['other', ...heavyKinds] satisfies (HeavyKind | 'other')[]) limited.inc({ kind }, 0);
  return (request, response, next) => {
    const started = performance.now();
    const kind = heavyKindOf(request.method, request.path) ?? 'other';
    response.once('close', () => {
      const labels = {
        method: methodOf(request),
        route: routeOf(request, response),
        status: String(response.statusCode),
      };
      if (response.statusCode === 429) limited.inc({ kind });
      requests.observe(labels, (performance.now() - started) / 1000);
    });
    next();
  };
}

/** Gives the function that reads the archive's own figures. */
function archiveFigures(registry: Registry, archive: Archive): () => Promise<void> {
  const registers = [registry];
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers });
  const documents = gauge('yanju_documents', 'Documents in the archive');
  const passages = gauge('yanju_passages', 'Passages in the archive');
  const indexed = gauge('yanju_indexed_passages', 'Passages in the engine; NaN while it is out of reach');
  const pending = gauge('yanju_pending_files', 'Files waiting to be taken in');
  const oldest = gauge(
    'yanju_oldest_pending_seconds',
    'How long the file that waits longest has waited; 0: none waits',
  );
  const alive = gauge('yanju_worker_alive', '1 when a worker was heard of within half a minute');
  const heard = gauge('yanju_worker_heard_seconds', 'How long ago a worker was last heard of; NaN: never');
  const disk = gauge('yanju_disk_free_bytes', 'Free on the disk of the data folder');
  const loaded = gauge('yanju_model_loaded', '1 when the embedding model has computed something');
  const missing = new Gauge({
    name: 'yanju_degraded',
    help: '1 for each part that is missing',
    labelNames: ['part'] as const,
    registers,
  });
  const files = new Gauge({
    name: 'yanju_files',
    help: 'Files by their newest outcome',
    labelNames: ['status'] as const,
    registers,
  });
  const up = gauge('yanju_ready', '1 when the archive can be read');

  return async () => {
    try {
      const health = await archive.health();
      const { worker, oldestPendingSeconds, diskFreeMb, modelLoaded } = health.operation;
      documents.set(health.documents);
      passages.set(health.passages);
      indexed.set(health.indexed ?? Number.NaN);
      pending.set(health.pending);
      oldest.set(oldestPendingSeconds ?? 0);
      alive.set(Number(worker.alive));
      heard.set(worker.secondsAgo ?? Number.NaN);
      disk.set(diskFreeMb * MB);
      loaded.set(Number(modelLoaded));
      for (const part of ['model', 'engine', 'reranker'] as const)
        missing.set({ part }, Number(health.degraded.includes(part)));
      for (const [status, count] of Object.entries(archive.report().counts)) files.set({ status }, count);
      up.set(1);
    } catch {
      up.set(0); // /api/health says what is wrong
    }
  };
}

/** Kept in the catalogue, so that they go on when a worker is started again. */
function workerFigures(registry: Registry, totals: () => WorkerTotals): void {
  const registers = [registry];
  const read = (): WorkerTotals => {
    try {
      return totals();
    } catch {
      return { files: {}, seconds: {} };
    }
  };
  new Counter({
    name: 'yanju_worker_files_total',
    help: 'Files that workers have done, by outcome',
    labelNames: ['outcome'] as const,
    registers,
    collect() {
      this.reset();
      for (const [outcome, count] of Object.entries(read().files)) this.inc({ outcome }, count);
    },
  });
  new Counter({
    name: 'yanju_worker_stage_seconds_total',
    help: 'Where the time of files goes, by stage; several files are under way at once, and each counts its own time',
    labelNames: ['stage'] as const,
    registers,
    collect() {
      this.reset();
      for (const [stage, seconds] of Object.entries(read().seconds)) this.inc({ stage }, seconds);
    },
  });
}
