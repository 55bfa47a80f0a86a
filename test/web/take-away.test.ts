// What the pages offer to take away: citations, lists, feeds, saved searches; all plain links without a script.
import request from 'supertest';
import { SearchRequest, TimelineRequest, VariantsRequest, WordingRequest } from '../../services/domain/query.js';
import { TargetsRequest } from '../../services/domain/target-table.js';
import {
  savedHref,
  searchTakeAway,
  targetsFiles,
  timelineFiles,
  variantsFiles,
  wordingTakeAway,
} from '../../web/take-away.js';
import { createFixtureApp } from './app-fixture.js';

const app = createFixtureApp();
const page = (path: string, query: Record<string, string> = {}) => request(app).get(path).query(query);

test('results offer their list, their feed and to be saved', async () => {
  const { text } = await page('/search', { q: '义务教育', region: '临江市', page: '2' });
  const q = encodeURIComponent('义务教育');
  const region = encodeURIComponent('临江市');
  expect(text).toContain(
    `<link rel="alternate" type="application/atom+xml" title="订阅新增（Atom）" href="/feed/search.atom?q=${q}&amp;region=${region}&amp;lang=zh"`,
  );
  expect(text).toContain(`href="/api/export/search.csv?q=${q}&amp;region=${region}&amp;families=collapse&amp;lang=zh"`);
  expect(text).toContain(`href="/api/export/search.docx?q=${q}`);
  expect(text).toContain(`data-save="/search?q=${q}&amp;region=${region}"`);
  expect(text).toContain('保存这次查询');
});

test('where nothing was found there is a feed to wait for it, and no list', async () => {
  const { text } = await page('/search', { q: '量子纠缠', mode: 'keyword' });
  expect(text).not.toContain('/api/export/');
  expect(text).toContain('/feed/search.atom?');
});

test('every hit has its citation in both forms, with an absolute address', async () => {
  const { text } = await page('/search', { q: '义务教育' });
  const hits = text.match(/<article class="hit[ "]/g)?.length ?? 0;
  expect(text.match(/\[A\/OL\]\. /g)).toHaveLength(hits);
  expect(text).toMatch(/\[\d{4}-\d\d-\d\d\]\. http:\/\/127\.0\.0\.1:\d+\/documents\//);
});

test('a citation’s address names the version and the paragraph', async () => {
  const { text } = await page('/search', { q: '义务教育' });
  const [, link = '', n] = /http:\/\/[^/]+(\/documents\/[^<\s]+\?v=1&amp;at=\d+)#n(\d+)\.</.exec(text) ?? [];
  const opened = await request(app).get(link.replace('&amp;', '&'));
  expect(opened.status).toBe(200);
  expect(opened.text).toContain(` id="n${n}"`);
  expect(opened.text).toMatch(new RegExp(`id="n${n}"[^>]*class="opened"`));
});

test('a host that is none puts nothing into a link', async () => {
  const { text } = await page('/search', { q: '义务教育' }).set('Host', 'evil.example/"><script>');
  expect(text).not.toContain('evil.example');
});

test('the document’s page cites the document, or the passage that it was opened at', async () => {
  const whole = (await page('/documents/d-enrolment')).text;
  expect(whole).toMatch(/class="cite-text"[^>]*>[^<]*，\d{4}年\d+月\d+日<\/span>/);
  const opened = (await page('/documents/d-enrolment', { at: '200' })).text;
  expect(opened).toMatch(/class="cite-text"[^>]*>[^<]*，(第.+条|第\d+自然段)[^<]*<\/span>/);
});

