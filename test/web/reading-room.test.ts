import request from 'supertest';
import { AppError } from '../../services/domain/errors.js';
import { createFixtureApp } from './app-fixture.js';

const app = createFixtureApp();
const get = (path: string, query: object = {}) => request(app).get(path).query(query);

describe('permanent links', () => {
  it('are the paragraphs’ numbers, and name the version', async () => {
    const { text } = await get('/documents/d-draft');
    expect(text).toContain('<a class="n" href="/documents/d-draft?v=2#n2"');
  });

  it('on the newest version show it without a word', async () => {
    const { text } = await get('/documents/d-draft', { v: 2 });
    expect(text).not.toContain('old-version');
    expect(text).toContain('可在校内适当安排巩固练习');
  });

  it('on an older version show that text for ever, say so, and lead to the same place in the newest', async () => {
    const { status, text } = await get('/documents/d-draft', { v: 1 });
    expect(status).toBe(200);
    expect(text).toContain('这是第 1 版（2025-06-01 入库），现在是第 2 版。');
    expect(text).toContain('此后改了 1 段，加了 0 段，删了 1 段');
    expect(text).toContain('href="/compare?a=d-draft%401&amp;b=d-draft%402"');
    expect(text).toContain('本办法试行三年。');
    expect(text).not.toContain('可在校内适当安排巩固练习');
    expect(text).toMatch(/<a class="now changed" href="\/documents\/d-draft\?v=2#n2"/);
    expect(text).toMatch(/<a class="now same" href="\/documents\/d-draft\?v=2#n3"/);
    expect(text).toMatch(/<a class="now gone" href="\/documents\/d-draft\?v=2#n3"/);
    expect(text).toContain('<a class="n" href="/documents/d-draft?v=1#n2"');
  });

  it('of an older version as a whole go into its citation', async () => {
    const { text } = await get('/documents/d-draft', { v: 1 });
    expect(text).toMatch(/\/documents\/d-draft\?v=1\.</);
    expect((await get('/documents/d-draft')).text).toMatch(/\/documents\/d-draft\?v=2\.</);
  });

  it('on a version that never was are a 404 in plain words', async () => {
    const { status, text } = await get('/documents/d-draft', { v: 9 });
    expect(status).toBe(404);
    expect(text).toContain('没有第 9 版');
    expect((await get('/documents/d-draft', { v: 0 })).status).toBe(400);
  });

  it('still work where the file has gone', async () => {
    const { status, text } = await get('/documents/d-repealed', { v: 1 });
    expect(status).toBe(200);
    expect(text).toContain('已从入库目录中移走');
  });

  it('stand in a list of versions, where there are several', async () => {
    expect((await get('/documents/d-draft')).text).toContain('各版（2）');
    expect((await get('/documents/d-enrolment')).text).not.toContain('class="versions"');
  });
});

describe('find in a document', () => {
  it('is a form that keeps what else the page shows', async () => {
    const { text } = await get('/documents/d-enrolment', { q: '入学', removed: '1' });
    expect(text).toMatch(
      /<form action="\/documents\/d-enrolment" method="get"><input type="hidden" name="removed" value="1"\/>/,
    );
    expect(text).toContain('<input type="search" name="q" value="入学"');
  });

  it('leads from each place to its neighbours', async () => {
    const { text } = await get('/documents/d-enrolment', { q: '入学' });
    const places = text.match(/<mark id="f\d+">/g) ?? [];
    expect(places.length).toBeGreaterThan(3);
    expect(places).toEqual(places.map((_, i) => `<mark id="f${i + 1}">`));
    expect(text).toMatch(
      /<mark id="f2">入学<\/mark><span class="steps"[^>]*><a href="#f1"[^>]*>‹<\/a><span>2\/\d+<\/span><a href="#f3"/,
    );
  });
});

describe('what was cleaned away', () => {
  it('is shown in its place when it is asked for, and not otherwise', async () => {
    expect((await get('/documents/d-enrolment')).text).not.toContain('removed-here');
    const { text } = await get('/documents/d-enrolment', { removed: '1' });
    const article = text.slice(text.indexOf('<article'), text.indexOf('</article>'));
    expect(article).toMatch(/^.*?<ul class="removed-here".*首页 > 政务公开.*id="n1"/s);
    expect(article.match(/<del>/g)).toHaveLength(3);
    expect(text).toContain('<details class="cleaned"');
  });

  it('is escaped', async () => {
    const { text } = await get(`/documents/${encodeURIComponent('d-<hostile>&"/..')}`, { removed: '1' });
    expect(text).toContain('<del>&lt;iframe src=&quot;//example.invalid&quot;>&lt;/iframe></del>');
  });
});

describe('where values were read', () => {
  it('leads to their place in the text', async () => {
    const { text } = await get('/documents/d-enrolment');
    expect(text).toMatch(/<a href="#read-number" aria-label="第 2 段：文号读自这里">第 2 段<\/a>/);
    expect(text).toContain('<span class="value-place" id="read-number">临教发〔2024〕8号</span>');
  });
});

