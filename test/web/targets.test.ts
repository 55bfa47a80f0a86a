// The targets desk's page over an archive whose targets were read: box, list, chart, table, sentences, and what is empty.
import type { Express } from 'express';
import request from 'supertest';
import { type Desk, deskFiles, idOf, targetsDesk } from '../support/targets-desk.js';
import { temporaryFolder } from '../support/temporary.js';
import { createFixtureApp } from './app-fixture.js';

const folder = temporaryFolder();
const indicator = '学前教育毛入园率';
let desk: Desk;
let app: Express;
beforeAll(async () => {
  desk = await targetsDesk(`${folder}/desk`);
  app = createFixtureApp({ archive: desk.archive });
});
afterAll(() => desk.catalogue.close());
const page = (query: Record<string, string> = {}) => request(app).get('/targets').query(query);
const unescaped = (html: string): string =>
  html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
const links = (html: string): string[] =>
  [...html.matchAll(/ href="([^"]*)"/g)].map((found) => unescaped(found[1] ?? ''));

test('the empty desk is a box and the indicators as links, the most frequent first', async () => {
  const { status, text } = await page();
  expect(status).toBe(200);
  expect(text).toMatch(/<form action="\/targets" method="get">.*name="q"/s);
  for (const name of ['forRegion', 'forYear', 'region', 'issuer', 'type', 'status'])
    expect(text).toContain(`name="${name}"`);
  const offered = links(text).filter((link) => link.startsWith('/targets?indicator='));
  expect(decodeURIComponent(offered[0] ?? '')).toBe(`/targets?indicator=${indicator}`);
  expect(text).toContain('aria-current="page">指标</a>');
  expect(text).toContain('检索了 7 份文件');
});

test('words that name one indicator give its table at once', async () => {
  const { text } = await page({ q: '幼儿园入园率' });
  expect(text).toContain(`<h2 id="indicator" lang="zh-CN">${indicator}</h2>`);
  expect(text).toContain('6 处，出自 6 份文件');
  expect(text).toContain('另有 1 处相同，已并入');
});

test('years are columns, regions rows, and each value leads to its sentence in its document', async () => {
  const { text } = await page({ indicator });
  const table = /<table class="values">.*?<\/table>/s.exec(text)?.[0] ?? '';
  expect([...table.matchAll(/<th scope="col">([^<]*)</g)].map((found) => found[1])).toEqual([
    '地区',
    '2023 年',
    '2024 年',
    '2025 年',
  ]);
  expect([...table.matchAll(/<th scope="row"[^>]*>([^<]*)</g)].map((found) => found[1])).toEqual([
    '云州省',
    '临澜市',
    '临澜市望湖区',
  ]);
  expect(table).toContain('>≥ 95%</a>');
  const link = links(table).find((one) => one.includes(idOf('望湖区通知.txt'))) ?? '';
  const { searchParams, hash } = new URL(link, 'http://host');
  expect(searchParams.get('q')).toBe('到2025年，学前三年毛入园率达到97%。');
  expect(hash).toMatch(/^#p\d+$/);
  const { text: stored } = desk.catalogue.documents.text(idOf('望湖区通知.txt'));
  expect(stored.slice(Number(searchParams.get('at')))).toMatch(/^达到97%/);
});

test('a value without a year of its own is told with the year of its document', async () => {
  const undated = await targetsDesk(`${folder}/undated`, [
    ['通知.txt', '关于班额的通知\n小学班额不超过45人。', { title: '关于班额的通知', date: '2019-04-01', year: 2019 }],
  ]);
  const { text } = await request(createFixtureApp({ archive: undated.archive }))
    .get('/targets')
    .query({ q: '小学班额' });
  expect(text).toContain('>未写明年份</th>');
  expect(text).toContain('>≤ 45 人</a><span class="times"> 2019 年的文件</span>');
  undated.catalogue.close();
});

test('below the table every value stands in its sentence, with document, date and issuer', async () => {
  const { text } = await page({ indicator, forRegion: '临澜市', forYear: '2025' });
  expect(text).toContain('学前三年毛入园率<mark>达到95%以上</mark>，新增学位12000个。');
  expect(text).toContain('<time datetime="2021-11-20">2021年11月20日</time>');
  expect(text).toContain('同一句也在：');
});

test('a chart draws the years by region, at two widths, with shapes for bounds and links on points', async () => {
  const { text } = await page({ indicator });
  expect(text.match(/<svg aria-hidden/g)).toHaveLength(2);
  const [picture = ''] = /<div class="for-screen">.*?<\/svg>/s.exec(text) ?? [];
  expect(picture).toContain('不低于 ≥ &gt;');
  for (const region of ['云州省', '临澜市', '临澜市望湖区']) expect(picture).toContain(region);
  expect(picture).toMatch(/<a tabindex="-1" href="\/documents\/[^"]*at=\d+/);
  expect((await page({ indicator, forYear: '2025' })).text).not.toContain('<figure class="chart">'); // one year is no course
});

