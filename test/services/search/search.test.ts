// Search over a small real archive: embedded engine, real model.
import { createArchive } from '../../../services/archive.js';
import { openCatalogue } from '../../../services/catalogue/open.js';
import type { Archive } from '../../../services/domain/archive.js';
import { AppError } from '../../../services/domain/errors.js';
import { SearchRequest } from '../../../services/domain/query.js';
import { createEmbedder } from '../../../services/embedding/transformers.js';
import type { Engine } from '../../../services/engine/engine.js';
import { openEngine } from '../../../services/engine/open.js';
import { syncBatch } from '../../../services/search/index-documents.js';
import { testSettings } from '../../support/settings.js';
import { storeEmbedded } from '../../support/store.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

const { settings } = testSettings(temporaryFolder());
const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
const embedder = createEmbedder({ modelDir: settings.YANJU_MODEL_DIR, processes: 1 });
const engine = openEngine({ settings, catalogueId: catalogue.id, dimension: embedder.dimension });
const archive = createArchive({ settings, catalogue, engine, embedder });

const henan = { region: '河南省', regionCode: '41' };
const documents = [
  versionOf('河南/2019.txt', '学校不得分设重点班和非重点班。\n随迁子女凭居住证就近入学。', {
    ...henan,
    date: '2019-03-01',
    year: 2019,
    type: '通知',
    issuers: ['河南省教育厅'],
  }),
  versionOf('郑州/2020.txt', '适龄儿童年满六周岁应当入学。\n学校提供课后服务。', {
    region: '郑州市',
    regionCode: '4101',
    date: '2020-05-01',
    year: 2020,
    type: '意见',
    issuers: ['郑州市教育局', '郑州市财政局'],
  }),
  versionOf('全国/法.txt', '国家实行九年义务教育制度。\n义务教育不收学费、杂费。', {
    region: '全国',
    regionCode: '0',
    year: 2006,
    type: '法律',
  }),
  versionOf('无日期.txt', '課後服務由學校提供，家長自願參加。'),
];

beforeAll(async () => {
  await storeEmbedded(documents, { catalogue, embedder });
  while (await syncBatch(catalogue, engine, embedder.fingerprint));
});
afterAll(async () => {
  await Promise.all([embedder.close(), engine.close()]);
  catalogue.close();
});

const search = (request: object, on: Archive = archive) => on.search(SearchRequest.parse(request));
const files = (response: Awaited<ReturnType<typeof search>>) => response.hits.map(({ document }) => document.file);

