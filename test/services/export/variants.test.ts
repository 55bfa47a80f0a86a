// The variants of a wording as a table and as a Word document, over a small real archive.
import { createArchive } from '../../../services/archive.js';
import { openCatalogue } from '../../../services/catalogue/open.js';
import type { Metadata } from '../../../services/domain/document.js';
import { VariantsRequest } from '../../../services/domain/query.js';
import { openEngine } from '../../../services/engine/open.js';
import { csv } from '../../../services/export/csv.js';
import { variantsDocx } from '../../../services/export/docx/variants.js';
import { takenVariants } from '../../../services/export/variants.js';
import { toldParts, variantsTable } from '../../../services/export/variants-table.js';
import { citing } from '../../../web/citing.js';
import { opened } from '../../support/open-docx.js';
import { readCsv } from '../../support/read-csv.js';
import { testSettings } from '../../support/settings.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

const { settings } = testSettings(temporaryFolder());
const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
const engine = openEngine({ settings, catalogueId: catalogue.id, dimension: 8 });
const archive = createArchive({ settings, catalogue, engine, embedder: null });

const city = { region: '临澜市', regionCode: '9001', issuers: ['临澜市教育局'] };
const documents: readonly (readonly [string, Partial<Metadata>])[] = [
  ['托管意见\n加快普及校内托管。', { ...city, title: '托管意见', year: 2012, date: '2012-03-01' }],
  ['托管要点\n基本普及校内托管。', { ...city, title: '托管要点', year: 2014, date: '2014-02-01' }],
  ['托管通知\n基本普及校内托管。', { title: '托管通知', year: 2016, date: '2016-02-01' }],
  ['托管须知\n全面普及校内托管！', { title: '托管须知' }],
];
beforeAll(() => {
  for (const [i, [text, metadata]] of documents.entries()) {
    catalogue.transaction(() =>
      catalogue.store.put(versionOf(`文${i}.txt`, text, metadata), '2026-01-01T00:00:00.000Z'),
    );
  }
});
afterAll(async () => {
  await engine.close();
  catalogue.close();
});

const taken = (given: { q?: string; against?: 'asked' | 'before'; limit?: number; year?: string } = {}) => {
  const { q = '加快普及校内托管', against = 'asked', limit = 5_000, ...filters } = given;
  const { size: _, ...request } = VariantsRequest.parse({ q, ...filters });
  return takenVariants(
    { ...request, against },
    { archive, cite: citing(archive, 'https://dang.an'), limit, language: 'zh' },
  );
};
const rowsOf = async (given: Parameters<typeof taken>[0] = {}): Promise<Record<string, string>[]> => {
  const { warnings, ...table } = variantsTable(await taken(given));
  const [names = [], ...rows] = readCsv([...csv({ ...table, warnings: [] })].join('').slice(1));
  return rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? ''])));
};

test('a row is a variant, by first use, with what changed, how often, and both ends cited', async () => {
  const rows = await rowsOf();
  expect(rows.map((row) => [row.序号, row.写法, row['改动（相对于所问的）'], row.文件数, row.处数])).toEqual([
    ['1', '加快普及校内托管', '', '1', '1'],
    ['2', '基本普及校内托管', '“加快”→“基本”', '2', '2'],
    ['3', '全面普及校内托管', '“加快”→“全面”', '1', '1'],
  ]);
  expect(rows[1]).toMatchObject({
    '年份（文件数）': '2014 (1)、2016 (1)',
    '地区（文件数）': '临澜市 (1)、未载 (1)',
    '最早：日期': '2014-02-01',
    '最早：标题': '托管要点',
    '最早：引用': '临澜市教育局：《托管要点》，2014年2月1日，第2自然段',
    '最早：链接': expect.stringMatching(/^https:\/\/dang\.an\/documents\/\w+\?v=1&at=\d+/),
    '最近：标题': '托管通知',
    '最近：文件': '文2.txt',
  });
});

test('changes are told against the nearest earlier variant where that is asked', async () => {
  expect((await rowsOf({ against: 'before' })).map((row) => row['改动（相对于较早的写法）'])).toEqual([
    '没有更早的写法',
    '“加快”→“基本”',
    expect.anything(),
  ]);
});

test('what was put in, taken out or replaced is told in words', () => {
  const same = { kind: 'same', text: '托管' } as const;
  const [added, removed] = [{ kind: 'added', text: '乙' } as const, { kind: 'removed', text: '甲' } as const];
  expect(toldParts([added, same, removed, same, removed, added], 'zh')).toBe('增“乙”，去“甲”，“甲”→“乙”');
  expect(toldParts([added, removed], 'en')).toBe('“甲” → “乙”');
});

test('the limit keeps the most used, and says so first', async () => {
  const { rows, warnings } = await taken({ limit: 2 });
  expect(rows.map(({ text }) => text)).toEqual(['加快普及校内托管', '基本普及校内托管']);
  expect(warnings[0]).toContain('只有用得最多的 2 种写法，不是全部');
});

test('the Word document marks what changed, cites both ends, and lists the documents once', async () => {
  const { text, html, parts } = await opened(await variantsDocx(await taken({ year: undefined })));
  expect(text).toContain('变体：加快普及校内托管');
  expect(text).toContain('至少有多像：70%');
  expect(text).toContain('3 种写法，见于 4 份文件中的 4 处');
  expect(text).toMatch(/检索了 4 份文件/);
  expect(html).toContain('<s>加快</s>');
  expect(parts['word/document.xml']).toMatch(/<w:u\b[^>]*\/>(?:(?!<w:t[ >]).)*<w:t[^>]*>基本</s);
  expect(text).toContain('差 2 字 · 2 份文件，2 处 · 地区：临澜市、未载');
  expect(text).toMatch(/最早：临澜市教育局：《托管要点》[\s\S]*最近：《托管通知》/);
  expect(text.match(/最近：/g)).toHaveLength(1); // one use is no latest one
  expect(text).toMatch(/\[4\] /);
});

test('nothing found is a document that says so', async () => {
  const { text } = await opened(await variantsDocx(await taken({ q: '量子纠缠的研究' })));
  expect(text).toContain('没有找到只差几个字的写法');
  expect(text).not.toContain('参考文献');
});
