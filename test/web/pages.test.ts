import request from 'supertest';
import { AppError } from '../../services/domain/errors.js';
import { createFixtureApp } from './app-fixture.js';
import { enrolment, preschool } from './documents-fixture.js';

const app = createFixtureApp();
const page = (path: string, params: Record<string, string> = {}) => request(app).get(path).query(params);
/** Attribute values as a browser reads them. */
const unescaped = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
const links = (html: string): string[] =>
  [...html.matchAll(/ href="([^"]*)"/g)].map((found) => unescaped(found[1] ?? ''));
const linkTo = (html: string, words: string): URLSearchParams | undefined => {
  const found = [...html.matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].find(([, , inner]) =>
    (inner ?? '').replace(/<[^>]*>/g, '').includes(words),
  );
  return found && new URL(unescaped(found[1] ?? ''), 'http://host').searchParams;
};

describe('the home page', () => {
  it('says what it is, what it holds, and asks', async () => {
    const { status, text, headers } = await page('/');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-language']).toBe('zh-CN');
    expect(text).toContain('<html lang="zh-CN">');
    for (const words of ['言据', '言必有据', '46 份文件', '2016 年至 2025 年', '选我的地区', '别人常问']) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/<form action="\/ask" method="get">.*name="q".*name="region"/s);
    expect(text).toMatch(/<a href="\/check">核文稿<\/a><span>草稿有没有和已发的文件冲突/);
  });

  it('says what to do when the archive is empty', async () => {
    const { text } = await request(createFixtureApp({ documents: [] })).get('/');
    expect(text).toContain('档案还是空的');
  });

  it('speaks English when asked, and goes on doing so', async () => {
    const asked = await page('/', { lang: 'en' });
    expect(asked.text).toContain('<html lang="en">');
    expect(asked.text).toContain('Every statement has its source');
    const [cookie = ''] = asked.headers['set-cookie'] ?? [];
    expect(cookie).toContain('HttpOnly');
    const later = await page('/about').set('Cookie', cookie);
    expect(later.text).toContain('How to search');
    const back = await page('/about', { lang: 'zh' }).set('Cookie', cookie);
    expect(back.text).toContain('>帮助<');
  });

  it('speaks the language of the setting otherwise, whatever the cookie holds', async () => {
    for (const cookie of ['yanju-lang=xx', 'other-yanju-lang=en', 'yanju-lang="><script>']) {
      expect((await page('/').set('Cookie', cookie)).text).toContain('<html lang="zh-CN">');
    }
  });
});

