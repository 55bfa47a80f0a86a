// Why a hit stands where it does, over a small real archive.
import { createArchive } from '../../../services/archive.js';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { SearchRequest } from '../../../services/domain/query.js';
import { createEmbedder } from '../../../services/embedding/transformers.js';
import { openEngine } from '../../../services/engine/open.js';
import { embedMissing } from '../../../services/search/embed-missing.js';
import { syncBatch } from '../../../services/search/index-documents.js';
import { testSettings } from '../../support/settings.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

const { settings } = testSettings(temporaryFolder());
const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
const embedder = createEmbedder({ modelDir: settings.YANJU_MODEL_DIR, processes: 1 });
const engine = openEngine({ settings, catalogueId: catalogue.id, dimension: embedder.dimension });
const archive = createArchive({ settings, catalogue, engine, embedder });

beforeAll(async () => {
  const versions = [
    versionOf('临澜/2019.txt', '学校不得分设重点班。违反的，责令改正。\n随迁子女就近入学。', {
      title: '临澜市义务教育招生通知',
      region: '河南省',
      regionCode: '41',
      date: '2019-03-01',
      year: 2019,
      type: '通知',
    }),
    versionOf('旧.txt', '校车应当定期检查。\n开展重點班清理。', { title: '某年校车办法', year: 2010 }),
  ];
  catalogue.transaction(() => {
    for (const version of versions) catalogue.store.put(version, '2026-01-01T00:00:00.000Z');
  });
  await embedMissing(catalogue, embedder);
  while (await syncBatch(catalogue, engine, embedder.fingerprint));
});
afterAll(async () => {
  await Promise.all([embedder.close(), engine.close()]);
  catalogue.close();
});

const search = async (request: object) => (await archive.search(SearchRequest.parse(request))).hits;

test('the legs that found it are named with their places, and only those', async () => {
  const [first] = await search({ q: '重点班' });
  expect(first?.why.legs).toEqual([
    { leg: 'keyword', rank: expect.any(Number), score: expect.any(Number) },
    { leg: 'vector', rank: expect.any(Number), score: expect.any(Number) },
  ]);
  expect((await search({ q: '重点班', mode: 'keyword' }))[0]?.why.legs.map(({ leg }) => leg)).toEqual(['keyword']);
  expect((await search({ q: '重点班', mode: 'semantic' }))[0]?.why.legs.map(({ leg }) => leg)).toEqual(['vector']);
  const far = (await search({ q: '重点班' })).find(({ passage }) => passage.text.includes('校车'));
  expect(far?.why.legs.map(({ leg }) => leg)).toEqual(['vector']);
});

test('terms are those that stand in the passage, its headings, its title or its file name, however they are written', async () => {
  const hits = await search({ q: '校车 重点班' });
  const termsOf = (part: string) => hits.find(({ passage }) => passage.text.includes(part))?.why.terms;
  expect(termsOf('分设')).toEqual(expect.arrayContaining(['重点班']));
  expect(termsOf('分设')).not.toContain('校车');
  expect(termsOf('重點班')).toEqual(expect.arrayContaining(['校车', '重点班']));
});

test('what the query names is said where it applies', async () => {
  const hits = await search({ q: '河南 2019年 招生通知' });
  const named = (file: string) => hits.find(({ document }) => document.file === file)?.why.named;
  expect(named('临澜/2019.txt')).toEqual(expect.arrayContaining(['region', 'years', 'type']));
  expect(named('旧.txt')).toEqual([]);
  expect((await search({ q: '学校不得分设重点班' }))[0]?.why.named).toContain('verbatim');
  expect((await search({ q: '临澜市招生通知' }))[0]?.why.named).toContain('titled');
});

test('the sentence is the one that is marked', async () => {
  const [first] = await search({ q: '设重点班怎么办' });
  const answer = first?.highlights.find(({ kind }) => kind === 'answer');
  expect(first?.why.sentence).toEqual({ start: answer?.start, end: answer?.end });
});
