// No word of a question, a draft or a file gets into a log line or a figure, whatever goes wrong.
import type { Router } from 'express';
import request, { type Test } from 'supertest';
import type { Endpoint } from '../../services/api/endpoint.js';
import { endpoints } from '../../services/api/endpoints/all.js';
import { createMetrics } from '../../services/api/metrics.js';
import { AppError } from '../../services/domain/errors.js';
import { createPages, renderError } from '../../web/pages.js';
import { createFixtureArchive } from '../web/archive-fixture.js';
import { type ArchiveFixture, createArchiveFixture } from './archive-fixture.js';
import { type TestApp, testApp, token } from './support.js';

const marks = ['秘而不宣', 'zqxmark'] as const;
const mark = marks.join('');
const traces = [
  ...marks,
  encodeURIComponent(marks[0]),
  JSON.stringify(marks[0]).slice(1, -1),
  Buffer.from(mark).toString('base64'),
];

/** Every text in a value is the mark. */
function marked(value: unknown): unknown {
  if (typeof value === 'string') return mark;
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, marked(one)]));
}

/** Whatever it is asked, it fails, and its words repeat what was asked. */
function failing(fail: (asked: string) => Error): Partial<ArchiveFixture> {
  const names = Object.keys({ ...createArchiveFixture(), ...createFixtureArchive() });
  const method = (...args: unknown[]) => {
    throw fail(`${mark} ${JSON.stringify(args)}`);
  };
  return Object.fromEntries(names.map((name) => [name, method]));
}

const archives: readonly (readonly [string, Partial<ArchiveFixture>])[] = [
  ['an archive that answers', {}],
  ['one that fails as a program does', failing((asked) => new TypeError(asked, { cause: new Error(asked) }))],
  [
    'one whose engine is out of reach',
    failing((why) => new AppError('ENGINE_UNAVAILABLE', { why }, { cause: new Error(why) })),
  ],
  ['one that throws no error at all', failing((asked) => asked as unknown as Error)],
];

function appWith(
  archive: Partial<ArchiveFixture>,
  pagesOn: Partial<ArchiveFixture> = archive,
): TestApp & { pages: Router } {
  const metrics = createMetrics({ ...createArchiveFixture(), ...archive });
  const made = testApp({}, { archive: metrics.archive });
  const shown = { ...createFixtureArchive(), ...pagesOn };
  const pages = createPages({ archive: shown, settings: made.settings });
  return {
    ...testApp({}, { archive: metrics.archive as ArchiveFixture, metrics, pages, errorPage: renderError }),
    pages,
  };
}

function expectNoTrace(written: string): void {
  const found = traces.filter((trace) => written.includes(trace));
  expect(found.map((trace) => written.split('\n').find((line) => line.includes(trace)))).toEqual([]);
}

function* asksOf(endpoint: Endpoint, app: TestApp['app']): Generator<Test> {
  const { example, files } = endpoint.request;
  const start = (path: string) => request(app)[endpoint.method](path).set('Authorization', `Bearer ${token}`);
  const known = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    String((example.params as Record<string, string>)[name]),
  );
  const unknown = endpoint.path.replace(/:\w+/g, encodeURIComponent(mark));
  const send = (asked: Test, body: unknown) => (example.body ? asked.send(body as object) : asked);
  yield send(
    start(known).query({ ...example.query, q: mark }),
    example.body && { ...example.body, text: mark, q: mark },
  );
  yield send(start(unknown).query(marked(example.query ?? {}) as object), marked(example.body));
  yield start(known).query({ [mark]: mark });
  yield start(known).set('Content-Type', 'application/json').send(`{"text":"${mark}`);
  if (files) {
    yield start(known).attach([files].flat()[0] ?? '', Buffer.from(mark), `${mark}.txt`);
    yield start(known).set('Content-Type', 'multipart/form-data; boundary=b').send(`--b\r\n${mark}`);
  }
}

describe.each(archives)('of %s', (_name, archive) => {
  it('every endpoint leaves lines and figures without a word of what it was asked', async () => {
    const { app, lines, written } = appWith(archive);
    let asked = 0;
    for (const endpoint of endpoints)
      for (const ask of asksOf(endpoint, app)) {
        await ask.set('X-Request-Id', 'from-outside').set('User-Agent', mark.slice(4));
        asked++;
      }
    expect(lines().filter(({ event }) => event === 'request').length).toBe(asked);
    expectNoTrace(written());
    expectNoTrace((await request(app).get('/metrics')).text);
  });

  it('so does every page', async () => {
    const { app, pages, lines, written } = appWith(archive);
    const routes = pages.stack.flatMap(({ route }) =>
      route ? [route as unknown as { path: string; methods: Record<string, boolean> }] : [],
    );
    expect(routes.length).toBeGreaterThan(15);
    for (const { path, methods } of routes) {
      const address = path.replace(/:\w+/g, encodeURIComponent(mark));
      const fields = { q: mark, a: mark, b: mark, text: mark, token: mark, which: 'all', [mark]: mark };
      for (const method of Object.keys(methods)) {
        const html = (asked: Test) => asked.set('Accept', 'text/html');
        if (method === 'post') {
          await html(request(app).post(address)).type('form').send(fields);
          await html(request(app).post(address)).attach('file', Buffer.from(mark), `${mark}.txt`).field('text', mark);
        } else {
          await html(request(app).get(address));
          await html(request(app).get(address)).query({ q: mark });
          await html(request(app).get(address)).query(fields);
        }
      }
    }
    await request(app).get(`/${encodeURIComponent(mark)}`);
    expect(lines().length).toBeGreaterThan(2 * routes.length);
    expectNoTrace(written());
    expectNoTrace((await request(app).get('/metrics')).text);
  });
});

test('each line is JSON with a request id, and a failure has the id of its answer', async () => {
  const { app, lines } = appWith(archives[1]![1]);
  const answer = await request(app).get('/api/search').query({ q: mark });
  expect(answer.status).toBe(500);
  const [failure, line] = lines();
  expect(failure).toMatchObject({
    event: 'request_failed',
    code: 'INTERNAL',
    requestId: answer.headers['x-request-id'],
  });
  expect(failure?.err).toMatchObject({
    type: 'TypeError',
    stack: expect.stringContaining('logs.test.ts'),
    cause: { type: 'Error' },
  });
  expect(line).toMatchObject({ event: 'request', requestId: answer.headers['x-request-id'], status: 500 });
});
