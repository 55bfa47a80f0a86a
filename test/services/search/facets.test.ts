// Totals and facets against a plain count of what is found, in every mode, on every engine at hand.
import fc from 'fast-check';
import { createArchive } from '../../../services/archive.js';
import { openCatalogue } from '../../../services/catalogue/open.js';
import type { Archive } from '../../../services/domain/archive.js';
import type { Metadata } from '../../../services/domain/document.js';
import { Mode, SearchRequest } from '../../../services/domain/query.js';
import type { Facets, SearchResponse } from '../../../services/domain/result.js';
import { normalForm } from '../../../services/domain/text.js';
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

const subjects = ['义务教育', '课后服务', '校车安全', '学前教育', '教师编制', '美育', '劳动教育', '招生入学'];
const verbs = ['健全', '推进', '落实', '规范'];
const regions = [
  { region: '河南省', regionCode: '41' },
  { region: '郑州市', regionCode: '4101' },
  { region: '全国', regionCode: '0' },
  { region: null, regionCode: null },
];
const types = ['通知', '意见', null];
const bodies = [['临澜市教育局'], ['临澜市教育局', '临澜市财政局'], ['临澜市教育局办公室'], ['临澜市财政局']];
const at = <T>(list: readonly T[], i: number): T => list[i % list.length]!; // lists are not empty

/** 40 documents of six passages; every third document has a passage in which a word runs on over a line's end. */
const documents = Array.from({ length: 40 }, (_, i) => {
  const lines = Array.from(
    { length: 6 },
    (_, j) => `${at(verbs, i + j)}${at(subjects, i * 3 + j * 5)}工作第${j + 1}项。`,
  );
  const version = versionOf(`文件${i}.txt`, lines.join('\n'), {
    ...at(regions, i),
    year: 2015 + (i % 7),
    titleYears: i % 5 === 0 ? [2016 + (i % 7)] : [],
    type: at(types, i),
    issuers: at(bodies, i),
  });
  const [first, second] = version.passages;
  if (i % 3 !== 0 || !first || !second) return version;
  return { ...version, passages: [{ ...first, end: second.end }, ...version.passages.slice(2)] };
});

const engines: { name: string; engine: Engine }[] = [
  { name: 'embedded', engine: openEngine({ settings, catalogueId: catalogue.id, dimension: embedder.dimension }) },
];
if (process.env.MEILI_URL) {
  const onServer = { ...settings, YANJU_ENGINE: 'meilisearch' as const, MEILI_URL: process.env.MEILI_URL };
  const withKey = { ...onServer, ...(process.env.MEILI_API_KEY && { MEILI_API_KEY: process.env.MEILI_API_KEY }) };
  const engine = openEngine({ settings: withKey, catalogueId: catalogue.id, dimension: embedder.dimension });
  engines.push({ name: 'meilisearch', engine });
}

beforeAll(async () => {
  await storeEmbedded(documents, { catalogue, embedder });
}, 120_000);
afterAll(async () => {
  await Promise.all([embedder.close(), ...engines.map(({ engine }) => engine.close())]);
  catalogue.close();
});

async function everyHit(archive: Archive, request: object): Promise<SearchResponse[]> {
  const pages: SearchResponse[] = [];
  for (let page = 1; ; page++) {
    const response = await archive.search(SearchRequest.parse({ ...request, size: 100, page }));
    pages.push(response);
    if (response.hits.length < 100) return pages;
  }
}

/** What a reader would count who looked at every hit, and knew what each filter takes in. */
function countedByHand(hits: SearchResponse['hits']): Facets {
  const metadataOf = ({ document }: SearchResponse['hits'][number]): Metadata =>
    documents.find(({ metadata }) => metadata.title === document.title)!.metadata; // each has a title of its own
  const found = hits.map(metadataOf);
  const list = (
    valuesOf: (metadata: Metadata) => (string | null)[],
    has: (metadata: Metadata, value: string) => boolean,
  ) =>
    [...new Set(found.flatMap(valuesOf))].flatMap((value) =>
      value === null ? [] : [{ value, count: found.filter((metadata) => has(metadata, value)).length }],
    );
  const yearsOf = ({ year, titleYears }: Metadata): string[] => [year, ...titleYears].map(String);
  return {
    region: list(
      ({ region }) => [region],
      ({ region }, value) => region === value || (region === '郑州市' && value === '河南省'),
    ),
    year: list(yearsOf, (metadata, value) => yearsOf(metadata).includes(value)),
    type: list(
      ({ type }) => [type],
      ({ type }, value) => type === value,
    ),
    issuer: list(
      ({ issuers }) => issuers,
      ({ issuers }, value) => issuers.some((issuer) => issuer.startsWith(value)),
    ),
  };
}
const ordered = (facets: Facets): object =>
  Object.fromEntries(
    Object.entries(facets).map(([name, values]) => [
      name,
      [...values].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    ]),
  );

