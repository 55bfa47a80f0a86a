// GET /metrics: what the service does, in figures, as Prometheus reads them. No label ever holds a query or a name of a file.
import type { Request, RequestHandler, Response } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Archive } from '../domain/archive.js';
import { routeOf } from './request-log.js';

export interface Metrics {
  /** counts every answer and its time */
  readonly count: RequestHandler;
  /** answers with all figures */
  readonly answer: RequestHandler;
  /** the archive, with its searches and checks counted */
  readonly archive: Archive;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** @param process whether memory, event loop and garbage collection are told as well; once in a process */
export function createMetrics(archive: Archive, { process = false } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (process) collectDefaultMetrics({ register: registry });

  const requests = new Histogram({
    name: 'yanju_http_request_duration_seconds',
    help: 'Requests answered, by method, route pattern and status',
    labelNames: ['method', 'route', 'status'] as const,
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
  const limited = new Counter({
    name: 'yanju_http_rate_limited_total',
    help: 'Requests refused because a client sent too many',
    registers,
  });
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers });
  const documents = gauge('yanju_documents', 'Documents in the archive');
  const passages = gauge('yanju_passages', 'Passages in the archive');
  const indexed = gauge('yanju_indexed_passages', 'Passages in the engine; NaN while it is out of reach');
  const pending = gauge('yanju_pending_files', 'Files waiting to be taken in');
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

  const readArchive = async (): Promise<void> => {
    try {
      const health = await archive.health();
      documents.set(health.documents);
      passages.set(health.passages);
      indexed.set(health.indexed ?? Number.NaN);
      pending.set(health.pending);
      for (const part of ['model', 'engine', 'reranker'] as const)
        missing.set({ part }, Number(health.degraded.includes(part)));
      for (const [status, count] of Object.entries(archive.report().counts)) files.set({ status }, count);
      up.set(1);
    } catch {
      up.set(0); // /api/health says what is wrong
    }
  };

  return {
    count(request: Request, response: Response, next) {
      const started = performance.now();
      response.once('close', () => {
        const { method } = request;
        const status = String(response.statusCode);
        if (response.statusCode === 429) limited.inc();
        requests.observe({ method, route: routeOf(request, response), status }, (performance.now() - started) / 1000);
      });
      next();
    },
    async answer(_request: Request, response: Response) {
      await readArchive();
      response
        .set('Cache-Control', 'no-store')
        .type(registry.contentType)
        .send(await registry.metrics());
    },
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
