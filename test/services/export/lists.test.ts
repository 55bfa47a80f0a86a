// Lists from a small real archive without a model: all of it, page after page, and honest where it is not all.

import { createArchive } from '../../../services/archive.js';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { SearchRequest, WordingRequest } from '../../../services/domain/query.js';
import { openEngine } from '../../../services/engine/open.js';
import { piecesOf, searchList } from '../../../services/export/search-list.js';
import { wordingList } from '../../../services/export/wording-list.js';
import { syncBatch } from '../../../services/search/index-documents.js';
import { citing } from '../../../web/citing.js';
import { testSettings } from '../../support/settings.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

const { settings } = testSettings(temporaryFolder());
const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
const engine = openEngine({ settings, catalogueId: catalogue.id, dimension: 512 });
const archive = createArchive({ settings, catalogue, engine, embedder: null });
const deps = { archive, cite: citing(archive, 'https://dang.an'), limit: 5_000, language: 'zh' } as const;
const search = (request: object, limit: number = deps.limit) =>
  searchList(SearchRequest.parse({ mode: 'keyword', ...request }), { ...deps, limit });
const wording = (request: object, limit: number = deps.limit) =>
  wordingList(WordingRequest.parse(request), { ...deps, limit });

beforeAll(async () => {
  for (let i = 0; i < 3; i++) {
    const lines = Array.from({ length: 230 }, (_, n) => `第${i}之${n}所学校提供托管服务。`);
    const version = versionOf(`临澜市/${i}.txt`, lines.join('\n'), { title: `托管服务名单${i}`, region: '临澜市' });
    catalogue.transaction(() => catalogue.store.put(version, '2026-01-01T00:00:00.000Z'));
  }
  while (await syncBatch(catalogue, engine, ''));
});
afterAll(async () => {
  await engine.close();
  catalogue.close();
});

test('a wording’s list holds every occurrence once, in order, each with a citation of its place', async () => {
  const { rows, warnings, lines, references } = await wording({ q: '托管服务' });
  expect(rows).toHaveLength(690);
  expect(new Set(rows.map(({ citation }) => citation.link)).size).toBe(690);
  expect(warnings).toEqual([]);
  expect(rows[1]?.citation.plain).toBe(
    '《托管服务名单0》，日期未载，第2自然段'.replace('0', rows[1]?.document.title.at(-1) ?? ''),
  );
  expect(lines).toContain('3 份文件中的 690 处');
  expect(lines.join()).toContain('检索了 3 份文件');
  expect(references).toHaveLength(3);
});

test('a search’s list holds every hit once, beyond one page', async () => {
  const { rows, warnings, lines } = await search({ q: '托管服务' });
  expect(rows).toHaveLength(690);
  expect(new Set(rows.map(({ citation }) => citation.link)).size).toBe(690);
  expect(warnings).toEqual([]);
  expect(lines).toEqual(expect.arrayContaining(['检索：托管服务', '检索方式：关键词', '共 690 段']));
  expect(
    rows[0]?.pieces
      .filter(({ found }) => found)
      .map(({ text }) => text)
      .join(''),
  ).toContain('托管服务');
});

test('what is over the limit is said, with the setting that sets it', async () => {
  for (const list of [await wording({ q: '托管服务' }, 205), await search({ q: '托管服务' }, 205)]) {
    expect(list.rows).toHaveLength(205);
    expect(list.warnings.join()).toContain('这里只有排在最前的 205 条');
    expect(list.warnings.join()).toContain('YANJU_MAX_EXPORT_ROWS');
  }
});

test('a document’s best passages are a row each when results are by document', async () => {
  const { rows, warnings } = await search({ q: '托管服务', group: 'document' });
  expect(rows.length).toBeGreaterThan(3);
  expect(new Set(rows.map(({ document }) => document.id)).size).toBe(3);
  expect(warnings).toEqual([]);
});

test('conditions are told as the form names them', async () => {
  const near = { with: '学校\n服务', near: 'sentence', without: '收费', withoutIn: '30' };
  const { lines } = await wording({ q: '托管', loose: true, removed: true, ...near });
  expect(lines.join('\n')).toContain('也算相同：标点不同、繁简、大小写不同、数字写法不同');
  expect(lines.join('\n')).toContain('附近须有：学校、服务 (同句)');
  expect(lines.join('\n')).toContain('附近不得有：收费 (相隔 30 字以内)');
  expect(lines.join('\n')).toContain('另在清理掉的部分中有 0 处');
});

test('nothing found is a list that says so', async () => {
  const { rows, lines, warnings } = await wording({ q: '量子纠缠' });
  expect([rows, warnings]).toEqual([[], []]);
  expect(lines).toContain('没有找到。');
});

test('a text is cut at what was found, and nothing of it is lost', () => {
  const highlights = [
    { start: 2, end: 4, kind: 'match' as const },
    { start: 3, end: 5, kind: 'match' as const },
    { start: 0, end: 6, kind: 'answer' as const },
  ];
  expect(piecesOf('一二三四五六', highlights)).toEqual([
    { text: '一二', found: false },
    { text: '三四', found: true },
    { text: '五', found: true },
    { text: '六', found: false },
  ]);
});
