// Headers, limits, ids and log lines.
import { Router } from 'express';
import request from 'supertest';
import { AppError } from '../../services/domain/errors.js';
import { testApp, token } from './support.js';

const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'connect-src': "'self'",
  'frame-src': "'self'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'base-uri': "'none'",
};
const policyOf = (header: string | undefined) =>
  Object.fromEntries((header ?? '').split(';').map((part) => part.trim().split(/ (.*)/).slice(0, 2)));

describe('headers', () => {
  it('are strict on every answer, failures included', async () => {
    const { app } = testApp();
    for (const path of ['/api/health', '/api/nothing', '/nothing', '/api/search?q=']) {
      const { headers } = await request(app).get(path);
      expect(policyOf(headers['content-security-policy'])).toEqual(policy);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['cache-control']).toBe('no-store');
    }
  });
});

describe('a request', () => {
  it('that takes too long is told so, and its late failure harms nobody', async () => {
    const late = () =>
      new Promise<never>((_resolve, reject) => {
        setTimeout(() => reject(new Error('late')), 1200);
      });
    const { app } = testApp({ YANJU_REQUEST_TIMEOUT_S: '1' }, { archive: { search: late } });
    const answer = await request(app).get('/api/search?q=x');
    expect(answer.body).toMatchObject({ status: 503, code: 'REQUEST_TIMEOUT' });
    expect(answer.headers['retry-after']).toBe('5');
    await new Promise((resolve) => setTimeout(resolve, 400));
  });

  it('that only an engine out of reach could answer is told when to come back', async () => {
    const search = () => Promise.reject(new AppError('ENGINE_UNAVAILABLE', { why: 'down' }));
    const { app } = testApp({}, { archive: { search } });
    const answer = await request(app).get('/api/search?q=x');
    expect(answer.body).toMatchObject({ status: 503, code: 'ENGINE_UNAVAILABLE' });
    expect(answer.headers['retry-after']).toBe('15');
  });

  it('keeps a sane id and gets another one for any other', async () => {
    const { app } = testApp();
    const withId = (id: string) => request(app).get('/api/nothing').set('X-Request-Id', id);
    const kept = await withId('abc-1.2_3');
    expect(kept.headers['x-request-id']).toBe('abc-1.2_3');
    expect(kept.body.requestId).toBe('abc-1.2_3');
    for (const id of ['a b', '<script>', 'x'.repeat(65), '{"a":1}']) {
      expect((await withId(id)).headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('leaves one log line with its pattern and id, and neither question nor token', async () => {
    const { app, lines, written } = testApp();
    await request(app)
      .get(`/api/search?q=${encodeURIComponent('机密')}&region=x`)
      .set('X-Request-Id', 'one');
    await request(app).get('/api/documents/lj2023xqjy/text').set('X-Request-Id', 'two');
    await request(app).post('/api/search').send({ q: '机密' });
    await request(app).get('/api/search/机密');
    await request(app).get('/api/jobs').set('Authorization', `Bearer ${token}`);
    expect(lines().map(({ event, method, route, status }) => ({ event, method, route, status }))).toEqual([
      { event: 'request', method: 'GET', route: '/api/search', status: 200 },
      { event: 'request', method: 'GET', route: '/api/documents/:id/text', status: 200 },
      { event: 'request', method: 'POST', route: '/api/search', status: 200 },
      { event: 'request', method: 'GET', route: 'unmatched', status: 404 },
      { event: 'request', method: 'GET', route: '/api/jobs', status: 200 },
    ]);
    expect(lines()[0]).toMatchObject({ requestId: 'one', ms: expect.any(Number) });
    expect(written()).not.toMatch(/机密|%E6%9C%BA/);
    expect(written()).not.toContain(token);
  });
});

describe('a failure inside', () => {
  const broken = () => {
    throw new Error('secret path /var/data');
  };

  it('is logged with its kind and stack, told without them, and its words are in neither', async () => {
    const { app, lines, written } = testApp({}, { archive: { detail: broken } });
    const answer = await request(app).get('/api/documents/x').set('X-Request-Id', 'here');
    expect(answer.body).toMatchObject({ status: 500, code: 'INTERNAL', requestId: 'here' });
    expect(answer.body.detail).toContain('here');
    expect(answer.text).not.toContain('secret');
    expect(lines()).toContainEqual(
      expect.objectContaining({
        event: 'request_failed',
        requestId: 'here',
        err: { type: 'Error', stack: expect.stringContaining('security.test.ts') },
      }),
    );
    expect(written()).not.toContain('secret');
  });

  it('that leaves nothing to answer with makes health 503', async () => {
    const { app, written } = testApp({}, { archive: { health: broken } });
    const answer = await request(app).get('/api/health');
    expect(answer.body).toMatchObject({ status: 503, code: 'NOT_READY' });
    expect(answer.text).not.toContain('secret');
    expect(written()).toContain('"code":"NOT_READY"');
    expect(written()).not.toContain('secret');
    expect((await request(app).get('/api/health/live')).status).toBe(200);
  });
});

describe('pages', () => {
  const pages = Router();
  pages.get('/documents/:id', (_request, response) => void response.type('html').send('<p>文件</p>'));
  pages.get('/broken', () => {
    throw new Error('broken');
  });
  const errorPage = (error: AppError) => `<h1>${error.code}</h1>`;

  it('answer outside /api, under the same policy and log', async () => {
    const { app, lines } = testApp({}, { pages, errorPage });
    const answer = await request(app).get('/documents/7');
    expect(answer.text).toBe('<p>文件</p>');
    expect(policyOf(answer.headers['content-security-policy'])).toEqual(policy);
    expect(lines()[0]).toMatchObject({ route: '/documents/:id', status: 200 });
  });

  it('fail as pages for a browser, and as problem documents for everyone else and under /api', async () => {
    const { app } = testApp({}, { pages, errorPage });
    const html = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8';
    expect((await request(app).get('/broken').set('Accept', html)).text).toBe('<h1>INTERNAL</h1>');
    expect((await request(app).get('/nothing').set('Accept', html)).text).toBe('<h1>NOT_FOUND</h1>');
    expect((await request(app).get('/nothing').set('Accept', 'application/json')).body.code).toBe('NOT_FOUND');
    expect((await request(app).get('/api/nothing').set('Accept', html)).body.code).toBe('NOT_FOUND');
  });
});
