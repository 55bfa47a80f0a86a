// Reranking within a search: over a small real archive, with rerankers whose scores are plain to see.
import fc from 'fast-check';
import { createArchive } from '../../../services/archive.js';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { AppError } from '../../../services/domain/errors.js';
import { SearchRequest } from '../../../services/domain/query.js';
import { createEmbedder } from '../../../services/embedding/transformers.js';
import { openEngine } from '../../../services/engine/open.js';
import type { RerankCandidate, Reranker } from '../../../services/reranking/reranker.js';
import { namings } from '../../../services/search/fuse.js';
import { syncBatch } from '../../../services/search/index-documents.js';
import { blend } from '../../../services/search/rerank.js';
import { testSettings } from '../../support/settings.js';
import { storeEmbedded } from '../../support/store.js';
import { temporaryFolder } from '../../support/temporary.js';
import { versionOf } from '../../support/versions.js';

const { settings } = testSettings(temporaryFolder());
const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
const embedder = createEmbedder({ modelDir: settings.YANJU_MODEL_DIR, processes: 1 });
const engine = openEngine({ settings, catalogueId: catalogue.id, dimension: embedder.dimension });
const lines = Array.from({ length: 24 }, (_, i) => `学校提供课后服务，第${i}项${'，家长自愿'.repeat(i % 7)}。`);

beforeAll(async () => {
  const version = versionOf('临澜市课后服务办法.txt', lines.join('\n'));
  await storeEmbedded([version], { catalogue, embedder });
  while (await syncBatch(catalogue, engine, embedder.fingerprint));
});
afterAll(async () => {
  await Promise.all([embedder.close(), engine.close()]);
  catalogue.close();
});

const rerankerBy = (rerank: Reranker['rerank'], weight = 1_000): Reranker => ({
  name: 'late',
  weight,
  rerank,
  close: async () => {},
});
const itemOf = (text: string): number => Number(/第(\d+)项/.exec(text)?.[1]);
/** Prefers items of high numbers. */
const byItem = rerankerBy(async (_, candidates) => ({
  kind: 'logit',
  scores: candidates.map(({ text }) => itemOf(text)),
}));
const failing = rerankerBy(() => Promise.reject(new AppError('RERANKING_FAILED', { why: 'test' })));
const endless = rerankerBy(() => new Promise(() => {}));

const CANDIDATES = 10;
const archiveWith = (reranker: Reranker | null, timeoutMs = 10_000) =>
  createArchive({
    settings,
    catalogue,
    engine,
    embedder,
    reranking: reranker && { reranker, candidates: CANDIDATES, timeoutMs },
  });
const search = (reranker: Reranker | null, request: object, timeoutMs?: number) =>
  archiveWith(reranker, timeoutMs).search(SearchRequest.parse({ q: '放学以后孩子谁来看', size: 20, ...request }));
const items = (response: Awaited<ReturnType<typeof search>>): number[] =>
  response.hits.map(({ passage }) => itemOf(passage.text));

test.each(['semantic', 'hybrid'])('the best in %s mode are ranked once more, the others stay', async (mode) => {
  const [first, second] = await Promise.all([search(null, { mode }), search(byItem, { mode })]);
  const best = items(first).slice(0, CANDIDATES);
  expect(items(second)).toEqual([...best.sort((a, b) => b - a), ...items(first).slice(CANDIDATES)]);
  expect(second).toMatchObject({ degraded: [], total: first.total });
});

test('keyword answers stay as they are', async () => {
  const request = { q: '家长自愿', mode: 'keyword' };
  expect(items(await search(byItem, request))).toEqual(items(await search(null, request)));
});

test('pages of an answer fit together whatever their size', async () => {
  const whole = items(await search(byItem, {}));
  for (const size of [3, 7]) {
    const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((page) => search(byItem, { page, size })));
    expect(pages.flatMap(items).slice(0, whole.length)).toEqual(whole);
  }
});

test('what holds the query verbatim stays before what does not', async () => {
  const q = '第3项，家长自愿，家长自愿，家长自愿';
  const response = await search(byItem, { q });
  expect(items(response)[0]).toBe(3);
  expect(response.hits.map(({ verbatim }) => verbatim)).toEqual(response.hits.map((_, i) => i === 0));
});

test.each([
  ['fails', failing, 10_000],
  ['takes too long', endless, 20],
])('a reranker that %s leaves the first order, and the answer says so', async (_, reranker, timeoutMs) => {
  const response = await search(reranker, {}, timeoutMs);
  expect(items(response)).toEqual(items(await search(null, {})));
  expect(response.degraded).toEqual(['reranker']);
});

test('a reranker is given the texts that were embedded, under the hashes of the catalogue', async () => {
  const seen: RerankCandidate[] = [];
  await search(
    rerankerBy(async (_, candidates) => {
      seen.push(...candidates);
      return { kind: 'logit', scores: candidates.map(() => 0) };
    }),
    {},
  );
  expect(seen).toHaveLength(CANDIDATES);
  for (const { text, hash } of seen) expect(catalogue.embedTexts.byHash([hash]).get(hash)).toBe(text);
  expect(catalogue.embedTexts.hashes().sort()).toEqual([...new Set(catalogue.embedTexts.hashes())].sort());
});

const ranking = fc
  .array(
    fc.record({ verbatim: fc.boolean(), titled: fc.boolean(), score: fc.double({ noNaN: true, min: -9, max: 9 }) }),
    {
      minLength: 1,
      maxLength: 20,
    },
  )
  .map((entries) =>
    entries
      .map((entry) => ({ ...entry, id: 0, legs: {} }))
      .sort((a, b) => namings(b) - namings(a) || b.score - a.score)
      .map((entry, id) => ({ ...entry, id })),
  );

test('blending loses nothing, keeps what is named before the rest, and changes nothing where scores are equal', () => {
  fc.assert(
    fc.property(ranking, fc.array(fc.double({ noNaN: true, min: -9, max: 9 }), { minLength: 20 }), (ranked, scores) => {
      const own = scores.slice(0, ranked.length);
      const blended = blend(ranked, own, 0.5);
      expect(blended.map(({ id }) => id).sort((a, b) => a - b)).toEqual(ranked.map(({ id }) => id));
      expect(blended.map(namings)).toEqual(ranked.map(namings));
      const equal = ranked.map(() => 3);
      expect(blend(ranked, equal, 0.5).map(({ id }) => id)).toEqual(ranked.map(({ id }) => id));
    }),
  );
});