const words = fc.oneof(
  fc.constantFrom(...subjects),
  fc
    .tuple(fc.constantFrom(...subjects), fc.constantFrom(...verbs, '补课', '第三项', '2017年'))
    .map((two) => two.join(' ')),
  // runs on over the end of a line
  fc.constantFrom('第1项。推进', '项。规范', '魑魅魍魉'),
);
const filters = fc.record(
  {
    region: fc.constantFrom('河南', '郑州市', '全国'),
    yearFrom: fc.integer({ min: 2015, max: 2021 }),
    type: fc.constantFrom('通知', '意见'),
    issuer: fc.constantFrom('临澜市', '临澜市财政局', '临澜市教育局、临澜市财政局'),
  },
  { requiredKeys: [] },
);
const requests = fc.record({
  q: fc
    .tuple(words, fc.option(fc.constantFrom(...subjects, '工作第2项'), { freq: 3 }))
    .map(([text, phrase]) => (phrase === null ? text : `${text} “${phrase}”`)),
  mode: fc.constantFrom(...Mode.options),
  group: fc.constantFrom('passage', 'document'),
  literal: fc.boolean(),
  filters,
});

describe.each(engines)('on the engine $name', ({ engine }) => {
  const archive = createArchive({ settings, catalogue, engine, embedder });
  beforeAll(async () => {
    while (await syncBatch(catalogue, engine, embedder.fingerprint));
  });

  test('total and facets are what one counts in the hits, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async ({ filters: given, ...asked }) => {
        const pages = await everyHit(archive, { ...asked, ...given });
        const hits = pages.flatMap((page) => page.hits);
        for (const page of pages) expect(page.total).toBe(hits.length);
        expect(ordered(pages[0]!.facets)).toEqual(ordered(countedByHand(hits)));
      }),
      { numRuns: 40, seed: 7 },
    );
  }, 240_000);

  test('by words, a facet counts what its value then finds as a filter', async () => {
    for (const q of ['义务教育', '“课后服务”', '教育 推进', '第1项。推进']) {
      for (const group of ['passage', 'document']) {
        const asked = { q, group, mode: 'keyword', size: 1 };
        const { facets } = await archive.search(SearchRequest.parse(asked));
        for (const [filter, values] of Object.entries(facets)) {
          expect(values.length).toBeGreaterThan(1);
          for (const { value, count } of values) {
            const { total } = await archive.search(SearchRequest.parse({ ...asked, [filter]: value }));
            expect({ filter, value, total }).toEqual({ filter, value, total: count });
          }
        }
      }
    }
  }, 120_000);

  test('the bodies of a joint document, as a hit names them, find what they issued together', async () => {
    const asked = { q: '教育', mode: 'keyword', group: 'document', size: 100 };
    const joint = '临澜市教育局、临澜市财政局';
    for (const issuer of [joint, '临澜市财政局、 临澜市教育局']) {
      const { hits, total } = await archive.search(SearchRequest.parse({ ...asked, issuer }));
      expect(total).toBe(10);
      expect(hits.map(({ document }) => document.issuer)).toEqual(hits.map(() => joint));
    }
    for (const issuer of ['临澜市教育局、临澜市没有局', '、']) {
      expect((await archive.search(SearchRequest.parse({ ...asked, issuer }))).total).toBe(0);
    }
  });

  test('phrases in marks are counted as a plain scan of the texts counts them', async () => {
    for (const phrase of [...subjects, '工作第2项', '项。推进']) {
      const held = documents.reduce(
        (sum, { text, passages }) =>
          sum +
          passages.filter(({ start, end }) => {
            const begins = normalForm(text.slice(start)).indexOf(phrase); // it may run on into the next passage
            return begins !== -1 && begins < normalForm(text.slice(start, end)).length;
          }).length,
        0,
      );
      for (const mode of Mode.options) {
        const response = await archive.search(SearchRequest.parse({ q: `“${phrase}”`, mode }));
        expect(response).toMatchObject({ total: held, totalIsExact: true });
      }
    }
  }, 120_000);
});