describe('a page of results', () => {
  it('shows each hit with its facts, its passage marked, and a citation', async () => {
    const { text } = await page('/search', { q: '学前三年毛入园率达到86.3%' });
    expect(text).toContain('临江市学前教育三年行动计划（2021—2023年）</a>');
    expect(text).toContain('<mark>学前三年毛入园率达到86.3%</mark>');
    expect(text).toContain('<time datetime="2021-03-02">2021年3月2日</time>');
    expect(text).toContain('试行</span>');
    expect(text).toContain('一、主要目标');
    expect(text).toContain('第 1 页');
    expect(text).toContain(
      '临江市人民政府办公室：《临江市学前教育三年行动计划（2021—2023年）》（临政办发〔2021〕12号），2021年3月2日，第3自然段，第1页',
    );
  });

  it('opens a hit at its passage, with the query', async () => {
    const { text } = await page('/search', { q: '监护人无正当理由' });
    const [, at, id] = /href="\/documents\/d-enrolment\?at=(\d+)&amp;q=[^"#]*#p(\d+)"/.exec(text) ?? [];
    expect(at).toBeDefined();
    const opened = await page('/documents/d-enrolment', { at: at ?? '', q: '监护人无正当理由' });
    expect(opened.text).toContain(`<span class="anchor" id="p${id}"></span>`);
    expect(opened.text).toMatch(/<p id="n6" class="opened" aria-current="location">/);
    expect(opened.text).toContain('<mark id="f1">监护人无正当理由</mark>');
  });

  it('shortens a long passage around what was found, and keeps the whole one to unfold', async () => {
    const { text } = await page('/search', { q: '不得将各类竞赛成绩', mode: 'semantic' });
    expect(text).toContain('<mark>不得将各类竞赛成绩</mark>');
    const book = await page('/search', { q: '第7节第3款', group: 'document' });
    expect(book.status).toBe(200);
  });

  it('marks the sentence that answers apart from the words', async () => {
    const { text } = await page('/search', { q: '孩子满六岁了是不是一定要上学' });
    expect(text).toMatch(/<em class="answer">[^<]*<mark>年满六周岁<\/mark>/);
    expect(text).toContain('最贴近问题的一句');
  });

  it('says 约 only when the total is not exact', async () => {
    expect((await page('/search', { q: '毛入园率' })).text).toContain('约 43 段');
    expect((await page('/search', { q: '毛入园率', mode: 'keyword' })).text).toContain('共 43 段');
  });

  it('keeps every filter in facet links, pages, grouping and the language link', async () => {
    const asked = { q: '扎实做好', mode: 'keyword', yearFrom: '2020', type: '工作要点' };
    const { text } = await page('/search', asked);
    expect(Object.fromEntries(linkTo(text, '2023') ?? [])).toEqual({ ...asked, year: '2023' });
    expect(Object.fromEntries(linkTo(text, '按文件') ?? [])).toEqual({ ...asked, group: 'document' });
    expect(Object.fromEntries(linkTo(text, 'English') ?? [])).toEqual({ ...asked, lang: 'en' });
    const next = links(text).find((link) => link.includes('page=2'));
    expect(Object.fromEntries(new URL(next ?? '', 'http://host').searchParams)).toEqual({ ...asked, page: '2' });
  });

  it('shows the filters in force, each with a link that takes it away, and starts again from page 1', async () => {
    const asked = { q: '扎实做好', region: '青浦县', yearFrom: '2018', yearTo: '2020', page: '2', size: '5' };
    const { text } = await page('/search', asked);
    const chip = (label: string) =>
      Object.fromEntries(
        new URL(unescaped(new RegExp(`<a href="([^"]*)" aria-label="${label}"`).exec(text)?.[1] ?? ''), 'http://host')
          .searchParams,
      );
    expect(chip('去掉地区“青浦县”')).toEqual({ q: '扎实做好', yearFrom: '2018', yearTo: '2020', size: '5' });
    expect(chip('去掉年份“2018–2020 年”')).toEqual({ q: '扎实做好', region: '青浦县', size: '5' });
    expect(text).toContain('全部去掉');
  });

  it('carries the filters in the form, so that a new question keeps them', async () => {
    const { text } = await page('/search', { q: '督导', region: '望江区', status: '未知', group: 'document' });
    expect(text).toMatch(/name="region" value="望江区"/);
    expect(text).toMatch(/<option (?=[^>]*selected)(?=[^>]*value="未知")/);
    expect(text).toMatch(/<option (?=[^>]*selected)(?=[^>]*value="document")/);
  });

  it('says that a region stands with what holds it, keeps that, and takes both back in one click', async () => {
    const { text } = await page('/search', { q: '督导', region: '望江区', above: 'true' });
    expect(text).toContain('望江区，连同其上级和全国');
    expect(text).toMatch(/<input type="checkbox" name="above" value="true" checked/);
    expect(linkTo(text, '按文件')?.get('above')).toBe('true');
    expect(Object.fromEntries(linkTo(text, '连同其上级和全国') ?? [])).toEqual({ q: '督导' });
  });

  it('names its neighbours and numbers its pages', async () => {
    const { text } = await page('/search', { q: '扎实做好', page: '3' });
    expect(text).toMatch(/<link rel="prev" href="\/search\?q=[^"]*page=2"/);
    expect(text).toMatch(/<link rel="next" href="\/search\?q=[^"]*page=4"/);
    expect(text).toContain('aria-current="page" aria-label="第 3 页"');
    const first = await page('/search', { q: '扎实做好' });
    expect(first.text).not.toContain('rel="prev"');
  });

  it('puts the best passages of a document under one title', async () => {
    const { text } = await page('/search', { q: '毛入园率', group: 'document' });
    expect(text.match(/临江市学前教育三年行动计划（2021—2023年）<\/a>/g)).toHaveLength(1);
    expect(text).toContain('约 41 份文件');
    expect(text).toContain('本文件中的段落');
  });

  it('folds families unless told otherwise, keeps that choice, and asks the API for the same', async () => {
    const folded = await page('/search', { q: '督导' });
    expect(linkTo(folded.text, '分列版本')?.get('families')).toBe('apart');
    expect(linkTo(folded.text, '以 JSON 查看')?.get('families')).toBe('collapse');
    const apart = await page('/search', { q: '督导', families: 'apart' });
    expect(linkTo(apart.text, '合并版本')?.get('families')).toBeNull();
    expect(linkTo(apart.text, '按文件')?.get('families')).toBe('apart');
    expect(linkTo(apart.text, '以 JSON 查看')?.get('families')).toBeNull();
    expect(apart.text).toMatch(/<option (?=[^>]*selected)(?=[^>]*value="apart")/);
    expect((await page('/search', { q: '督导', families: 'x' })).text).toContain('分列版本');
  });

  it('shows old, repealed and undated documents plainly', async () => {
    const { text } = await page('/search', { q: '家庭书面作业' });
    expect(text).toContain('征求意见</span>');
    expect(text).toContain('日期未载');
    const revised = await page('/search', { q: '缩小学校之间办学条件的差距' });
    expect(revised.text).toContain('<span class="badge warn">已修订</span>');
  });

  it('says what is missing when the archive cannot do its best', async () => {
    const { text } = await request(createFixtureApp({ degraded: ['model', 'engine'] }))
      .get('/search')
      .query({ q: '入学' });
    expect(text).toContain('当前结果不完整');
    expect(text).toContain('只按字面');
    expect(text).toContain('检索引擎连不上');
  });

  it('says that nothing was found, in how much, and what to try', async () => {
    const { status, text } = await page('/search', { q: '量子纠缠', mode: 'keyword', region: '青浦县' });
    expect(status).toBe(200);
    expect(text).toContain('没有找到');
    expect(text).toContain('检索了 10 份文件（2016—2025 年）');
    expect(text).toContain('去掉一些条件');
    expect(text).not.toContain('<ol class="hits"');
  });

  it('says that nothing answers a question, and shows what comes nearest all the same', async () => {
    const { text } = await page('/search', { q: '入学？？' });
    expect(text).toContain('data-verdict="none"');
    expect(text).toContain('没有找到能回答这个问题的内容');
    expect(text).toContain('检索了 46 份文件（2016—2025 年），其中 2 份有图片识别的文字');
    expect(text).toContain('3 个文件读不出');
    expect(text).toContain('<ol class="hits"');
    const english = await page('/search', { q: '入学？？', lang: 'en' });
    expect(english.text).toContain('Nothing was found that answers this question.');
    expect(english.text).toContain('46 documents were searched (2016–2025), of which 2 hold text read from pictures');
  });

  it('marks what is only near as such, and says nothing where there is nothing to say', async () => {
    expect((await page('/search', { q: '入学？~' })).text).toContain('data-verdict="near"');
    expect((await page('/search', { q: '入学' })).text).not.toContain('data-verdict');
  });

  it('past the last page leads back', async () => {
    const { text } = await page('/search', { q: '毛入园率', page: '99' });
    expect(text).toContain('没有第 99 页了');
    expect(text).toContain('回到第 1 页');
  });
});

