import request from 'supertest';
import { inColumns, inOneColumn } from '../../web/charts/citation-graph.js';
import { boxHeight, drawGraph } from '../../web/charts/draw-graph.js';
import { createFixtureApp } from './app-fixture.js';

const app = createFixtureApp();
const page = (path: string, params: Record<string, string> = {}) => request(app).get(path).query(params);

describe('the overview of citations', () => {
  it('names what is missing though cited, what is out of date, and draws what is cited most', async () => {
    const { status, text } = await page('/citations');
    expect(status).toBe(200);
    for (const words of ['没有收入而多处引用', '已废止、已修订而仍被引用', '引用最多', '3 份文件引用', '未收']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('<svg aria-hidden="true"');
    expect(text).not.toContain('<script>alert');
  });

  it('takes the filters of search and says what is wrong with them', async () => {
    expect((await page('/citations', { region: '临江市', year: '2021' })).status).toBe(200);
    const wrong = await page('/citations', { year: 'x' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('role="alert"');
    expect((await page('/citations', { colour: 'red' })).status).toBe(400);
  });

  it('says so when nothing cites anything', async () => {
    const { text } = await request(createFixtureApp({ documents: [] })).get('/citations');
    expect(text).toContain('这个范围里没有引用别的文件');
  });
});

describe('the citations of a document', () => {
  it('show what it cites and what cites it, each with state, sentence and ground', async () => {
    const { status, text } = await page('/documents/d-enrolment/citations');
    expect(status).toBe(200);
    for (const words of [
      '它引用的（3）',
      '引用它的（1）',
      '已废止',
      '废止依据',
      '未收',
      '多份',
      '对得上的几份',
      '到第三条',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/href="\/documents\/d-enrolment\?at=30#p7"/);
    expect(text).toContain('书名号里不算引用的（1）');
    expect(text).not.toContain('<script>alert');
    expect(text.match(/<svg aria-hidden/gu)).toHaveLength(2);
  });

  it('are empty in words, unknown for an unknown document, and linked from the document', async () => {
    expect((await page('/documents/d-draft/citations')).text).toContain('档案里没有文件引用它');
    expect((await page('/documents/none/citations')).status).toBe(404);
    expect((await page('/documents/d-enrolment')).text).toContain('href="/documents/d-enrolment/citations"');
    expect((await page('/documents/d-enrolment/citations', { lang: 'en' })).text).toContain('Cited by (1)');
  });
});

test('in the picture no box overlaps another, in either layout', async () => {
  const box = { label: '临江市学前教育三年行动计划（2021—2023年）及其实施细则', colour: 'var(--ink)', hollow: true };
  const all = { citing: Array(5).fill(box), centre: box, cited: Array(9).fill(box) };
  for (const graph of [inColumns(all), inOneColumn(all)]) {
    expect(graph.boxes).toHaveLength(15);
    for (const [i, a] of graph.boxes.entries()) {
      expect(a.x + a.width).toBeLessThanOrEqual(graph.width);
      expect(a.label.length * 12).toBeLessThanOrEqual(a.width);
      for (const b of graph.boxes.slice(i + 1)) {
        expect(a.x + a.width <= b.x || b.x + b.width <= a.x || Math.abs(a.y - b.y) >= boxHeight).toBe(true);
      }
    }
  }
  expect(await drawGraph(inColumns({ citing: [], centre: { ...box, href: '/a?b=1&c=<' }, cited: [] }))).toContain(
    'href="/a?b=1&amp;c=&lt;"',
  );
});