test('an unknown indicator is said to be none, with names near it and what was searched', async () => {
  const { status, text } = await page({ q: '高中毛入学率指标' });
  expect(status).toBe(200);
  expect(text).toContain('没有叫“高中毛入学率指标”的指标');
  expect(text).toContain('>高中阶段毛入学率</a>');
  expect(text).toContain('检索了 7 份文件');
});

test('nothing within the conditions offers to take them off', async () => {
  const { text } = await page({ indicator, forYear: '1999' });
  expect(text).toContain('在所选条件之内没有数值');
  expect(links(text).map(decodeURIComponent)).toContain(`/targets?indicator=${indicator}`);
});

test.each<Record<string, string>>([
  { forYear: '去年' },
  { forYearFrom: '2025', forYearTo: '2020' },
  { forRegion: '乌有市' },
  { colour: 'red' },
])('%j in the address is said to be wrong, in the form', async (query) => {
  const { status, text } = await page({ q: '入园率', ...query });
  expect(status).toBe(400);
  expect(text).toContain('role="alert"');
});

test('an archive without documents, without targets, or not read yet says which', async () => {
  expect((await request(createFixtureApp({ documents: [] })).get('/targets')).text).toContain('档案还是空的');
  const without = await targetsDesk(`${folder}/without`, deskFiles.slice(-1));
  const shown = async () => (await request(createFixtureApp({ archive: without.archive })).get('/targets')).text;
  expect(await shown()).toContain('现有的文件里没有读出指标');
  without.catalogue.transaction(() => without.catalogue.facts.drop(idOf('无数.txt')));
  expect(await shown()).toContain('另有 1 份文件还没有读过指标');
  without.catalogue.close();
});

test('one document’s targets are a list that leads to its sentences and to each indicator', async () => {
  const { text } = await page({ document: idOf('要点2023.txt') });
  expect(text).toContain('《临澜市教育局2023年工作要点》说到的指标');
  expect(text).toContain('>≤ 45 人</a>');
  expect(links(text).map(decodeURIComponent)).toContain('/targets?indicator=小学班额');
  expect((await page({ document: idOf('无数.txt') })).text).toContain('这份文件里没有读出指标');
  expect((await page({ document: '没有' })).status).toBe(404);
});

test('a document’s page tells how many targets it states', async () => {
  const own = createFixtureApp({
    archive: { documentTargets: (id) => desk.archive.documentTargets(idOf('要点2024.txt'), 1, id.length) },
  });
  const { text } = await request(own).get('/documents/d-enrolment');
  expect(text).toContain('<a href="/targets?document=d-enrolment">本文件说到的指标 2 处</a>');
  expect((await request(createFixtureApp()).get('/documents/d-enrolment')).text).not.toContain('/targets?document');
});

test('it speaks English', async () => {
  const { text } = await page({ indicator, lang: 'en' });
  for (const words of ['Every value with its source', 'reach 93%', '6 values in 6 documents'])
    expect(text).toContain(words);
});

test('hostile words stay text', async () => {
  const { text } = await page({ q: '"><script>alert(1)</script>' });
  expect(text).not.toContain('<script>alert');
});

test('each sentence has its citation to copy, and the table its files', async () => {
  const { text } = await page({ indicator });
  const sentences = text.match(/<p class="said"/g)?.length ?? 0;
  expect(sentences).toBeGreaterThan(3);
  expect(text.match(/class="cite-line"/g)).toHaveLength(sentences);
  expect(text).toMatch(/class="cite-text"[^>]*>[^<]*，第\d自然段<\/span>/);
  expect(text).toMatch(/http:\/\/127\.0\.0\.1:\d+\/documents\/\w+\?v=1&amp;at=\d+#n\d/);
  const files = links(text).filter((link) => link.startsWith('/api/export/'));
  expect(files.map(decodeURIComponent)).toEqual([
    `/api/export/targets.csv?indicator=${indicator}&lang=zh`,
    `/api/export/targets.docx?indicator=${indicator}&lang=zh`,
  ]);
  expect((await page()).text).not.toContain('/api/export/');
});
