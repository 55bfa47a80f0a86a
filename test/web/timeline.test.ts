// The pages of the timeline and of variants over a real archive: every figure opens exactly what it counts.
import request from 'supertest';
import { temporaryFolder } from '../support/temporary.js';
import { createDeskApp } from './desk-fixture.js';

const desk = createDeskApp(temporaryFolder());
afterAll(() => desk.close());
const get = async (path: string, query: Record<string, string> = {}): Promise<string> =>
  (await request(desk.app).get(path).query(query)).text;
const unescaped = (html: string): string => html.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

/** Figures of the table: where each leads, and what it says. */
const figures = (html: string): { href: string; occurrences: number; documents: number }[] =>
  [...html.matchAll(/<td><a href="([^"]*)">([\d,]+)<\/a> <small>([\d,]+)\/[\d,]+ [\d.]+%<\/small>/g)].map(
    ([, href, occurrences, documents]) => ({
      href: unescaped(href ?? ''),
      occurrences: Number(occurrences),
      documents: Number(documents),
    }),
  );

const conditions: readonly Record<string, string>[] = [
  {},
  { by: 'region' },
  { by: 'level', measure: 'share' },
  { by: 'region', region: '河南', measure: 'documents' },
  { script: 'fold', punctuation: 'ignore' },
  { year: '2017' },
  { yearTo: '2016', by: 'level' },
  { without: '核心素养', by: 'year' },
];

test.each(conditions)('with %j each figure of the table opens as many lines as it says', async (given) => {
  const found = figures(await get('/timeline', { q: '素质教育\n核心素养', ...given }));
  expect(found.length).toBeGreaterThan(0);
  for (const { href, occurrences, documents } of found) {
    const lines = (await request(desk.app).get(href)).text;
    expect(lines).toContain(`${documents} 份文件中的 ${occurrences} 处`);
    expect(lines.match(/<mark>/g)).toHaveLength(occurrences);
  }
});

test('bars and points lead where the figures of the table do', async () => {
  const html = await get('/timeline', { q: '素质教育\n核心素养' });
  const picture = html.slice(html.indexOf('class="picture wide"'), html.indexOf('class="picture narrow"'));
  const bars = [...picture.matchAll(/<a tabindex="-1" href="([^"]*)"/g)].map(([, href]) => unescaped(href ?? ''));
  const dated = figures(html).filter(({ href }) => !href.includes('dateYear=none'));
  expect([...bars].sort()).toEqual(dated.map(({ href }) => href).sort());
});

test('the undated stand apart with a link, and first and latest use are named with a citation', async () => {
  const html = await get('/timeline', { q: '素质教育' });
  expect(html).toMatch(
    /没有日期的文件 1 份，其中：.*<a href="[^"]*dateYear=none[^"]*">素质教育：2 处（1 份文件）<\/a>/,
  );
  expect(html).toContain('河南省教育厅：《学前教育意见》，2012年3月1日');
  expect(html).toContain('云州大学教务处：《大学规定》，2018年9月1日');
});

test('the lines of one wording have its small timeline above them, and what a bar opened can be taken away again', async () => {
  const html = await get('/wording', { q: '素质教育', dateYear: '2018' });
  expect(html).toContain('1 份文件中的 1 处');
  expect(html).toContain('class="picture wide"');
  expect(html).toMatch(/<a href="\/wording\?q=[^"&]*" aria-label="成文于 2018 年/);
  expect(html).toContain('<input type="hidden" name="dateYear" value="2018"/>');
  expect(html).toMatch(/name="status"/);
});

test('the views of the desk take the wording along, and of several the first', async () => {
  const html = await get('/timeline', { q: '素质教育\n核心素养', region: '河南', script: 'fold' });
  const address = (path: string, params: Record<string, string>) => `href="${path}?${new URLSearchParams(params)}"`;
  const shared = { q: '素质教育', region: '河南' };
  expect(unescaped(html)).toContain(address('/wording', { ...shared, script: 'fold' }));
  expect(unescaped(html)).toContain(address('/variants', shared));
});

test('variants stand in order of first use with what changed marked, against what was asked or the earlier one', async () => {
  const html = await get('/variants', { q: '加快普及学前教育', alike: '70' });
  expect(html).toContain('2 种写法，见于 3 份文件中的 3 处');
  expect(html).toContain('<del>加快</del><ins>基本</ins>普及学前教育');
  const against = await get('/variants', { q: '基本普及学前教育', alike: '70', against: 'before' });
  expect(against).toContain('没有更早的写法');
  expect(against).toContain('<del>加快</del><ins>基本</ins>普及学前教育');
});

test.each([
  ['/timeline', { q: '教育', by: 'moon' }],
  ['/timeline', { q: '一\n二\n三\n四\n五\n六\n七' }],
  ['/timeline', { q: '教育', region: '乌有省' }],
  ['/timeline', { q: '教育', dateYear: '18' }],
  ['/wording', { q: '教育', issuerLevel: '村' }],
  ['/variants', { q: '教育' }],
  ['/variants', { q: '加快普及学前教育', alike: '10' }],
])('%s with %j is shown again with what is wrong', async (path, query) => {
  const { status, text } = await request(desk.app).get(path).query(query);
  expect(status).toBe(400);
  expect(text).toContain('role="alert"');
});

test('what a reader types stays text in charts, tables and forms', async () => {
  for (const path of ['/timeline', '/variants', '/wording']) {
    const html = await get(path, { q: '素质</script><script>alert(1)</script>教育' });
    expect(html).not.toContain('<script>alert');
  }
});

test('the figures can be taken away, where there are any', async () => {
  expect(unescaped(await get('/timeline', { q: '素质教育', by: 'region' }))).toContain(
    `href="/api/export/timeline.csv?q=${encodeURIComponent('素质教育')}&by=region&lang=zh"`,
  );
  expect(await get('/timeline', { q: '量子纠缠' })).not.toContain('/api/export/');
});

test('variants can be taken away as they are marked, and there is no file of none', async () => {
  const offered = (html: string): string[] =>
    [...html.matchAll(/href="(\/api\/export\/[^"]*)"/g)].map(([, href]) => decodeURIComponent(unescaped(href ?? '')));
  const asked = { q: '加快普及学前教育', against: 'before', region: '河南', size: '20' };
  expect(offered(await get('/variants', asked))).toEqual(
    ['csv', 'docx'].map(
      (format) => `/api/export/variants.${format}?q=加快普及学前教育&region=河南&against=before&lang=zh`,
    ),
  );
  expect(offered(await get('/variants', { q: '量子纠缠态' }))).toEqual([]);
});
