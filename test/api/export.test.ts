// Lists over HTTP, and citations: what a client gets, beyond what the examples show.
import mammoth from 'mammoth';
import request from 'supertest';
import { exampleComparison, exampleTransmission } from '../../services/api/endpoints/comparison-examples.js';
import { exampleDocument, exampleIndicator } from '../../services/api/endpoints/examples.js';
import { testApp } from './support.js';

const q = '毛入园率';
const bytesOf = (path: string, query: Record<string, string>, environment: Record<string, string> = {}) =>
  request(testApp(environment).app)
    .get(path)
    .query(query)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });

test('a list is an attachment with a name in Chinese, made for this answer and kept by nobody', async () => {
  const { status, headers, body } = await bytesOf('/api/export/wording.csv', { q });
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(decodeURIComponent(headers['content-disposition'] ?? '')).toMatch(
    /attachment; filename=.*filename\*=UTF-8''查原话：毛入园率 \d{4}-\d\d-\d\d\.csv$/,
  );
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-content-type-options']).toBe('nosniff');
  const text = (body as Buffer).toString('utf8');
  expect(text.startsWith('\uFEFF序号,')).toBe(true);
  expect(text).toContain(exampleDocument.title);
  expect(text).toMatch(/http:\/\/127\.0\.0\.1:\d+\/documents\/lj2023xqjy\?v=1&at=/);
});

test('links carry the public address where one is set', async () => {
  const { body } = await bytesOf('/api/export/search.csv', { q }, { YANJU_PUBLIC_URL: 'https://dang.an/' });
  expect((body as Buffer).toString('utf8')).toContain('https://dang.an/documents/lj2023xqjy');
});

test('columns are in the language asked for', async () => {
  const { body } = await bytesOf('/api/export/search.csv', { q, lang: 'en' });
  expect((body as Buffer).toString('utf8')).toContain('No.,Issuer,Title');
});

test('what is over the limit says so', async () => {
  const { body } = await bytesOf('/api/export/wording.csv', { q: '临江' }, { YANJU_MAX_EXPORT_ROWS: '1' });
  const text = (body as Buffer).toString('utf8');
  expect(text.split('\r\n')[0]).toContain('这里只有排在最前的 1 条');
});

test('a Word document is made by another process, and opens', async () => {
  const { status, headers, body } = await bytesOf('/api/export/wording.docx', { q });
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
  const { value } = await mammoth.extractRawText({ buffer: body as Buffer });
  expect(value).toContain(`查原话：${q}`);
  expect(value).toContain(`《${exampleDocument.title}》`);
});

test('a comparison is attached as a Word document, with what changed marked', async () => {
  const [a, b] = [exampleComparison.a.id, exampleComparison.b.id];
  const { status, headers, body } = await bytesOf('/api/export/compare.docx', { a, b });
  expect(status).toBe(200);
  expect(decodeURIComponent(headers['content-disposition'] ?? '')).toMatch(/UTF-8''比较：.+\.docx$/);
  const { value } = await mammoth.convertToHtml({ buffer: body as Buffer });
  expect(value).toContain('逐条对照');
  expect(value).toMatch(/<s>.+<\/s>/);
  const { app } = testApp();
  expect((await request(app).get('/api/export/compare.docx').query({ a })).status).toBe(400);
  expect((await request(app).get('/api/export/compare.docx').query({ a, b: 'unknown' })).status).toBe(404);
});

test('variants are taken away as CSV and Word, changes marked as asked for', async () => {
  const table = await bytesOf('/api/export/variants.csv', { q: '毛入学率' });
  expect(decodeURIComponent(table.headers['content-disposition'] ?? '')).toMatch(/UTF-8''变体：毛入学率 .+\.csv$/);
  const text = (table.body as Buffer).toString('utf8');
  expect(text).toMatch(/^\uFEFF序号,写法,改动（相对于所问的）,/);
  expect(text).toContain('“学率”→“园率”');
  const document = await bytesOf('/api/export/variants.docx', { q: '毛入学率' });
  const { value } = await mammoth.convertToHtml({ buffer: document.body as Buffer });
  expect(value).toContain('毛入<s>学率</s>');
  const { app } = testApp();
  const ask = async (query: object) => (await request(app).get('/api/export/variants.csv').query(query)).status;
  expect([
    await ask({ q: ' ' }),
    await ask({ q: '毛入学率', size: '5' }),
    await ask({ q: '毛入学率', against: 'x' }),
  ]).toEqual([400, 400, 400]);
});

