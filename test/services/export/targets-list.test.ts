// A list of every value of an indicator, over a made-up archive whose targets were read; as CSV and as a Word document.
import { TargetsRequest } from '../../../services/domain/target-table.js';
import { csv } from '../../../services/export/csv.js';
import { listDocx } from '../../../services/export/docx/list.js';
import { listTable } from '../../../services/export/list-columns.js';
import { targetsList } from '../../../services/export/targets-list.js';
import { citing } from '../../../web/citing.js';
import { opened } from '../../support/open-docx.js';
import { readCsv } from '../../support/read-csv.js';
import { type Desk, targetsDesk } from '../../support/targets-desk.js';
import { temporaryFolder } from '../../support/temporary.js';

const indicator = '学前教育毛入园率';
const folder = temporaryFolder();
let desk: Desk;
beforeAll(async () => {
  desk = await targetsDesk(folder);
});
afterAll(() => desk.catalogue.close());

const list = (request: object = {}, limit = 5_000) =>
  targetsList(
    { ...TargetsRequest.parse(request), indicator },
    { archive: desk.archive, cite: citing(desk.archive, 'https://dang.an'), limit, language: 'zh' },
  );
const columns = async (request: object = {}): Promise<Record<string, string>[]> => {
  const [names = [], ...rows] = readCsv([...csv(listTable(await list(request)))].join('').slice(1));
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
};

test('it holds as many values as the desk counts, copies folded, whatever a cell or a page of the desk would show', async () => {
  const { rows, warnings, lines } = await list({ perCell: 1, size: 1, page: 2 });
  const { table } = desk.ask({ indicator });
  expect(rows).toHaveLength(table?.targets ?? 0);
  expect(rows.reduce((sum, { stated }) => sum + (stated?.folded ?? 0), 0)).toBe(table?.folded);
  expect(warnings).toEqual([]);
  expect(lines).toEqual(expect.arrayContaining([`指标：${indicator}`, expect.stringContaining('检索了 ')]));
});

test('a row says what is stated, in which words, and where', async () => {
  const [first] = await columns({ forYear: '2025', forRegion: '临澜市', yearTo: '2021' });
  expect(first).toMatchObject({
    指标: indicator,
    数值所说的地区: '临澜市',
    数值所说的年份: '2025',
    比较: '≥',
    数值: '95',
    单位: '%',
    并入的副本处数: '1',
    同样的内容还见于: '临澜市“十四五”教育发展规划',
    引用: expect.stringContaining('《临澜市“十四五”教育发展规划》'),
    链接: expect.stringMatching(/^https:\/\/dang\.an\/documents\/\w+\?v=1&at=\d+#n\d+$/),
    文件: expect.stringContaining('规划.'),
  });
  expect(first?.原句).toContain('学前三年毛入园率达到95%以上');
  expect(first?.原句).toContain(first?.原文中的数值);
});

test('conditions hold for the list as for the desk', async () => {
  const rows = await columns({ forRegion: '望湖区' });
  expect(rows.map(({ 数值 }) => 数值)).toEqual(['97']);
});

test('what is over the limit is said, and an indicator that nothing states is an empty list', async () => {
  const cut = await list({}, 2);
  expect(cut.rows).toHaveLength(2);
  expect(cut.warnings.join()).toContain('这里只有排在最前的 2 条');
  const none = await list({ forYear: '1949' });
  expect([none.rows, none.lines.includes('没有找到。')]).toEqual([[], true]);
});

test('the Word document goes region by region, the value before its sentence', async () => {
  const { text, html } = await opened(await listDocx(await list()));
  expect(text).toContain(`指标：${indicator}`);
  expect(text.indexOf('云州省（%）')).toBeLessThan(text.indexOf('临澜市（%）'));
  expect(text).toContain('2025 年：≥ 95%');
  expect(html).toMatch(/<strong>95%以上<\/strong>|<strong>达到95%以上<\/strong>|<strong>95%<\/strong>/);
});