describe('a question that cannot be asked', () => {
  it.each([
    ['an empty question', { q: '  ' }, '请输入要查的内容'],
    ['a question that is too long', { q: '长'.repeat(1001) }, '查询有 1001 字符，上限是 1000'],
    ['an unknown parameter', { q: '入学', order: 'date' }, '不认识的参数“order”'],
    ['an order that there is not', { q: '入学', sort: 'date' }, '“次序（sort）”只能是 relevance、newest、oldest'],
    ['a wrong year', { q: '入学', yearFrom: '二〇二一' }, '“年份从（yearFrom）”应是四位数的年份'],
    ['a wrong mode', { q: '入学', mode: 'magic' }, '“检索方式（mode）”只能是'],
    ['a wrong page', { q: '入学', page: '0' }, '“page”应是 1 到 10000 的整数'],
    ['years the wrong way round', { q: '入学', yearFrom: '2022', yearTo: '2020' }, '年份的起点晚于终点'],
    ['a filter that is too long', { q: '入学', issuer: '局'.repeat(201) }, '“发文机关（issuer）”应是不超过 200 字'],
  ])('%s is said in place, with status 400', async (_name, params, words) => {
    const { status, text } = await page('/search', params);
    expect(status).toBe(400);
    expect(text).toContain(words);
    expect(text).toMatch(/<p class="error" id="error" role="alert">/);
    expect(text).toContain('aria-describedby="error"');
  });

  it('keeps what was typed', async () => {
    const { text } = await page('/search', { q: '入学', yearFrom: 'abc', region: '青浦县' });
    expect(text).toContain('value="入学"');
    expect(text).toContain('value="abc"');
    expect(text).toContain('value="青浦县"');
    expect(text).toContain('<details class="filters" data-open-wide="true" open>');
  });

  it('names a parameter that was given twice', async () => {
    const { status, text } = await request(app).get('/search?q=a&q=b');
    expect(status).toBe(400);
    expect(text).toContain('“要查什么（q）”只能给一次');
  });

  it('treats empty fields of the form as not given', async () => {
    const { status } = await page('/search', {
      q: '入学',
      region: '',
      year: '',
      yearFrom: '',
      type: '',
      status: '',
      group: '',
    });
    expect(status).toBe(200);
  });

  it('says in place what the archive refuses, and passes other failures on', async () => {
    const refusing = createFixtureApp({ failure: new AppError('INVALID_REQUEST', { why: '不认识的地区' }) });
    const refused = await request(refusing).get('/search').query({ q: '入学', region: '无此地' });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('不认识的地区');
    const failing = createFixtureApp({ failure: new AppError('ENGINE_UNAVAILABLE', { why: 'ECONNREFUSED' }) });
    expect((await request(failing).get('/search').query({ q: '入学' })).status).toBe(503);
  });
});

