// Whatever is asked, no answer is 500 or above, and every failure is a problem document.
import fc from 'fast-check';
import request from 'supertest';
import { endpoints } from '../../services/api/endpoints/all.js';
import { Problem } from '../../services/api/errors.js';
import { testApp, token } from './support.js';

const { app } = testApp();
const server = app.listen(0);
afterAll(() => server.close());

const names = [
  'q',
  'mode',
  'group',
  'region',
  'year',
  'yearFrom',
  'yearTo',
  'type',
  'issuer',
  'status',
  'page',
  'size',
];
const ofWording = [
  'loose',
  'punctuation',
  'script',
  'numerals',
  'with',
  'near',
  'without',
  'withoutIn',
  'sort',
  'removed',
];
const ofTargets = ['indicator', 'unit', 'forYear', 'forYearFrom', 'forYearTo', 'forRegion', 'perCell'];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '教育',
    '"',
    "' OR 1=1 --",
    'NEAR(a b)',
    '*',
    '\0',
    '%',
    '-1',
    '1e9',
    'NaN',
    '__proto__',
    '‮',
    '\u200b',
  ),
);
const rawPair = fc.oneof(
  fc
    .tuple(fc.constantFrom(...names, ...ofWording, ...ofTargets, 'lang', '__proto__', 'constructor'), anyText)
    .map(([name, value]) => `${name}=${encodeURIComponent(value.replace(/\p{Cs}/gu, ''))}`),
  fc.stringMatching(/^[\w%=.&+;:,!$'()*~[\]-]{0,30}$/),
);
const rawQuery = fc.array(rawPair, { maxLength: 6 }).map((pairs) => pairs.join('&'));

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}
function good(answer: Answer): void {
  expect(answer.status).toBeLessThan(500);
  if (answer.status < 400) return;
  expect(answer.type).toBe('application/problem+json');
  const problem = Problem.strict().parse(answer.body);
  expect(problem.status).toBe(answer.status);
  // a field's name is repeated as it came, whatever it looks like
  const words = (problem.errors ?? []).reduce((detail, { field }) => detail.replaceAll(field, ''), problem.detail);
  expect(words).not.toMatch(/\{\w+\}|undefined|\[object/);
}

const gets = endpoints.filter(({ method, path }) => method === 'get' && !path.includes(':id')).map(({ path }) => path);

it('any query string', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...gets), rawQuery, async (path, query) => {
      good(await request(server).get(`${path}?${query}`).set('Authorization', `Bearer ${token}`));
    }),
    { numRuns: 200 },
  );
});

it('any JSON body', async () => {
  const field = fc.oneof(anyText, fc.jsonValue(), fc.integer(), fc.constant('教育'));
  const nearly = fc.dictionary(fc.constantFrom(...names, ...ofWording, '__proto__'), field, { noNullPrototype: true });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('/api/search', '/api/wording'),
      fc.oneof(nearly, fc.jsonValue()),
      async (path, body) => {
        const sent = JSON.stringify(body);
        good(await request(server).post(path).set('Content-Type', 'application/json').send(sent));
      },
    ),
    { numRuns: 200 },
  );
});

it('any bytes as a body, of any type', async () => {
  const types = [
    'application/json',
    'multipart/form-data; boundary=b',
    'text/plain',
    'application/json; charset=utf-16',
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('/api/search', '/api/wording', '/api/documents'),
      fc.constantFrom(...types),
      fc.oneof(
        anyText,
        anyText.map(
          (text) => `--b\r\nContent-Disposition: form-data; name="files"; filename="${text}"\r\n\r\nx\r\n--b--\r\n`,
        ),
      ),
      async (path, type, body) => {
        good(
          await request(server).post(path).set('Content-Type', type).set('Authorization', `Bearer ${token}`).send(body),
        );
      },
    ),
    { numRuns: 200 },
  );
});

it('any path and method', async () => {
  const segment = fc.oneof(
    fc.constantFrom(
      'api',
      'documents',
      'search',
      'text',
      'original',
      '..',
      '.',
      '%2e%2e',
      '%ff',
      '%00',
      '',
      'openapi.json',
      'docs',
    ),
    anyText.map((text) => encodeURIComponent(text.replace(/\p{Cs}/gu, ''))),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(
        'get' as const,
        'post' as const,
        'put' as const,
        'delete' as const,
        'options' as const,
        'patch' as const,
      ),
      fc.array(segment, { maxLength: 5 }),
      async (method, segments) => {
        good(await request(server)[method](`/api/${segments.join('/')}`));
      },
    ),
    { numRuns: 200 },
  );
});
