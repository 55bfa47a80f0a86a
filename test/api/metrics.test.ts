import request from 'supertest';
import { createMetrics } from '../../services/api/metrics.js';
import { createArchiveFixture } from './archive-fixture.js';
import { testApp } from './support.js';

const withMetrics = (environment: Record<string, string> = {}) => {
  const archive = createArchiveFixture();
  const metrics = createMetrics(archive);
  return testApp(environment, { archive: metrics.archive, metrics });
};

/** Every line as Prometheus' text format has it: a comment, or a name, labels and a number. */
const sample =
  /^[a-zA-Z_:][a-zA-Z0-9_:]*(?:\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\.)*",?)*\})? (?:[+-]?(?:\d+(?:\.\d+)?(?:e[+-]?\d+)?|Inf)|NaN)$/i;

test('figures of requests, searches and the archive, as Prometheus reads them', async () => {
  const { app } = withMetrics();
  await request(app).get('/api/search').query({ q: '课后服务', mode: 'keyword' });
  await request(app).get('/api/documents/nowhere-at-all');
  const { status, text, headers } = await request(app).get('/metrics');
  expect(status).toBe(200);
  expect(headers['content-type']).toMatch(/^text\/plain/);
  for (const line of text.split('\n').filter((line) => line && !line.startsWith('#'))) expect(line).toMatch(sample);
  expect(text).toContain('yanju_http_request_duration_seconds_count{method="GET",route="/api/search",status="200"} 1');
  expect(text).toContain('yanju_search_duration_seconds_count{mode="keyword",degraded="false"} 1');
  expect(text).toMatch(/^yanju_documents \d+$/m);
  expect(text).toMatch(/^yanju_ready 1$/m);
});

test('neither a query nor an address asked for stands in a figure', async () => {
  const { app } = withMetrics();
  await request(app).get('/api/search').query({ q: '秘而不宣' });
  await request(app).get(`/${encodeURIComponent('秘而不宣')}`);
  const { text } = await request(app).get('/metrics');
  expect(text).not.toContain('秘而不宣');
  expect(text).not.toContain(encodeURIComponent('秘而不宣'));
  expect(text).toContain('route="unmatched",status="404"');
});

test('an archive that cannot be read is told as not ready, and the figures still come', async () => {
  const archive = createArchiveFixture();
  const metrics = createMetrics({
    ...archive,
    health: async () => {
      throw new Error('disk');
    },
  });
  const { text, status } = await request(testApp({}, { metrics }).app).get('/metrics');
  expect(status).toBe(200);
  expect(text).toMatch(/^yanju_ready 0$/m);
});

test('figures of the parts, the worker, the queue and the disk', async () => {
  const archive = createArchiveFixture();
  const metrics = createMetrics(archive, {
    worker: () => ({ files: { indexed: 3, failed: 1 }, seconds: { prepare: 1.5 } }),
  });
  metrics.measure('engine', 0.02, false);
  metrics.measure('embedding', 0.02, true);
  const { app } = testApp({}, { archive: metrics.archive as typeof archive, metrics });
  for (let i = 0; i < 2; i++) await request(app).get('/metrics'); // totals are told anew, not added up
  const { text } = await request(app).get('/metrics');
  expect(text).toContain('yanju_worker_files_total{outcome="indexed"} 3');
  expect(text).toContain('yanju_worker_stage_seconds_total{stage="prepare"} 1.5');
  expect(text).toContain('yanju_part_duration_seconds_count{part="engine",failed="false"} 1');
  expect(text).toContain('yanju_part_duration_seconds_count{part="embedding",failed="true"} 1');
  for (const line of ['yanju_worker_alive 1', 'yanju_oldest_pending_seconds 0', 'yanju_model_loaded 1'])
    expect(text).toContain(`\n${line}\n`);
  expect(text).toMatch(/^yanju_disk_free_bytes [1-9]\d+$/m);
  for (const line of text.split('\n').filter((one) => one && !one.startsWith('#'))) expect(line).toMatch(sample);
});

test('a method that few clients know is one of the others', async () => {
  const { app } = withMetrics();
  await request(app).propfind('/api/documents');
  const { text } = await request(app).get('/metrics');
  expect(text).toContain('method="other"');
  expect(text).not.toContain('PROPFIND');
});

test('requests over the limit are counted; switched off, there is no such address', async () => {
  const { app } = withMetrics({ YANJU_RATE_LIMIT: '1' });
  await request(app).get('/api/documents');
  await request(app).get('/api/documents');
  expect((await request(app).get('/metrics')).text).toMatch(/^yanju_http_rate_limited_total\{kind="other"\} 1$/m);
  expect((await request(withMetrics({ YANJU_METRICS: 'false' }).app).get('/metrics')).status).toBe(404);
});
