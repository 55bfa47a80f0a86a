import request from 'supertest';
import { cookieOf, keyIn } from './admin/fixture.js';
import { createFixtureApp, token } from './app-fixture.js';
import { failedFiles } from './report-fixture.js';

const app = createFixtureApp();
let cookie = '';
let key = '';
const page = (params: Record<string, string> = {}) => request(app).get('/failures').set('Cookie', cookie).query(params);
const retry = (fields: Record<string, string | string[]>) =>
  request(app)
    .post('/failures')
    .set('Cookie', cookie)
    .type('form')
    .send({ key, ...fields });
beforeAll(async () => {
  cookie = cookieOf(await request(app).post('/sign-in').type('form').send({ token }));
  key = keyIn((await page()).text);
});

describe('the report', () => {
  it('tells each failed file, why, and what to do, in the reader’s language', async () => {
    const { status, text, headers } = await page();
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toContain('没能读入 112 个');
    expect(text).toContain('教育局/2021/密.docx');
    expect(text).toContain('请去掉密码后重新入库');
    expect(text).toContain('无法读取：内部结构有误');
    expect(text).not.toContain('<b>&"坏"');
    const english = (await page({ lang: 'en' })).text;
    expect(english).toContain('Remove the password');
    expect(english).toContain('读取文件超过 60 秒。'); // an old line, of which only the words are known
  });

  it('is filtered by code, and turned page by page', async () => {
    const { text } = await page({ code: 'EXTRACT_TIMEOUT', page: '2' });
    expect(text).not.toContain('密.docx');
    expect(text.match(/type="checkbox"/g)).toHaveLength(10);
    expect(text).toContain('href="/failures?code=EXTRACT_TIMEOUT"');
    expect((await page({ page: '9' })).text).toContain('没有第 9 页了');
    expect((await page({ list: 'x' })).status).toBe(400);
  });

  it('lists what was read in part, and duplicates with both paths', async () => {
    expect((await page({ list: 'partial' })).text).toMatch(
      /href="\/documents\/d-preschool">扫描件.pdf<\/a>.*<td>3<\/td>/s,
    );
    const { text } = await page({ list: 'duplicate' });
    expect(text).toMatch(/副本.docx.*href="\/documents\/d-enrolment">原件.docx/s);
    expect(text).toMatch(/又.zip.*包.zip/s);
  });

  it('says so when everything was read', async () => {
    const { text } = await request(createFixtureApp({ everythingRead: true, token })).get('/failures');
    expect(text).toContain('所有文件都已读入。');
    expect(text).not.toContain('<form action="/failures"');
  });

  it('leads from the footer and the list of documents', async () => {
    expect((await request(app).get('/about')).text).toContain('href="/failures"');
    expect((await request(app).get('/documents')).text).toMatch(/class="summary">.*href="\/failures"/s);
  });
});

describe('retrying', () => {
  it('queues the files picked, those of a code, or all', async () => {
    const names = failedFiles.slice(0, 2).map(({ file }) => file);
    const chosen = await retry({ which: 'chosen', file: names });
    expect(chosen.status).toBe(303);
    expect(chosen.headers.location).toBe('/failures?queued=2&run=1');
    expect((await page({ queued: '2', run: '1' })).text).toMatch(/已重新排队 2 个文件.*href="\/admin\/runs\/1"/s);
    expect((await retry({ which: 'chosen', file: names[0]! })).headers.location).toBe('/failures?queued=1&run=1');
    expect((await retry({ which: 'chosen' })).headers.location).toBe('/failures?queued=0&run=1');
    expect((await retry({ which: 'all', code: 'ENCRYPTED' })).headers.location).toBe(
      '/failures?code=ENCRYPTED&queued=1&run=1',
    );
    expect((await retry({ which: 'all' })).headers.location).toBe('/failures?queued=112&run=1');
  });

  it('takes files read in part too, from their own list', async () => {
    const { text } = await page({ list: 'partial' });
    expect(text).toContain('<input type="hidden" name="list" value="partial"');
    expect(text).toContain('value="扫描件.pdf"');
    const chosen = await retry({ list: 'partial', which: 'chosen', file: '扫描件.pdf' });
    expect(chosen.headers.location).toBe('/failures?list=partial&queued=1&run=1');
    expect((await retry({ list: 'partial', which: 'all' })).headers.location).toBe(
      '/failures?list=partial&queued=1&run=1',
    );
  });

  it('is for whoever is signed in; others read the report, and are told where to sign in', async () => {
    const { text } = await request(app).get('/failures?list=partial');
    expect(text).toContain('扫描件.pdf');
    expect(text).not.toContain('type="checkbox"');
    expect(text).toContain('href="/sign-in?next=%2Ffailures%3Flist%3Dpartial"');
    const sent = await request(app).post('/failures').type('form').send({ key, which: 'all' });
    expect(sent.text).toContain('登录档案管理');
    expect((await retry({ which: 'everything' })).status).toBe(400);
  });

  it('is closed where no token is set, and the page names the command', async () => {
    const closed = createFixtureApp({});
    const { text } = await request(closed).get('/failures');
    expect(text).toContain('npm run --silent yanju -- retry');
    expect(text).not.toContain('href="/sign-in');
    expect((await request(closed).post('/failures').type('form').send({ which: 'all' })).status).toBe(403);
  });
});
