import request from 'supertest';
import { createFixtureApp, token } from './app-fixture.js';
import { failedFiles } from './report-fixture.js';

const app = createFixtureApp();
const page = (params: Record<string, string> = {}) => request(app).get('/failures').query(params);
const retry = (fields: Record<string, string | string[]>, on = app) =>
  request(on).post('/failures').type('form').send(fields);

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
    const chosen = await retry({ token, which: 'chosen', file: names });
    expect(chosen.status).toBe(303);
    expect(chosen.headers.location).toBe('/failures?queued=2');
    expect((await page({ queued: '2' })).text).toContain('已重新排队 2 个文件');
    expect((await retry({ token, which: 'chosen', file: names[0]! })).headers.location).toBe('/failures?queued=1');
    expect((await retry({ token, which: 'chosen' })).headers.location).toBe('/failures?queued=0');
    expect((await retry({ token, which: 'all', code: 'ENCRYPTED' })).headers.location).toBe(
      '/failures?code=ENCRYPTED&queued=1',
    );
    expect((await retry({ token, which: 'all' })).headers.location).toBe('/failures?queued=112');
  });

  it('takes files read in part too, from their own list', async () => {
    const { text } = await page({ list: 'partial' });
    expect(text).toContain('<input type="hidden" name="list" value="partial"');
    expect(text).toContain('value="扫描件.pdf"');
    const chosen = await retry({ token, list: 'partial', which: 'chosen', file: '扫描件.pdf' });
    expect(chosen.headers.location).toBe('/failures?list=partial&queued=1');
    expect((await retry({ token, list: 'partial', which: 'all' })).headers.location).toBe(
      '/failures?list=partial&queued=1',
    );
    const wrong = await retry({ token: 'x', list: 'partial', which: 'all' });
    expect(wrong.text).toContain('扫描件.pdf');
  });

  it('asks for the admin token', async () => {
    for (const wrong of ['', 'x', `${token}x`]) {
      const { status, text, headers } = await retry({ token: wrong, which: 'all' });
      expect(status).toBe(401);
      expect(headers['cache-control']).toBe('no-store');
      expect(text).toContain('管理令牌不对');
    }
    expect((await retry({ token, which: 'everything' })).status).toBe(400);
  });

  it('is closed where no token is set, and the page names the command', async () => {
    const closed = createFixtureApp({});
    const { text } = await request(closed).get('/failures');
    expect(text).toContain('npm run --silent yanju -- retry');
    expect(text).not.toContain('type="password"');
    expect((await retry({ token: '', which: 'all' }, closed)).status).toBe(403);
  });
});