describe('the page of a document', () => {
  it('shows what is known, each value with where it was read', async () => {
    const { text } = await page('/documents/d-enrolment');
    expect(text).toMatch(
      /<th scope="row">文号<\/th><td><span lang="zh-CN">临教发〔2024〕8号<\/span><\/td><td class="origin">出处：正文/,
    );
    expect(text).toContain('转载/市政府网/招生通知.html');
    expect(text).toContain('href="/api/documents/d-enrolment/original"');
    expect(text).toContain('href="/api/documents/d-enrolment"');
  });

  it('shows the whole text with headings, numbered paragraphs and anchors', async () => {
    const { text } = await page('/documents/d-enrolment');
    for (const line of enrolment.lines) {
      const words = typeof line === 'string' ? line : 'label' in line ? line.text : line[1];
      expect(text).toContain(words);
    }
    expect(text).toMatch(
      /<h2 id="n5"><a class="n" href="\/documents\/d-enrolment\?v=1#n5"[^>]*>5<\/a>一、入学条件<\/h2>/,
    );
    expect(text).toMatch(/<h3 id="n8">/);
    expect(text.match(/<span class="anchor" id="p\d+">/g)).toHaveLength(11);
  });

  it('shows its outline, pages and tables', async () => {
    const { text } = await page('/documents/d-preschool');
    expect(text).toMatch(/<nav class="outline" aria-label="目录">.*<a href="#n2">一、主要目标<\/a>/s);
    expect(text).toContain('id="page2"');
    expect(text).toMatch(/<td>(<span[^>]*><\/span>)?学前三年毛入园率<\/td><td>84.9%<\/td><td>86.3%<\/td><td>91%<\/td>/);
    expect(preschool.lines).toContain('学前三年毛入园率 | 84.9% | 86.3% | 91%');
  });

  it('keeps a long table in one piece', async () => {
    const lines = Array.from({ length: 90 }, (_, i) => `${i + 1} | 第${i + 1}小学 | ${100 + i}`);
    const app = createFixtureApp({ documents: [{ ...enrolment, lines: ['附件', ...lines] }] });
    const { text } = await request(app).get('/documents/d-enrolment');
    expect(text.match(/<section class="table"/g)).toHaveLength(1);
    expect(text.match(/<tr id="n\d+"/g)).toHaveLength(90);
  });

  it('says when it does not stand any more, and when its file has gone', async () => {
    const { text } = await page('/documents/d-repealed');
    expect(text).toContain('本文件已废止，请勿当作现行规定引用');
    expect(text).toContain('已从入库目录中移走');
    expect(text).toContain('2015 年（日期未载）');
  });

  it('lists what was cleaned away, with the reason', async () => {
    const { text } = await page('/documents/d-enrolment');
    expect(text).toMatch(/<details class="cleaned" id="cleaned"><summary>清理掉的内容（3 处）/);
    expect(text).toMatch(/<span class="reason" lang="zh-CN">网站导航<\/span>/);
  });

  it('opens at an offset even without an anchor, and counts what is marked', async () => {
    const { text } = await page('/documents/d-statute', { at: '999999', q: '义务教育' });
    expect(text).toContain('aria-current="location"');
    expect(text).toContain('“义务教育”：7 处');
    const none = await page('/documents/d-statute', { q: '量子' });
    expect(none.text).toContain('本文件中没有相同的字样');
  });

  it('of 300,000 characters is rendered whole, without its length getting out of hand', async () => {
    await page('/documents/d-long');
    const started = performance.now();
    const { text } = await page('/documents/d-long', { q: '学校应当', at: '200000' });
    expect(performance.now() - started).toBeLessThan(5000); // about 200 ms alone on a machine; quadratic work would take minutes
    expect(text).toContain('第300节第8款规定');
  });

  it('that does not exist is a 404 in plain words', async () => {
    const { status, text } = await page('/documents/nope');
    expect(status).toBe(404);
    expect(text).toContain('没有这份文件：nope');
    expect(text).toContain('DOCUMENT_NOT_FOUND');
  });

  it('refuses parameters it does not know', async () => {
    const { status, text } = await page('/documents/d-enrolment', { at: '-1' });
    expect(status).toBe(400);
    expect(text).toContain('“at”应是不小于 0 的整数');
  });
});

