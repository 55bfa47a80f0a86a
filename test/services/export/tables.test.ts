// The timeline's figures and citations as tables, over a small real archive.
import { createArchive } from '../../../services/archive.js';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { documentIdOf } from '../../../services/catalogue/store.js';
import { CitationRequest } from '../../../services/domain/citation.js';
import type { Metadata } from '../../../services/domain/document.js';
import { TimelineRequest } from '../../../services/domain/query.js';
import { openEngine } from '../../../services/engine/open.js';
import { citationsTable, documentCitationsTable } from '../../../services/export/citations-table.js';
import { csv } from '../../../services/export/csv.js';
import type { Table } from '../../../services/export/taken.js';
import { timelineTable } from '../../../services/export/timeline-table.js';
import { keepFacts } from '../../../services/facts/keep-facts.js';
import { citing } from '../../../web/citing.js';
import { readCsv } from '../../support/read-csv.js';
import { testSettings } from '../../support/settings.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

const { settings } = testSettings(temporaryFolder());
const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
const engine = openEngine({ settings, catalogueId: catalogue.id, dimension: 8 });
const archive = createArchive({ settings, catalogue, engine, embedder: null });
const deps = { archive, cite: citing(archive, 'https://dang.an'), limit: 5_000, language: 'zh' } as const;

const city = { region: '临澜市', regionCode: '9001', issuers: ['临澜市教育局'] };
const documents: readonly (readonly [string, string, Partial<Metadata>])[] = [
  [
    '办法.txt',
    '临澜市校外托管办法\n第一条 学校提供托管服务。',
    { ...city, title: '临澜市校外托管办法', number: '临教发〔2021〕3号', year: 2021, date: '2021-03-02' },
  ],
  [
    '通知.txt',
    '关于做好托管的通知\n根据《临澜市校外托管办法》（临教发〔2021〕3号）第一条和《云州省校外托管条例》，做好托管，办好托管。',
    { ...city, title: '关于做好托管的通知', year: 2022, date: '2022-03-02' },
  ],
  ['无日期.txt', '托管须知\n托管自愿。', { title: '托管须知' }],
];
beforeAll(async () => {
  for (const [file, text, metadata] of documents) {
    catalogue.transaction(() => catalogue.store.put(versionOf(file, text, metadata), '2026-01-01T00:00:00.000Z'));
  }
  await keepFacts(catalogue);
});
afterAll(async () => {
  await engine.close();
  catalogue.close();
});

const read = (table: Table): string[][] => readCsv([...csv(table)].join('').slice(1));
const timeline = async (request: object, limit: number = deps.limit): Promise<string[][]> =>
  read(await timelineTable(TimelineRequest.parse(request), { ...deps, limit }));

test('a timeline is a row a group and two columns a wording, as the archive counts them', async () => {
  const [columns, ...rows] = await timeline({ q: '托管\n自愿' });
  expect(columns).toEqual(['年份', '该组文件数', '托管：处数', '托管：文件数', '自愿：处数', '自愿：文件数']);
  const { groups } = await archive.timeline(TimelineRequest.parse({ q: '托管\n自愿' }));
  expect(rows).toEqual(
    groups.map(({ value, of, counts }) => [
      value ?? '日期未载',
      String(of),
      ...counts.flatMap(({ occurrences, documents: holding }) => [String(occurrences), String(holding)]),
    ]),
  );
  expect((await timeline({ q: '托管', by: 'region' }))[0]?.[0]).toBe('地区');
});

test('a wording is no formula in the name of its column', async () => {
  const [columns] = await timeline({ q: '=托管' });
  expect(columns?.[2]).toBe("'=托管：处数");
});

test('a table over the limit says so in its first line', async () => {
  const [first, , ...rows] = await timeline({ q: '托管' }, 1);
  expect(first?.[0]).toContain('这里只有排在最前的 1 条');
  expect(rows.filter((row) => row.length > 1).length).toBeLessThanOrEqual(2);
});

test('the overview of citations holds what is held and what is not, each with its state', async () => {
  const { size: _, ...request } = CitationRequest.parse({});
  const [columns, ...rows] = read(await citationsTable(request, deps));
  expect(columns?.slice(0, 3)).toEqual(['标题', '文号', '状态']);
  const byTitle = new Map(rows.map((row) => [row[0], row]));
  expect(byTitle.get('临澜市校外托管办法')).toEqual(
    expect.arrayContaining(['临教发〔2021〕3号', '临澜市教育局', '办法.txt', '关于做好托管的通知']),
  );
  expect(byTitle.get('云州省校外托管条例')?.[2]).toBe('未收');
});

test('a document’s citations go both ways, each with its sentence and a citation of its place', async () => {
  const [, ...out] = read(await documentCitationsTable(documentIdOf('通知.txt'), deps));
  expect(out.map(([relation, title]) => [relation, title])).toEqual([
    ['它引用', '临澜市校外托管办法'],
    ['它引用', '云州省校外托管条例'],
  ]);
  expect(out[0]).toEqual(
    expect.arrayContaining(['第一条', expect.stringMatching(/^根据《临澜市校外托管办法》/), '办法.txt']),
  );
  const [, ...back] = read(await documentCitationsTable(documentIdOf('办法.txt'), deps));
  expect(back).toHaveLength(1);
  expect(back[0]).toEqual(
    expect.arrayContaining([
      '引用它',
      '关于做好托管的通知',
      expect.stringMatching(/《关于做好托管的通知》，2022年3月2日，第\d自然段$/),
      expect.stringMatching(/^https:\/\/dang\.an\/documents\/\w+\?v=1&at=\d+/),
    ]),
  );
});
