// How often one client may ask, and guess.
import request from 'supertest';
import { endpoints } from '../../services/api/endpoints/all.js';
import { Problem } from '../../services/api/errors.js';
import { heavyKindOf } from '../../services/api/rate-limits.js';
import { createTokenGuesses, MOST_GUESSES, WINDOW_MS } from '../../services/api/token-guesses.js';
import { testApp, token } from './support.js';

/** A refusal with its code, a sentence that says when to come back, and the header that says so to programs. */
function expectRefused(answer: request.Response, code: string): void {
  expect(answer.status).toBe(429);
  expect(answer.type).toBe('application/problem+json');
  const problem = Problem.strict().parse(answer.body);
  expect(problem.code).toBe(code);
  expect(problem.detail).toMatch(/\d+ (?:秒|分钟)/);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
}

describe('requests a minute', () => {
  it('are counted by client, and one too many is told when to come back', async () => {
    const { app } = testApp({ YANJU_RATE_LIMIT: '2', YANJU_TRUST_PROXY: '1' });
    const from = (client: string) => request(app).get('/api/documents').set('X-Forwarded-For', client);
    expect((await from('192.0.2.1')).status).toBe(200);
    expect((await from('192.0.2.1')).status).toBe(200);
    expectRefused(await from('192.0.2.1'), 'RATE_LIMITED');
    expect((await from('192.0.2.2')).status).toBe(200);
  });

  it('cannot be slipped by a header where no proxy is trusted', async () => {
    const { app } = testApp({ YANJU_RATE_LIMIT: '1' });
    await request(app).get('/api/documents').set('X-Forwarded-For', '192.0.2.1');
    expect((await request(app).get('/api/documents').set('X-Forwarded-For', '192.0.2.2')).status).toBe(429);
  });

  it('are not counted for health and liveness, and 0 means no limit', async () => {
    const limited = testApp({ YANJU_RATE_LIMIT: '1' }).app;
    for (let i = 0; i < 5; i++)
      for (const path of ['/api/health', '/api/health/live'])
        expect((await request(limited).get(path)).status).toBe(200);
    expect((await request(limited).get('/api/documents')).status).toBe(200);
    const free = testApp({ YANJU_RATE_LIMIT: '0', YANJU_RATE_LIMIT_HEAVY: '1' }).app;
    for (let i = 0; i < 5; i++) expect((await request(free).post('/api/check').send({ text: '甲' })).status).toBe(200);
  });
});

describe('what takes the service long', () => {
  it('has a lower limit, each kind its own, and the rest goes on', async () => {
    const { app } = testApp({ YANJU_RATE_LIMIT: '100', YANJU_RATE_LIMIT_HEAVY: '1' });
    const check = () => request(app).post('/api/check').send({ text: '甲' });
    expect((await check()).status).toBe(200);
    expectRefused(await check(), 'RATE_LIMITED');
    const list = () => request(app).get('/api/export/search.csv').query({ q: '入学' });
    expect((await list()).status).toBe(200);
    expectRefused(await list(), 'RATE_LIMITED');
    expect((await request(app).head('/api/export/wording.csv').query({ q: '入学' })).status).toBe(429);
    expect((await request(app).get('/api/search').query({ q: '入学' })).status).toBe(200);
  });

  it('can be left to the one limit', async () => {
    const { app } = testApp({ YANJU_RATE_LIMIT: '100', YANJU_RATE_LIMIT_HEAVY: '0' });
    for (let i = 0; i < 3; i++) expect((await request(app).post('/api/check').send({ text: '甲' })).status).toBe(200);
  });

  it.each([
    ['POST', '/check', 'check'],
    ['POST', '/check/report.docx', 'check'],
    ['POST', '/API/Check/', 'check'],
    ['POST', '/api/export/check.docx', 'check'],
    ['GET', '/check', null],
    ['GET', '/compare', 'compare'],
    ['HEAD', '/api/transmission', 'compare'],
    ['GET', '/variants', 'compare'],
    ['GET', '/api/export/variants.csv', 'export'],
    ['GET', '/api/export/transmission.docx', 'export'],
    ['GET', '/api/documents', null],
    ['POST', '/api/documents', 'upload'],
    ['GET', '/', null],
    ['GET', '/checkers', null],
  ])('%s %s is %p', (method, path, kind) => {
    expect(heavyKindOf(method, path)).toBe(kind);
  });

  it('takes in every file that is made and every draft that is checked', () => {
    const made = endpoints.filter(
      ({ response, request: { files }, id }) => response.kind === 'download' || files || /^compare/.test(id),
    );
    expect(made.length).toBeGreaterThan(8);
    for (const { method, path } of made)
      expect([path, heavyKindOf(method.toUpperCase(), path)]).toEqual([path, expect.any(String)]);
  });
});

describe('wrong admin tokens', () => {
  const jobs = (app: Parameters<typeof request>[0], given: string) =>
    request(app).get('/api/jobs').set('Authorization', `Bearer ${given}`);

  it('are heard so often, then nothing is for a while, and the right one tells a guesser nothing', async () => {
    const { app } = testApp();
    for (let i = 0; i < MOST_GUESSES; i++) expect((await jobs(app, `guess-${i}`)).status).toBe(401);
    expectRefused(await jobs(app, 'guess'), 'TOKEN_LIMITED');
    expectRefused(await jobs(app, token), 'TOKEN_LIMITED');
    expectRefused(await request(app).delete('/api/documents/x').set('Authorization', 'Bearer x'), 'TOKEN_LIMITED');
    expect((await request(app).get('/api/documents')).status).toBe(200); // readers are not concerned
  });

  it('are counted by client, and neither a missing token nor the right one counts', async () => {
    const { app } = testApp({ YANJU_TRUST_PROXY: '1' });
    for (let i = 0; i < MOST_GUESSES + 2; i++) {
      expect((await request(app).get('/api/jobs')).status).toBe(401);
      expect((await jobs(app, token)).status).toBe(200);
    }
    for (let i = 0; i <= MOST_GUESSES; i++) await jobs(app, 'guess').set('X-Forwarded-For', '192.0.2.1');
    expect((await jobs(app, token).set('X-Forwarded-For', '192.0.2.1')).status).toBe(429);
    expect((await jobs(app, token).set('X-Forwarded-For', '192.0.2.2')).status).toBe(200);
  });

  it('are forgotten when the time is over', () => {
    let now = 0;
    const guesses = createTokenGuesses(() => now);
    const from = { ip: '192.0.2.1' } as Parameters<typeof guesses.refuse>[0]; // no more of a request is read
    for (let i = 0; i < MOST_GUESSES; i++) guesses.failed(from);
    expect(() => guesses.refuse(from)).toThrow(expect.objectContaining({ code: 'TOKEN_LIMITED' }));
    now = WINDOW_MS;
    expect(() => guesses.refuse(from)).not.toThrow();
  });
});