describe('the list of documents', () => {
  it('goes by date, newest first, undated last', async () => {
    const { text } = await page('/documents');
    const years = [...text.matchAll(/<h2>(\d{4}) 年<\/h2>/g)].map((found) => Number(found[1]));
    expect(years).toEqual([...years].sort((a, b) => b - a));
    expect(text.indexOf('日期未载</h2>')).toBeGreaterThan(text.indexOf('2016 年</h2>'));
    expect(text).toContain('共 46 份');
  });

  it('past its end is a 404 that leads back', async () => {
    const { status, text } = await page('/documents', { page: '7' });
    expect(status).toBe(404);
    expect(text).toContain('没有第 7 页了');
  });
});

describe('other pages', () => {
  it('explain how to search', async () => {
    const { text } = await page('/about');
    for (const words of ['三种方式', '一字不差', '筛选', '效力与日期']) expect(text).toContain(words);
  });

  it('that do not exist are a 404', async () => {
    const { status, text } = await page('/nowhere');
    expect(status).toBe(404);
    expect(text).toContain('没有这个页面或接口');
  });
});

describe('static files', () => {
  it('have addresses that change with their content, and are kept for a year', async () => {
    const { text } = await page('/');
    const files = links(text).filter((link) => link.startsWith('/assets/'));
    expect(files.length).toBeGreaterThanOrEqual(8);
    for (const file of [...files, /src="([^"]*)"/.exec(text)?.[1] ?? '']) {
      const { status, headers } = await request(app).get(file);
      expect([file, status]).toEqual([file, 200]);
      expect(headers['cache-control']).toContain('immutable');
    }
    const stale = await request(app).get('/assets/base.css?v=other');
    expect(stale.headers['cache-control']).toBe('no-cache');
  });

  it('are those of the folder only', async () => {
    for (const path of ['/assets/../pages.tsx', '/assets/%2e%2e/pages.tsx', '/assets/', '/assets/none.css']) {
      expect((await request(app).get(path)).status).toBe(404);
    }
  });
});
