// The two doors over a real archive: what stands on their pages, where links lead, and what a browser is asked to remember.
import type { Express } from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { createApp } from '../../services/api/app.js';
import { createPages, renderError } from '../../web/pages.js';
import { testSettings } from '../support/settings.js';
import { temporaryFolder } from '../support/temporary.js';
import { createFixtureApp } from './app-fixture.js';
import { createFixtureArchive } from './archive-fixture.js';
import { createDoorsApp, type DoorsApp } from './doors-fixture.js';

const folder = temporaryFolder();
let doors: DoorsApp;
let app: Express;
beforeAll(async () => {
  doors = await createDoorsApp(folder);
  app = doors.app;
}, 120_000);
afterAll(() => doors.close());

const page = (path: string, query: Record<string, string> = {}, cookie = '') =>
  request(app).get(path).set('Accept', 'text/html').set('Cookie', cookie).query(query);
const cookies = (headers: Record<string, unknown>): string => [headers['set-cookie'] ?? []].flat().join('\n');
const textOf = (html: string): string => html.replace(/<[^>]*>/g, '');
const part = (html: string, of: RegExp): string => of.exec(html)?.[0] ?? '';
const provision = (html: string): string => part(html, /<article class="hit provision.*?<\/article>/s);
const titles = (html: string): string[] =>
  [...html.matchAll(/<h[23] lang="zh-CN"><a [^>]*>([^<]*)/g)].map(([, title]) => title ?? '');

describe('the public’s door', () => {
  it('answers with the whole article, its date, its issuer, and whether it stands and since when', async () => {
    const { status, text } = await page('/', { q: '孩子满六岁了是不是一定要上学' });
    expect(status).toBe(200);
    const best = textOf(provision(text));
    expect(best).toContain('云州省义务教育条例');
    expect(best).toContain('2020年7月1日');
    expect(best).toContain('云州省人民代表大会常务委员会');
    expect(best).toContain('现行有效。 自 2020年9月1日 起施行。');
    expect(best).toContain('依据：2020年7月1日通过');
    expect(best).toContain('第二条，全文');
    expect(best).toContain('第二条 凡年满六周岁的儿童');
    expect(best).toContain('报县级教育行政部门批准。');
    expect(best).not.toContain('择校费');
  });

  it('never lets an old notice look like a rule of today', async () => {
    const { text } = await page('/', { q: '家长持户口簿原件到学校窗口排队报名' });
    const best = provision(text);
    expect(best).toContain('hit provision past');
    expect(best).toMatch(/class="standing warn"><strong>这是往年的/);
    expect(best).toMatch(
      /class="notice strong newer">.*<a href="\/documents\/[^"]*"[^>]*>临澜市2026年义务教育招生工作通知/s,
    );
    const repealed = provision((await page('/', { q: '学校可以收取补课费' })).text);
    expect(repealed).toContain('<span class="badge bad">已废止</span>');
    expect(repealed).toMatch(/class="standing bad"><strong>已经废止，不能当作现行规定/);
  });

  it('says honestly that a status is not stated, and shows every other hit with date and status, its words folded', async () => {
    const { text } = await page('/', { q: '校园安全专项检查' });
    expect(textOf(provision(text))).toContain('文件没有写明是否仍然有效');
    const others = text.match(/<article class="hit other.*?<\/article>/gs) ?? [];
    expect(others.length).toBe(9);
    for (const one of others) {
      expect(one).toContain('class="badge');
      expect(one).toMatch(/<time |class="undated"/);
      expect(one).toContain('<details class="whole"><summary>看原文');
    }
    expect((await page('/', { q: '校园安全专项检查', page: '2' })).text).not.toContain('最相关的规定');
  });

  it('searches what applies in the reader’s region, and says so', async () => {
    const everywhere = await page('/', { q: '校服 家长自愿' });
    expect(titles(everywhere.text)).toEqual(expect.arrayContaining(['青岛市校服办法', '校服问答']));
    const { text } = await page('/', { q: '校服 家长自愿', region: '临澜市', above: 'true' });
    expect(titles(text)).toContain('校服问答');
    expect(titles(text)).not.toContain('青岛市校服办法');
    expect(text).toContain('只查管得到临澜市的规定：临澜市、云州省、全国的');
    expect(text).toMatch(/<a href="\/\?q=[^"&]*">不分地区查/);
  });

  it('names a region that there is not at its field, and keeps the question', async () => {
    const { status, text } = await page('/', { q: '校服', region: '无此地', above: 'true' });
    expect(status).toBe(400);
    expect(text).toContain('无此地');
    expect(text).toMatch(/<details class="my-region" open>/);
    expect(text).toMatch(/id="my-region"[^>]*aria-invalid="true"/);
    expect(text).toContain('value="校服"');
  });

  it('hands a search with the staff’s conditions on, as older links have them, and refuses what it does not know', async () => {
    const { status, headers } = await request(app).get('/?q=%E6%A0%A1%E6%9C%8D&type=%E5%8A%9E%E6%B3%95&lang=en');
    expect([status, headers.location]).toEqual([302, '/search?q=%E6%A0%A1%E6%9C%8D&type=%E5%8A%9E%E6%B3%95&lang=en']);
    expect((await page('/', { q: '校服', region: '青岛' })).headers.location).toMatch(/^\/search\?/);
    expect((await page('/', { q: '校服', colour: 'red' })).status).toBe(400);
    expect((await page('/', { q: '校服', page: '0' })).status).toBe(400);
    expect((await request(app).get('/?q=a&q=b')).status).toBe(400);
  });
});

describe('a question on its way', () => {
  it('remembers the region of the form by its code, and goes to an address that says all of it', async () => {
    const { status, headers } = await page('/ask', { q: '校服', region: '青岛' });
    expect(status).toBe(303);
    expect(decodeURIComponent(headers.location ?? '')).toBe('/?q=校服&region=青岛&above=true');
    expect(cookies(headers)).toMatch(/yanju-region=3702; Max-Age=\d+; Path=\/;.*HttpOnly; SameSite=Lax/);
    expect(headers['cache-control']).toBe('no-store');
    const { text, headers: later } = await page('/', {}, 'yanju-region=3702');
    expect(text).toContain('我的地区：青岛市');
    expect(cookies(later)).toBe('');
  });

  it('forgets it when the field is empty, and remembers nothing that is no region', async () => {
    const forgot = await page('/ask', { q: '校服', region: '' }, 'yanju-region=3702');
    expect(decodeURIComponent(forgot.headers.location ?? '')).toBe('/?q=校服');
    expect(cookies(forgot.headers)).toMatch(/yanju-region=; Path=\/; Expires=Thu, 01 Jan 1970/);
    const wrong = await page('/ask', { q: '', region: '无此地', keep: '1' });
    expect(cookies(wrong.headers)).toBe('');
    expect((await page(decodeURI(wrong.headers.location ?? ''))).status).toBe(400);
    expect((await page('/ask', { q: '', region: '青岛', keep: '1' })).headers.location).toBe('/');
    expect((await page('/', {}, 'yanju-region=999999')).text).toContain('选我的地区');
  });

  it('from the box in the header goes to the door last used, with the region remembered', async () => {
    const toPublic = await page('/ask', { q: '校服' }, 'yanju-region=3702');
    expect(decodeURIComponent(toPublic.headers.location ?? '')).toBe('/?q=校服&region=青岛市&above=true');
    const { headers } = await page('/search', { q: '校服' });
    expect(cookies(headers)).toMatch(/yanju-door=staff; Path=\//);
    const toStaff = await page('/ask', { q: '校服' }, 'yanju-door=staff; yanju-region=3702');
    expect(decodeURIComponent(toStaff.headers.location ?? '')).toBe('/search?q=校服');
    expect((await page('/ask', { q: ' ' })).headers.location).toBe('/?q=');
    expect((await page('/ask', { q: 'x', mode: 'keyword' })).status).toBe(400);
  });

  it('an address means the same whatever a browser remembers, and offers the region in a click', async () => {
    const plain = await page('/', { q: '校服 家长自愿' });
    const mine = await page('/', { q: '校服 家长自愿' }, 'yanju-region=9001');
    expect(titles(mine.text)).toEqual(titles(plain.text));
    expect(decodeURIComponent(part(mine.text, /href="[^"]*">只看管得到临澜市的/))).toContain(
      'region=临澜市&amp;above=true',
    );
  });
});

describe('the staff’s door', () => {
  const dates = (html: string): string[] =>
    [...html.matchAll(/<time dateTime="([^"]*)"|<time datetime="([^"]*)"/g)].map((one) => one[1] ?? one[2] ?? '');

  it('sorts by date both ways, says what of, and puts the undated apart at the end', async () => {
    const asked = { q: '校园安全专项检查', mode: 'keyword', size: '50' };
    const newest = (await page('/search', { ...asked, sort: 'newest' })).text;
    expect(newest).toMatch(/按日期排的是含有全部查询词的 \d+ 条/);
    const dated = newest.slice(0, newest.indexOf('undated-part'));
    expect(dates(dated)).toEqual([...dates(dated)].sort().reverse());
    expect(new Set(dates(dated)).size).toBe(14);
    expect(titles(newest).at(-1)).toBe('校园安全旧闻');
    expect(newest).toMatch(/<section class="undated-part".*日期未载.*校园安全旧闻/s);
    const oldest = (await page('/search', { ...asked, sort: 'oldest' })).text;
    expect(dates(oldest)).toEqual([...dates(oldest)].sort());
    expect((await page('/search', asked)).text).not.toContain('undated-part');
  });

  it('keeps the order in the form, in filters, on pages and in files, but not in feeds', async () => {
    const { text } = await page('/search', { q: '校园安全', sort: 'oldest' });
    expect(text).toContain('<input type="hidden" name="sort" value="oldest"');
    expect(text).toMatch(/href="\/search\?[^"]*sort=oldest&amp;year=2012"/);
    expect(text).toMatch(/href="\/search\?[^"]*sort=oldest&amp;page=2"/);
    expect(text).toMatch(/href="\/api\/export\/search\.csv\?[^"]*sort=oldest/);
    expect(text).not.toMatch(/feed\/search\.atom\?[^"]*sort/);
  });

  it('says that undated documents are left out while a year is asked for, and leads to where they are', async () => {
    const { text } = await page('/search', { q: '校园安全', yearFrom: '2012' });
    expect(text).toMatch(/日期未载的文件不在结果里。 <a href="\/search\?q=[^"]*sort=newest"/);
  });

  it('leads to the public’s door with the same question, and back', async () => {
    const { text } = await page('/search', { q: '校园安全', type: '方案' });
    expect(text).toMatch(/<a href="\/\?q=[^"&]*">只看管用的规定/);
    expect((await page('/', { q: '校园安全' })).text).toMatch(/<a href="\/search\?q=[^"&]*">用“检索”查同一个问题/);
  });

  it('shows its filters before anything is asked, and says in place what is wrong', async () => {
    const { status, text } = await page('/search');
    expect(status).toBe(200);
    for (const name of ['region', 'above', 'issuer', 'type', 'yearFrom', 'yearTo', 'status', 'group', 'families']) {
      expect(text).toContain(`name="${name}"`);
    }
    const wrong = await page('/search', { q: '校园安全', sort: 'best' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('“次序（sort）”只能是 relevance、newest、oldest');
  });
});

describe('both doors', () => {
  it('lead to every desk', async () => {
    for (const path of ['/', '/search', '/?q=x', '/search?q=x']) {
      const { text } = await page(path);
      for (const desk of 'wording timeline variants compare check targets citations documents saved failures about'.split(
        ' ',
      )) {
        expect(text).toContain(`href="/${desk}"`);
      }
    }
  });

  it('say that an archive is empty: to readers, and to whoever can change that', async () => {
    const empty = createFixtureApp({ documents: [] });
    for (const path of ['/', '/search']) {
      const { text } = await request(empty).get(path);
      expect(text).toContain('档案还是空的');
      expect(text).toMatch(/<details><summary>管理员：怎样放入文件/);
      expect(text).not.toContain('别人常问');
    }
  });

  it('say what is missing before and after a question', async () => {
    const lame = createFixtureApp({ degraded: ['model', 'engine'] });
    for (const path of ['/', '/search', '/?q=入学', '/search?q=入学']) {
      const { text } = await request(lame).get(encodeURI(path));
      expect(text).toContain('语义检索暂不可用');
      expect(text).toContain('检索引擎连不上');
    }
  });

  it('say what was searched where nothing is found, and what to do', async () => {
    const asked = { q: '“量子纠缠态”', region: '临澜市', above: 'true' };
    const { text } = await page('/', asked);
    expect(text).toContain('没有找到有关的规定');
    expect(text).toMatch(/检索了 \d+ 份文件/);
    expect(text).toContain('不分地区再查一次');
    expect((await page('/search', { q: '“量子纠缠态”' })).text).toContain('没有找到');
  });
});

describe('what went wrong', () => {
  it('a page that there is not leads to both doors', async () => {
    const { status, text } = await page('/nowhere');
    expect(status).toBe(404);
    expect(text).toContain('网址可能抄错了');
    expect(text).toMatch(/<form action="\/ask"/);
    for (const way of ['href="/"', 'href="/search"', 'href="/documents"']) expect(text).toContain(way);
    expect(text).not.toContain('请求编号');
  });

  it('a failure inside has the request id that the log has, and a way to try again', async () => {
    const { settings } = testSettings(folder);
    const archive = { ...createFixtureArchive(), search: () => Promise.reject(new Error('broken')) };
    const pages = createPages({ archive, settings });
    const failing = createApp({ archive, settings, logger: pino({ level: 'silent' }), pages, errorPage: renderError });
    const { status, text, headers } = await request(failing).get('/').query({ q: '入学' }).set('Accept', 'text/html');
    expect(status).toBe(500);
    expect(text).toContain('不是您的错');
    expect(text).toContain('再试一次');
    expect(text).toMatch(new RegExp(`请求编号：<span class="cite-text"[^>]*>${headers['x-request-id']}<`));
    expect(text).not.toContain('broken');
  });
});