test.each(['keyword', 'semantic', 'hybrid'] as const)('%s search answers, best first, without a note', async (mode) => {
  const response = await search({ q: '重点班', mode });
  expect(response).toMatchObject({ query: '重点班', mode, degraded: [], totalIsExact: true });
  expect(response.hits[0]?.passage.text).toContain('重点班');
  const scores = response.hits.filter(({ verbatim }) => !verbatim).map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

test('everyday words find the provision', async () => {
  expect((await search({ q: '孩子满六岁了是不是一定要上学' })).hits[0]?.passage.text).toBe(
    '适龄儿童年满六周岁应当入学。',
  );
});

test('traditional characters are found by simplified ones, and the other way round', async () => {
  expect(files(await search({ q: '课后服务', mode: 'keyword' }))).toEqual(
    expect.arrayContaining(['郑州/2020.txt', '无日期.txt']),
  );
  expect(files(await search({ q: '課後服務', mode: 'keyword' }))).toEqual(
    expect.arrayContaining(['郑州/2020.txt', '无日期.txt']),
  );
});

test('a province takes in its cities, a city not its province', async () => {
  const all = { q: '学校', mode: 'keyword', size: 100 };
  expect(new Set(files(await search({ ...all, region: '河南' })))).toEqual(new Set(['河南/2019.txt', '郑州/2020.txt']));
  expect(new Set(files(await search({ ...all, region: '郑州市' })))).toEqual(new Set(['郑州/2020.txt']));
});

test('with what holds a region, a search leaves out other places only, in every mode', async () => {
  for (const mode of ['keyword', 'semantic', 'hybrid']) {
    const asked = { q: '学校 教育 服务', mode, size: 100, above: true };
    const from = async (region: string) => new Set(files(await search({ ...asked, region })));
    const everything = new Set(documents.map(({ file }) => file));
    expect(await from('郑州市')).toEqual(everything);
    expect(await from('洛阳市')).toEqual(new Set(['河南/2019.txt', '全国/法.txt', '无日期.txt']));
    expect(await from('青岛市')).toEqual(new Set(['全国/法.txt', '无日期.txt']));
    expect(new Set(files(await search(asked)))).toEqual(everything);
  }
});

test('years, kinds and issuers filter, in every mode', async () => {
  for (const mode of ['keyword', 'semantic', 'hybrid']) {
    const only = async (filter: object) => new Set(files(await search({ q: '学校 教育', mode, size: 100, ...filter })));
    expect(await only({ yearFrom: 2020 })).toEqual(new Set(['郑州/2020.txt']));
    expect(await only({ year: 2019 })).toEqual(new Set(['河南/2019.txt']));
    expect(await only({ type: '法律' })).toEqual(new Set(['全国/法.txt']));
    expect(await only({ issuer: '郑州市' })).toEqual(new Set(['郑州/2020.txt']));
    expect(await only({ issuer: '没有的机关' })).toEqual(new Set());
  }
});

test('an unknown region or status is refused by name', async () => {
  await expect(search({ q: '学校', region: '某某' })).rejects.toMatchObject({
    code: 'REGION_UNKNOWN',
    message: expect.stringContaining('region'),
  });
  await expect(search({ q: '学校', status: '好' })).rejects.toMatchObject({
    message: expect.stringContaining('status'),
  });
});

test('total, facets and pages agree', async () => {
  const first = await search({ q: '学校', mode: 'keyword', size: 1 });
  const seen = new Set<number>();
  for (let page = 1; page <= first.total; page++) {
    for (const { passage } of (await search({ q: '学校', mode: 'keyword', size: 1, page })).hits) seen.add(passage.id);
  }
  expect(seen.size).toBe(first.total);
  expect((await search({ q: '学校', mode: 'keyword', size: 1, page: first.total + 1 })).hits).toEqual([]);
  const all = await search({ q: '学校', mode: 'keyword', size: 100 });
  for (const { value, count } of all.facets.year) {
    expect(all.hits.filter(({ document }) => String(document.year) === value)).toHaveLength(count);
  }
});

test('grouped by document, a document comes once with its best passages, and is counted once', async () => {
  const response = await search({ q: '学校 教育', group: 'document', size: 100 });
  const found = files(response);
  expect(new Set(found).size).toBe(found.length);
  expect(response.total).toBe(found.length);
  expect(response.facets.region).toEqual([
    { value: '河南省', count: 2 }, // with 郑州市
    { value: '全国', count: 1 },
    { value: '郑州市', count: 1 },
  ]);
});

test('a GET-sized, a huge and a hostile query get an answer or a clear refusal', async () => {
  for (const q of [
    '班',
    '"',
    'a OR b AND NOT (c)',
    'NEAR(x y)',
    'grams:*',
    "'; DROP TABLE documents;--",
    '\u0000',
    '😀',
    '\ud800',
    '《》',
    '学校'.repeat(4_000),
  ]) {
    const outcome = await search({ q }).catch((error: unknown) => error);
    expect(outcome instanceof AppError ? outcome.code : 'answered').toMatch(/answered|QUERY_EMPTY/);
  }
  await expect(search({ q: ' \n ' })).rejects.toMatchObject({ code: 'QUERY_EMPTY' });
  await expect(search({ q: '学'.repeat(10_001) })).rejects.toMatchObject({ code: 'QUERY_TOO_LONG' });
});

describe('whether a question is answered', () => {
  const verdictOf = async (request: Record<string, unknown>, on?: Archive) =>
    (await search(request, on)).answer?.verdict;

  test('a question whose answer is there is answered, one of something else is not, and its hits stay', async () => {
    expect(await verdictOf({ q: '学校可以分重点班和非重点班吗' })).toBe('answered');
    expect(await verdictOf({ q: '学校可以分重点班和非重点班吗', mode: 'semantic' })).toBe('answered');
    const unanswered = await search({ q: '闯一次红灯扣几分' });
    expect(unanswered.answer?.verdict).toBe('none');
    expect(unanswered.hits).not.toEqual([]);
  });

  test('words of a title, key terms, wordings and phrases in marks are not judged', async () => {
    for (const q of ['重点班', '学校 课后服务', '国家实行九年义务教育制度', '“随迁子女”怎么入学', '量子纠缠']) {
      expect((await search({ q })).answer).toBeNull();
    }
    expect((await search({ q: '闯一次红灯扣几分', mode: 'keyword' })).answer).toBeNull();
  });

  test('nothing is judged with the model or the engine missing', async () => {
    const withoutModel = createArchive({ settings, catalogue, engine, embedder: null });
    expect((await search({ q: '闯一次红灯扣几分' }, withoutModel)).answer).toBeNull();
    const down: Engine = {
      ...engine,
      query: () => Promise.reject(new AppError('ENGINE_UNAVAILABLE', { why: 'test' })),
    };
    const withoutEngine = createArchive({ settings, catalogue, engine: down, embedder });
    expect((await search({ q: '闯一次红灯扣几分' }, withoutEngine)).answer).toBeNull();
  });

  test('what was searched is said, under the filter', async () => {
    expect((await search({ q: '红灯' })).coverage).toEqual({
      documents: 4,
      ocr: 0,
      undated: 1,
      yearFrom: 2006,
      yearTo: 2020,
      failed: 0,
      partial: 0,
    });
    expect((await search({ q: '红灯', region: '河南' })).coverage).toMatchObject({
      documents: 2,
      undated: 0,
      yearFrom: 2019,
      yearTo: 2020,
    });
    expect((await search({ q: '红灯', year: 1999 })).coverage).toMatchObject({
      documents: 0,
      yearFrom: null,
      yearTo: null,
    });
  });
});

describe('with something missing', () => {
  const down: Engine = { ...engine, query: () => Promise.reject(new AppError('ENGINE_UNAVAILABLE', { why: 'test' })) };

  test('without the model it answers by keyword and says so', async () => {
    const without = createArchive({ settings, catalogue, engine, embedder: null });
    for (const mode of ['semantic', 'hybrid']) {
      const response = await search({ q: '重点班', mode }, without);
      expect(response.degraded).toEqual(['model']);
      expect(response.hits[0]?.passage.text).toContain('重点班');
    }
  });

  test('without the engine it answers by a scan of the wording, filters and counts as ever', async () => {
    const without = createArchive({ settings, catalogue, engine: down, embedder });
    const response = await search({ q: '学校 课后服务', region: '河南' }, without);
    expect(response.degraded).toEqual(['engine']);
    expect(files(response)[0]).toBe('郑州/2020.txt');
    expect(response.total).toBe(2);
    expect(response.facets.region).toContainEqual({ value: '郑州市', count: 1 });
  });
});

test.each(['keyword', 'semantic', 'hybrid'])(
  'phrases in marks are mandatory in %s mode, and counted exactly',
  async (mode) => {
    const response = await search({ q: '学校 “随迁子女”', mode, size: 100 });
    expect(response.hits.map(({ passage }) => passage.text)).toEqual(['随迁子女凭居住证就近入学。']);
    expect(response).toMatchObject({ total: 1, totalIsExact: true, understood: { phrases: ['随迁子女'] } });
    expect((await search({ q: '学校 “火星移民”', mode })).hits).toEqual([]);
    expect((await search({ q: '学校 “火星移民”', mode: 'hybrid', literal: true })).hits).not.toEqual([]);
  },
);

test('what the query names comes first and hides nothing; it can be taken back', async () => {
  const named = await search({ q: '郑州 2020 学校', size: 100 });
  expect(named.understood).toMatchObject({ region: '郑州市', yearFrom: 2020, yearTo: 2020 });
  expect(named.hits[0]?.document.file).toBe('郑州/2020.txt');
  expect(files(named)).toContain('河南/2019.txt');
  expect((await search({ q: '郑州 2020 学校', literal: true })).understood).toMatchObject({
    region: null,
    yearFrom: null,
  });
});

test.each(['課後服務', '课后服务', '“课后服务”', '“課後服務”', '「課後服務」'])(
  '%s stands verbatim in texts of either script',
  async (q) => {
    const { hits } = await search({ q, mode: 'keyword', size: 100 });
    expect(new Set(hits.filter(({ verbatim }) => verbatim).map(({ document }) => document.file))).toEqual(
      new Set(['郑州/2020.txt', '无日期.txt']),
    );
  },
);

test('an everyday word is met by the official one, says so, and is taken back', async () => {
  const response = await search({ q: '放学后谁管', mode: 'keyword' });
  expect(response.hits[0]?.passage.text).toMatch(/课后服务|課後服務/);
  expect(response.understood.synonyms).toEqual([{ everyday: '放学后', official: ['课后服务'] }]);
  const literal = await search({ q: '放学后谁管', mode: 'keyword', literal: true });
  expect(literal.understood.synonyms).toEqual([]);
  expect(literal.hits.map(({ passage }) => passage.text)).not.toContain('学校提供课后服务。');
});

test('a document of the body that the query names comes first', async () => {
  const response = await search({ q: '郑州市财政局 学校', size: 100 });
  expect(response.understood.issuer).toBe('郑州市财政局');
  expect(response.hits[0]?.document.file).toBe('郑州/2020.txt');
});

test('a number is found however it is written', async () => {
  const version = versionOf('数.txt', '第二十条 财政性教育经费增长百分之三。');
  catalogue.transaction(() => catalogue.store.put(version, '2026-01-02T00:00:00.000Z'));
  while (await syncBatch(catalogue, engine, embedder.fingerprint));
  for (const q of ['第20条', '第２０条', '第二十條', '“第20条”', '第二十条', '增长3%', '增长３％', '“增长百分之三”']) {
    expect((await search({ q, mode: 'keyword' })).hits[0]).toMatchObject({
      verbatim: true,
      document: { file: '数.txt' },
    });
  }
});