test('a transmission is taken away as CSV and Word, of one outcome alone where asked', async () => {
  const [superior, local] = [exampleTransmission.superior.id, exampleTransmission.local.id];
  const table = await bytesOf('/api/export/transmission.csv', { superior, local });
  expect((table.body as Buffer).toString('utf8')).toMatch(/^\uFEFF序号,去向,所在条段,上级的话,地方的话,/);
  const document = await bytesOf('/api/export/transmission.docx', { superior, local, show: 'added' });
  expect(decodeURIComponent(document.headers['content-disposition'] ?? '')).toMatch(/UTF-8''落实：.+\.docx$/);
  const { value } = await mammoth.extractRawText({ buffer: document.body as Buffer });
  expect(value).toContain('只列：另外增加');
  expect(value).not.toContain('没有写进　');
  const { app } = testApp();
  const ask = async (query: object) => (await request(app).get('/api/export/transmission.docx').query(query)).status;
  expect([await ask({ superior }), await ask({ superior, local: 'unknown' })]).toEqual([400, 404]);
});

test('a list of targets is of one indicator, and takes no pages', async () => {
  const { app } = testApp();
  const none = await request(app).get('/api/export/targets.csv');
  expect([none.status, none.body.errors[0].field]).toEqual([400, 'indicator']);
  const paged = await request(app).get('/api/export/targets.csv').query({ indicator: exampleIndicator, perCell: '5' });
  expect([paged.status, paged.body.errors[0].field]).toEqual([400, 'perCell']);
  const years = { indicator: exampleIndicator, forYearFrom: '2025', forYearTo: '2020' };
  expect((await request(app).get('/api/export/targets.docx').query(years)).status).toBe(400);
  const { body } = await bytesOf('/api/export/targets.csv', { indicator: exampleIndicator });
  expect((body as Buffer).toString('utf8')).toMatch(/^\uFEFF序号,指标,数值所说的地区,/);
});

test('figures and citations are tables, with the name of what they are of', async () => {
  const figures = await bytesOf('/api/export/timeline.csv', { q, lang: 'en' });
  expect((figures.body as Buffer).toString('utf8')).toMatch(/^\uFEFFYear,Documents of the group,/);
  expect(decodeURIComponent(figures.headers['content-disposition'] ?? '')).toContain(
    `Use of wordings： ${q}`.replace('：', ''),
  );
  const overview = await bytesOf('/api/export/citations.csv', {});
  expect((overview.body as Buffer).toString('utf8')).toMatch(/^\uFEFF标题,文号,状态,/);
  const address = `/api/export/documents/${exampleDocument.id}/citations.csv`;
  const own = await bytesOf(address, {}, { YANJU_PUBLIC_URL: 'https://dang.an' });
  expect((own.body as Buffer).toString('utf8')).toContain('https://dang.an/documents/');
  expect((await request(testApp().app).get('/api/export/documents/unknown/citations.csv')).status).toBe(404);
});

test('a question that is wrong is told as elsewhere, not as a file', async () => {
  const { app } = testApp();
  const empty = await request(app).get('/api/export/search.docx').query({ q: ' ' });
  expect([empty.status, empty.body.code]).toEqual([400, 'QUERY_EMPTY']);
  const paged = await request(app).get('/api/export/search.csv').query({ q, page: '2' });
  expect([paged.status, paged.body.code]).toEqual([400, 'INVALID_REQUEST']);
});

test('lists are counted against a client like everything else', async () => {
  const { app } = testApp({ YANJU_RATE_LIMIT: '1' });
  await request(app).get('/api/export/search.csv').query({ q });
  expect((await request(app).get('/api/export/search.csv').query({ q })).status).toBe(429);
});

test('a citation is of the document, or of a place in it', async () => {
  const { app } = testApp({ YANJU_PUBLIC_URL: 'https://dang.an' });
  const address = `/api/documents/${exampleDocument.id}/citation`;
  const whole = (await request(app).get(address)).body;
  expect(whole).toMatchObject({
    plain: '临江市教育局：《临江市学前教育发展工作要点》（临教发〔2023〕12号），2023年3月15日',
    link: `https://dang.an/documents/${exampleDocument.id}?v=1`,
    place: null,
  });
  const place = (await request(app).get(address).query({ start: 21, end: 25 })).body;
  expect(place.plain).toMatch(/，第\d自然段$/);
  expect(place.gbt7714).toMatch(
    /^临江市教育局\. .+\[A\/OL\]\. \(2023-03-15\)\[\d{4}-\d\d-\d\d\]\. https:\/\/dang\.an\//,
  );
  expect((await request(app).get(address).query({ start: -1 })).status).toBe(400);
  expect((await request(app).get(address).query({ start: 900_000_000 })).status).toBe(200);
});
