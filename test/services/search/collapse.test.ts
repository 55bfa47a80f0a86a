// families=collapse over a small real archive: embedded engine, real model, families as they are linked.
import { createArchive } from '../../../services/archive.js';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { SearchRequest } from '../../../services/domain/query.js';
import type { SearchResponse } from '../../../services/domain/result.js';
import { createEmbedder } from '../../../services/embedding/transformers.js';
import { openEngine } from '../../../services/engine/open.js';
import { linkDocuments } from '../../../services/families/link-documents.js';
import { syncBatch } from '../../../services/search/index-documents.js';
import { testSettings } from '../../support/settings.js';
import { storeEmbedded } from '../../support/store.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';
import { rules, unrelated } from '../families/made-up.js';

const { settings } = testSettings(temporaryFolder());
const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
const embedder = createEmbedder({ modelDir: settings.YANJU_MODEL_DIR, processes: 1 });
const engine = openEngine({ settings, catalogueId: catalogue.id, dimension: embedder.dimension });
const archive = createArchive({ settings, catalogue, engine, embedder });

const here = { region: '临澜市', regionCode: '9001', issuers: ['临澜市教育局'] };
const title = '临澜市课后服务管理办法';
const onlyOnce =
  '第4条 临澜市各学校开展图书借阅第1轮工作，应当在13日内报请荷塘街道备案，并于每学期末公布图书借阅情况，接受家长和社会的监督。';
const versions = [
  versionOf('2018.txt', rules({ title, articles: 12, changed: { 4: onlyOnce } }), {
    title,
    date: '2018-03-01',
    year: 2018,
    ...here,
  }),
  versionOf('2023.txt', rules({ title, articles: 12, changed: { 11: '第11条 删去。' } }), {
    title: `${title}（2023修订）`,
    date: '2023-05-01',
    year: 2023,
    titleYears: [2023],
    ...here,
  }),
  versionOf('copy.html', rules({ title, articles: 12, changed: { 4: onlyOnce } }).replace('第1条', '第一条'), {
    title,
    ...here,
  }),
  versionOf('lunch.txt', unrelated('临澜市午餐管理办法', '课后服务午餐留样四十八小时'), {
    title: '临澜市午餐管理办法',
    date: '2020-01-01',
    year: 2020,
    ...here,
  }),
];

beforeAll(async () => {
  await storeEmbedded(versions, { catalogue, embedder });
  await linkDocuments(catalogue);
  while (await syncBatch(catalogue, engine, embedder.fingerprint));
});
afterAll(async () => {
  await Promise.all([embedder.close(), engine.close()]);
  catalogue.close();
});

const search = (request: object) => archive.search(SearchRequest.parse({ size: 100, ...request }));
const collapsed = (request: object) => search({ families: 'collapse', ...request });
/** Files, each with those folded under it. */
const shape = ({ hits }: SearchResponse) =>
  hits.map(({ document, family }) => [
    document.file,
    (family?.members ?? []).map((member) => member.document.file).sort(),
  ]);

test('is off unless asked for', async () => {
  const response = await search({ q: '课后服务' });
  expect(response.hits.every(({ family }) => family === undefined)).toBe(true);
  expect(response.collapsed).toBeUndefined();
});

test.each(['keyword', 'semantic', 'hybrid'])(
  'in %s mode the version in force is shown, the others under it',
  async (mode) => {
    const { hits } = await collapsed({ q: '心理辅导工作应当在几日内备案', mode });
    expect(hits[0]).toMatchObject({ document: { file: '2023.txt' }, family: { count: 2 } });
    expect(new Map(hits[0]?.family?.members.map(({ document, relation }) => [document.file, relation]))).toEqual(
      new Map([
        ['2018.txt', 'version'],
        ['copy.html', 'version'],
      ]),
    );
    for (const { passage, document } of hits[0]?.family?.members ?? []) {
      expect(catalogue.documents.text(document.id).text.slice(passage.start, passage.end)).toContain('心理辅导');
    }
  },
);

test('wording that stands only in the old version is shown from there, said to be older', async () => {
  for (const group of ['passage', 'document'] as const) {
    const { hits } = await collapsed({ q: '报请荷塘街道备案', group });
    expect(hits[0]).toMatchObject({ verbatim: true, document: { file: '2018.txt', newer: { kind: 'version' } } });
    expect(hits[0]?.passage.text).toContain('荷塘街道');
  }
});

test('a query that names the old version’s years gets the old version', async () => {
  const { hits } = await collapsed({ q: '2018年 心理辅导 备案', mode: 'keyword' });
  expect(hits[0]?.document.file).toBe('2018.txt');
});

test.each(['passage', 'document'] as const)(
  'nothing found is lost, by %s, and the numbers say what was folded',
  async (group) => {
    for (const q of ['课后服务', '图书借阅', '荷塘街道', '监督']) {
      const apart = await search({ q, group });
      const together = await collapsed({ q, group });
      const unit = ({ document, passage }: { document: { id: string }; passage: { id: number } }) =>
        group === 'document' ? document.id : passage.id;
      const seen = together.hits.flatMap((hit) => [unit(hit), ...(hit.family?.members ?? []).map(unit)]);
      expect(new Set(seen)).toEqual(new Set(apart.hits.map(unit)));
      expect(seen).toHaveLength(apart.hits.length);
      expect(together.total).toBe(apart.total);
      expect(together.facets).toEqual(apart.facets);
      expect(together.hits).toHaveLength(together.total - (together.collapsed?.folded ?? 0));
    }
  },
);

test('pages neither repeat nor leave out a hit', async () => {
  const all = shape(await collapsed({ q: '课后服务', mode: 'keyword' }));
  const paged = [];
  for (let page = 1; page <= Math.ceil(all.length / 7); page++) {
    paged.push(...shape(await collapsed({ q: '课后服务', mode: 'keyword', size: 7, page })));
  }
  expect(paged).toEqual(all);
});

test('grouped by document, a family is one hit with the passages of the version in force', async () => {
  const response = await collapsed({ q: '心理辅导', group: 'document' });
  expect(shape(response)[0]).toEqual(['2023.txt', ['2018.txt', 'copy.html']]);
  expect(response.hits[0]?.passages?.length).toBeGreaterThan(1);
});
