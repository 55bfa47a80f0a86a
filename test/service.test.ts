// The whole service as `npm start` runs it: bundled examples in, pages and API out, an ingest beside it, a clean end.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { FailedFiles } from '../services/domain/report.js';
import { SearchResponse } from '../services/domain/result.js';
import { makeZip } from './ingest/extract/support/make-zip.js';
import { temporaryFolder } from './support/temporary.js';
import { serveYanju, yanju } from './support/yanju.js';
import { describeInBrowser, openBrowser } from './web/chromium-fixture.js';

jest.setTimeout(180_000);
const folder = temporaryFolder();
const env = {
  YANJU_DATA_DIR: join(folder, 'data'),
  YANJU_PORT: '0',
  YANJU_RATE_LIMIT: '0',
  YANJU_ADMIN_TOKEN: 'a token for the tests',
};
let service: Awaited<ReturnType<typeof serveYanju>>;
beforeAll(async () => {
  service = await serveYanju(['--examples'], env);
});
afterAll(() => {
  service?.child.kill('SIGKILL');
});
const get = (path: string) => fetch(`${service.url}${path}`);
const search = async (parameters: Record<string, string>) =>
  SearchResponse.parse(await (await get(`/api/search?${new URLSearchParams(parameters)}`)).json());

test('the first start puts the examples in', async () => {
  const health = await (await get('/api/health')).json();
  expect(health).toMatchObject({ status: 'ok', degraded: [], pending: 0 });
  expect(health.documents).toBeGreaterThanOrEqual(16);
  expect(health.indexed).toBe(health.passages);
});

test('a question in everyday words finds its provision over the API', async () => {
  const { hits, facets } = await search({ q: '外来打工的人孩子怎么上学' });
  expect(hits.slice(0, 3).some(({ document }) => /随迁子女|招生|问答/.test(document.title))).toBe(true);
  expect(facets.region.map(({ value }) => value)).toContain('临澜市');
});

test('a hit leads to its document, text and original', async () => {
  const [hit] = (await search({ q: '课后服务', mode: 'keyword' })).hits;
  const id = hit!.document.id;
  const { text } = await (await get(`/api/documents/${id}/text`)).json();
  expect(text.slice(hit!.passage.start, hit!.passage.end)).toBe(hit!.passage.text);
  const original = await get(`/api/documents/${id}/original`);
  expect(original.headers.get('content-disposition')).toMatch(/^attachment/);
  expect((await original.arrayBuffer()).byteLength).toBeGreaterThan(0);
});

test('an ingest from the command line works while the server runs, and is found at once', async () => {
  const documents = join(folder, 'more');
  mkdirSync(documents);
  writeFileSync(join(documents, '新.txt'), '临澜市教育局关于开展星空观测活动的通知\n各学校应当组织学生观测星空。');
  const { status } = await yanju(['ingest', documents, '--json'], env);
  expect(status).toBe(0);
  expect((await search({ q: '星空观测' })).hits[0]?.document.file).toBe('新.txt');
});

test('the holder of the token uploads and removes; others do not', async () => {
  const form = () => {
    const body = new FormData();
    body.append('files', new Blob(['临澜市教育局关于骑行安全的通知\n学生骑行应当佩戴头盔。']), '骑行.txt');
    return body;
  };
  expect((await fetch(`${service.url}/api/documents`, { method: 'POST', body: form() })).status).toBe(401);
  const headers = { authorization: `Bearer ${env.YANJU_ADMIN_TOKEN}` };
  expect((await fetch(`${service.url}/api/documents`, { method: 'POST', body: form(), headers })).status).toBe(202);
  const found = async () =>
    (await search({ q: '佩戴头盔', mode: 'keyword' })).hits.find(({ document }) => document.file === '骑行.txt');
  for (let i = 0; i < 100 && !(await found()); i++) await new Promise((resolve) => setTimeout(resolve, 200));
  const hit = await found();
  expect(hit?.document.title).toBe('临澜市教育局关于骑行安全的通知');
  expect((await fetch(`${service.url}/api/documents/${hit?.document.id}`, { method: 'DELETE', headers })).status).toBe(
    204,
  );
  for (let i = 0; i < 100 && (await found()); i++) await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await found()).toBeUndefined();
});

test('a zip that is uploaded has its members read, and what failed stands in the report until it is retried', async () => {
  const headers = { authorization: `Bearer ${env.YANJU_ADMIN_TOKEN}` };
  const zip = makeZip([
    { name: '植树/通知.txt', content: '临澜市教育局关于植树活动的通知\n各学校应当组织学生植树造林。' },
    { name: '密.txt', content: '密', flags: 0x801 },
  ]);
  const body = new FormData();
  body.append('files', new Blob([Uint8Array.from(zip)]), '植树.zip');
  expect((await fetch(`${service.url}/api/documents`, { method: 'POST', body, headers })).status).toBe(202);
  const failures = async () =>
    FailedFiles.parse(await (await fetch(`${service.url}/api/failures`, { headers })).json());
  for (let i = 0; i < 100 && (await failures()).total === 0; i++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  expect((await failures()).failures).toMatchObject([{ file: '植树.zip/密.txt', code: 'ENCRYPTED' }]);
  expect(await (await get('/failures')).text()).toContain('植树.zip/密.txt');
  const retry = (more: RequestInit) => fetch(`${service.url}/api/failures/retry`, { method: 'POST', ...more });
  expect((await retry({})).status).toBe(401);
  const retried = await retry({ headers: { ...headers, 'content-type': 'application/json' }, body: '{}' });
  expect([retried.status, await retried.json()]).toMatchObject([202, { files: 1 }]);
  expect((await search({ q: '植树造林' })).hits[0]?.document.file).toBe('植树.zip/植树/通知.txt');
});

describeInBrowser('in a real browser', () => {
  test.each([true, false])(
    'a question leads to the provision in its document (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const browser = await openBrowser({ javaScriptEnabled });
      try {
        const page = await browser.context.newPage();
        await page.goto(service.url);
        await page.fill('input[name=q]', '手机能不能带进课堂');
        await page.keyboard.press('Enter');
        const link = page.getByRole('link', { name: /手机管理/ }).first();
        await link.click();
        await page.waitForURL(/documents/);
        expect(await page.locator('h1').textContent()).toContain('手机');
        const anchor = await page
          .locator(new URL(page.url()).hash)
          .evaluate((element) => element.getBoundingClientRect().top);
        expect(anchor).toBeGreaterThanOrEqual(-1);
        expect(anchor).toBeLessThan(page.viewportSize()?.height ?? 0);
      } finally {
        await browser.close();
      }
    },
  );
});

test('it ends in good order when it is told to', async () => {
  const ended = new Promise((resolve) => service.child.once('exit', resolve));
  service.child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
