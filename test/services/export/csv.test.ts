// A list as CSV, read again by a strict reader.
import fc from 'fast-check';
import { csv } from '../../../services/export/csv.js';
import type { TakenList } from '../../../services/export/list.js';
import { listTable } from '../../../services/export/list-columns.js';
import { readCsv as read } from '../../support/read-csv.js';
import { documentOf, listOf, rowOf } from './made-up.js';

const bytes = (list: TakenList): string => [...csv(listTable(list))].join('');

test('it begins with a byte order mark, then the columns by name, in an order that is for good', () => {
  const text = bytes(listOf([]));
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(read(text.slice(1))).toEqual([
    '序号 发文机关 标题 文号 日期 效力 地区 文种 条款或段 页 所在标题 前文 原话 后文 文字识别 更新的一份 同样的内容还见于 引用 GB/T_7714 链接 文件'
      .split(' ')
      .map((name) => name.replace('_', ' ')),
  ]);
  expect(read(bytes(listOf([], { kind: 'search', language: 'en' })).slice(1))[0]).toContain('Passage');
});

test('a value has its figures in columns of their own, and its sentence whole', () => {
  const stated = {
    indicator: '托管覆盖率',
    comparison: 'at-least',
    value: 1234.5,
    valueTo: null,
    unit: '%',
    year: 2025,
    region: null,
    folded: 2,
  } as const;
  const row = rowOf(documentOf(), ['覆盖率', '1,234.5%以上', '。'], { stated, ocr: 0.876 });
  const [names, record] = read(bytes(listOf([row], { kind: 'targets' })).slice(1));
  expect(names?.join(' ')).toBe(
    '序号 指标 数值所说的地区 数值所说的年份 原文中的数值 比较 数值 数值上界 单位 原句 并入的副本处数 发文机关 标题 文号 日期 效力 地区 文种 条款或段 页 文字识别 更新的一份 同样的内容还见于 引用 GB/T 7714 链接 文件',
  );
  expect(record?.slice(1, 11)).toEqual([
    '托管覆盖率',
    '',
    '2025',
    '1,234.5%以上',
    '≥',
    '1234.5',
    '',
    '%',
    '覆盖率1,234.5%以上。',
    '2',
  ]);
  expect(record).toContain('87%');
});

test('quotes, commas and line ends in a text stay in its field', () => {
  const document = documentOf({ title: '关于“托管”,以及"收费"的通知' });
  const [, record] = read(bytes(listOf([rowOf(document, ['前\n文，', '托,管', '"后"'])])).slice(1));
  expect(record?.slice(0, 14)).toEqual([
    '1',
    '临澜市教育局',
    document.title,
    '临教发〔2021〕3号',
    '2021-03-02',
    '现行',
    '临澜市',
    '办法',
    '第二条第一款',
    '4',
    '第一章',
    '前\n文，',
    '托,管',
    '"后"',
  ]);
});

test('a year stands where there is no day, and nothing where there is neither', () => {
  const dates = [documentOf({ date: null }), documentOf({ date: null, year: null, issuer: null })].map(
    (document) => read(bytes(listOf([rowOf(document, ['', '托管', ''])])).slice(1))[1]?.[4],
  );
  expect(dates).toEqual(['2021', '']);
});

test('no field is a formula to a spreadsheet, whatever a document says', () => {
  fc.assert(
    fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'), fc.string(), (sign, rest) => {
      const document = documentOf({ title: sign + rest, issuer: `${sign}cmd`, number: sign });
      const [, ...records] = read(bytes(listOf([rowOf(document, [sign, `${sign}1+1`, `${sign}A1`])])).slice(1));
      for (const field of records.flat()) expect(field).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
      expect(records[0]?.[2]).toBe(`'${sign}${rest}`);
    }),
  );
});

test('what is not all says so in its first line', () => {
  const [first, second] = read(bytes(listOf([], { warnings: ['注意：不是全部。'] })).slice(1));
  expect(first).toEqual(['注意：不是全部。']);
  expect(second?.[0]).toBe('序号');
});

test('rows come in parts, numbered through', () => {
  const row = rowOf(documentOf(), ['', '托管', '']);
  const parts = [...csv(listTable(listOf(Array.from({ length: 450 }, () => row))))];
  expect(parts).toHaveLength(4);
  expect(
    read(parts.join('').slice(1))
      .map(([n]) => n)
      .at(-1),
  ).toBe('450');
});