describe('said elsewhere', () => {
  it('has a control beside each paragraph that is long enough', async () => {
    const { text } = await get('/documents/d-statute');
    expect(text).toMatch(/<a class="elsewhere-link" href="\/documents\/d-statute\/elsewhere\?p=3"/);
    expect(text).not.toContain('/elsewhere?p=1"');
  });

  it('is a page of its own, with the paragraph and the way back', async () => {
    const { status, text } = await get('/documents/d-statute/elsewhere', { p: 4 });
    expect(status).toBe(200);
    expect(text).toContain('<h1>别处怎么说</h1>');
    expect(text).toContain('<blockquote lang="zh-CN">第二条 义务教育是国家统一实施');
    expect(text).toContain('href="/documents/d-statute?v=1#n4"');
  });

  it('gives the findings alone to the page’s script', async () => {
    const { text } = await get('/documents/d-statute/elsewhere', { p: 4, part: '1' });
    expect(text).toMatch(/^<section class="elsewhere".*<\/section>$/s);
  });

  it('of a paragraph that is not there is refused in plain words', async () => {
    const { status, text } = await get('/documents/d-statute/elsewhere', { p: 99 });
    expect(status).toBe(400);
    expect(text).toContain('没有第 99 自然段');
    expect((await get('/documents/nope/elsewhere', { p: 1 })).status).toBe(404);
  });
});

describe('the original', () => {
  it('stands beside the text where it is asked for', async () => {
    expect((await get('/documents/d-enrolment')).text).not.toContain('<iframe');
    const { text } = await get('/documents/d-enrolment', { original: '1' });
    expect(text).toMatch(
      /<iframe class="markup" src="\/documents\/d-enrolment\/original\/content\?v=1" title="原件" sandbox>/,
    );
  });

  it('of a PDF opens at the page of the passage, and page marks lead to its pages', async () => {
    const { text } = await get('/documents/d-preschool', { original: '1', at: 200 });
    expect(text).toMatch(
      /<iframe name="original" src="\/documents\/d-preschool\/original\?v=1&amp;page=\d&amp;bare=1"/,
    );
    expect(text).toMatch(
      /<a href="\/documents\/d-preschool\/original\?v=1&amp;page=2&amp;bare=1" target="original">第 2 页<\/a>/,
    );
  });

  it('has a page of its own, a page of pictures at a time', async () => {
    const { text } = await get('/documents/d-preschool/original', { page: 2 });
    expect(text).toContain('<img src="/documents/d-preschool/original/pages/2?v=1" alt="原件第 2 页"/>');
    expect(text).toMatch(/第 2 \/ \d 页/);
    expect((await get('/documents/d-preschool/original', { page: 99 })).text).toMatch(/第 (\d) \/ \1 页/);
  });

  it('that is gone is said to be gone, and its text is a link away', async () => {
    const original = (id: string) => {
      throw new AppError('ORIGINAL_MISSING', { id });
    };
    const lost = createFixtureApp({ archive: { original } });
    const { status, text } = await request(lost).get('/documents/d-repealed/original');
    expect(status).toBe(404);
    expect(text).toContain('原件不在了');
    expect(text).toContain('href="/documents/d-repealed"');
  });

  it('that cannot be previewed is said to be, with the download', async () => {
    const { status, text } = await get('/documents/d-repealed/original');
    expect(status).toBe(200);
    expect(text).toContain('doc 格式的原件不能在网页里预览');
    expect(text).toContain('href="/api/documents/d-repealed/original"');
    expect(text).not.toContain('<iframe');
  });

  it('goes out in a sandbox that loads and runs nothing, to be framed by our own pages only', async () => {
    const markup = await get('/documents/d-enrolment/original/content', { v: 1 });
    expect(markup.headers).toMatchObject({
      'content-security-policy':
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
      'x-frame-options': 'SAMEORIGIN',
      'x-content-type-options': 'nosniff',
      'content-type': 'text/html; charset=utf-8',
    });
    const picture = await get('/documents/d-preschool/original/pages/1', { v: 1 });
    expect(picture.headers['content-type']).toBe('image/webp');
    expect(picture.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
    const again = await get('/documents/d-preschool/original/pages/1', { v: 1 }).set(
      'If-None-Match',
      picture.headers.etag ?? '',
    );
    expect(again.status).toBe(304);
  });

  it('may be framed where it is made for a frame, and nowhere else', async () => {
    const bare = await get('/documents/d-preschool/original', { bare: '1' });
    expect(bare.headers['content-security-policy']).toContain("frame-ancestors 'self'");
    for (const path of ['/documents/d-preschool/original', '/documents/d-preschool', '/']) {
      expect((await get(path)).headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
  });

  it('refuses pages that cannot be', async () => {
    for (const page of ['0', '-1', 'x', '1e9', '999999999']) {
      expect((await get(`/documents/d-preschool/original/pages/${page}`)).status).toBe(404);
    }
  });
});