test('the desks of targets, timelines, citations and comparisons offer their files', async () => {
  const exported = async (path: string, query: Record<string, string> = {}): Promise<string[]> =>
    [...(await page(path, query)).text.matchAll(/href="(\/api\/export\/[^"]*)"/g)].map(([, to = '']) =>
      decodeURIComponent(to.replaceAll('&amp;', '&')),
    );
  expect(await exported('/citations', { region: '临江市', size: '50' })).toEqual([
    '/api/export/citations.csv?region=临江市&lang=zh',
  ]);
  expect(await exported('/documents/d-enrolment/citations')).toEqual([
    '/api/export/documents/d-enrolment/citations.csv?lang=zh',
  ]);
  expect(await exported('/compare', { a: 'd-enrolment', b: 'd-enrolment', show: 'all' })).toEqual([
    '/api/export/compare.docx?a=d-enrolment&b=d-enrolment&show=all&lang=zh',
  ]);
  const pair = 'superior=d-enrolment&local=d-preschool';
  expect(
    await exported('/transmission', { superior: 'd-enrolment', local: 'd-preschool', show: 'cut', lang: 'en' }),
  ).toEqual([
    `/api/export/transmission.csv?${pair}&show=cut&lang=en`,
    `/api/export/transmission.docx?${pair}&show=cut&lang=en`,
  ]);
});

test('/saved says how to keep a question without a script', async () => {
  const of = '/?q=%E5%85%A5%E5%AD%A6&group=document';
  const { status, text } = await page('/saved', { of });
  expect(status).toBe(200);
  expect(text).toContain('href="/?q=%E5%85%A5%E5%AD%A6&amp;group=document"');
  expect(text).toContain('href="/feed/search.atom?q=%E5%85%A5%E5%AD%A6"');
  expect(text).toContain('加入书签');
  expect((await page('/saved')).text).toContain('也可以直接存为书签');
});

test.each([
  'https://evil.example/?q=1',
  '//evil.example/?q=1',
  'javascript:alert(1)',
  '/documents/x',
  '/?q=1#x',
  '/\\evil?q',
])('/saved does not lead to %p', async (of) => {
  const { status, text } = await page('/saved', { of });
  expect(status).toBe(400);
  expect(text).not.toContain('evil.example/');
});

test('files leave out what only pages have', () => {
  const asked = TargetsRequest.parse({ indicator: '入园率', forYear: '2025', perCell: '5', page: '2', size: '20' });
  const address = '/api/export/targets';
  expect(decodeURIComponent(targetsFiles(asked, 'en').csv ?? '')).toBe(
    `${address}.csv?indicator=入园率&forYear=2025&lang=en`,
  );
  expect(targetsFiles({ ...asked, indicator: undefined }, 'en')).toEqual({});
  const variants = VariantsRequest.parse({ q: '普及入园', alike: '80', size: '5' });
  expect(decodeURIComponent(variantsFiles(variants, 'before', 'zh').docx ?? '')).toBe(
    '/api/export/variants.docx?q=普及入园&alike=80&against=before&lang=zh',
  );
  const timeline = TimelineRequest.parse({ q: '入学\n入园', by: 'level', near: '30' });
  expect(decodeURIComponent(timelineFiles(timeline, 'zh').csv ?? '')).toBe(
    '/api/export/timeline.csv?q=入学\n入园&near=30&by=level&lang=zh',
  );
});

test('a feed and a list leave out what only pages have', () => {
  const asked = SearchRequest.parse({ q: '入学', group: 'document', page: 3, size: 20, families: 'collapse' });
  const taken = searchTakeAway(asked, 'en');
  expect(decodeURIComponent(taken.feed)).toBe('/feed/search.atom?q=入学&lang=en');
  expect(decodeURIComponent(taken.csv)).toBe('/api/export/search.csv?q=入学&group=document&families=collapse&lang=en');
  expect(decodeURIComponent(decodeURIComponent(savedHref(taken)))).toBe(
    '/saved?of=/search?q=入学&group=document&size=20',
  );
  const wording = wordingTakeAway(
    WordingRequest.parse({ q: '入学', sort: 'left', removed: true, near: '30', page: 2, size: 50 }),
    'zh',
  );
  expect(decodeURIComponent(wording.feed)).toBe('/feed/wording.atom?q=入学&near=30&lang=zh');
  expect(decodeURIComponent(wording.docx)).toBe(
    '/api/export/wording.docx?q=入学&near=30&sort=left&removed=true&lang=zh',
  );
});
