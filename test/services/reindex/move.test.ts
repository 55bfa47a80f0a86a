import type { Catalogue } from '../../../services/catalogue/open.js';
import type { Engine, EngineDocument } from '../../../services/engine/engine.js';
import { buildAndMove, moveBack } from '../../../services/reindex/move.js';
import { syncBatch } from '../../../services/search/index-documents.js';
import { temporaryFolder } from '../../support/temporary.js';
import { dropIndexes, embedAll, engineOf, found, madeUpCatalogue, meiliUrl, model, put, textOf } from './made-up.js';

const folder = temporaryFolder();
const opened: { catalogue: Catalogue; engines: Engine[] }[] = [];
const archive = (documents: number) => {
  const catalogue = madeUpCatalogue(folder, documents);
  const engines: Engine[] = [];
  opened.push({ catalogue, engines });
  const engine = (name: Engine['name'], fingerprint = model): Engine => {
    const one = engineOf(catalogue, name, fingerprint);
    engines.push(one);
    return one;
  };
  return { catalogue, engine };
};
afterEach(async () => {
  for (const { catalogue, engines } of opened.splice(0)) {
    for (const engine of engines) await engine.close();
    await dropIndexes(catalogue);
    catalogue.close();
  }
});
const movingOf = (catalogue: Catalogue, engine: Engine, more: object = {}) => ({
  catalogue,
  engine,
  url: engine.name === 'meilisearch' ? meiliUrl : null,
  fingerprint: model,
  moves: true,
  embed: async () => embedAll(catalogue),
  progress: () => {},
  ...more,
});
const holdsAll = async (catalogue: Catalogue, engine: Engine): Promise<boolean> =>
  !catalogue.sync.isBehind(await engine.identity()) && (await engine.size()) === catalogue.documents.counts().passages;
/** An engine whose rebuilds take documents in only after `change` had its turn. */
const building = (
  engine: Engine,
  change: (documents: readonly EngineDocument[]) => readonly EngineDocument[],
): Engine => ({
  ...engine,
  async rebuild() {
    const rebuild = await engine.rebuild();
    return { ...rebuild, apply: (documents) => rebuild.apply(change(documents)) };
  },
});

test('an index is built aside, asked, and put in place; progress is told', async () => {
  const { catalogue, engine } = archive(30);
  const embedded = engine('embedded');
  const steps: [number, number][] = [];
  const progress = (done: number, total: number) => void steps.push([done, total]);
  const report = await buildAndMove(movingOf(catalogue, embedded, { progress }));
  expect(report.failed).toEqual([]);
  expect(report.asked).toBeGreaterThan(30);
  expect(await holdsAll(catalogue, embedded)).toBe(true);
  expect(catalogue.indexes.get(await embedded.identity())).toMatchObject({ fingerprint: model });
  expect(steps.at(-1)).toEqual([30, 30]);
});

test('what is ingested, changed and removed meanwhile is in the new index when it answers', async () => {
  const { catalogue, engine } = archive(30);
  const embedded = engine('embedded');
  const ids = catalogue.documents.list(100, 0).map(({ id }) => id);
  let turn = 0;
  const meanwhile = building(embedded, (documents) => {
    if (turn++ === 0) {
      put(catalogue, 100);
      put(catalogue, 3, `${textOf(3)}\n新增的一行写着观星社的活动时间`);
      catalogue.transaction(() => catalogue.store.markRemoved(ids[5] ?? '', '2026-01-02T00:00:00.000Z'));
    }
    return documents;
  });
  const report = await buildAndMove(movingOf(catalogue, meanwhile));
  expect(report.failed).toEqual([]);
  expect(await holdsAll(catalogue, embedded)).toBe(true);
  expect(await found(embedded, '观星社')).toHaveLength(1);
});

test('until it is put in place, the old index answers as it did', async () => {
  const { catalogue, engine } = archive(20);
  const embedded = engine('embedded');
  await buildAndMove(movingOf(catalogue, embedded));
  const before = await found(embedded, '区教育局');
  const identity = await embedded.identity();
  const seen: unknown[] = [];
  const watched = building(embedded, (documents) => {
    seen.push(Promise.all([found(embedded, '区教育局'), embedded.identity(), embedded.size()]));
    return documents;
  });
  await buildAndMove(movingOf(catalogue, watched));
  expect(await Promise.all(seen)).toEqual([[before, identity, 60]]);
  expect(await embedded.identity()).not.toBe(identity);
  expect(await found(embedded, '区教育局')).toEqual(before);
});

test.each([
  [
    'a passage',
    'count',
    (documents: readonly EngineDocument[]) =>
      documents.map((one, i) => (i === 0 ? { ...one, passages: one.passages.slice(1) } : one)),
  ],
  [
    'its words',
    'phrase',
    (documents: readonly EngineDocument[]) =>
      documents.map((one) => ({ ...one, passages: one.passages.map((passage) => ({ ...passage, text: '空' })) })),
  ],
  [
    'its filters',
    'filter',
    (documents: readonly EngineDocument[]) =>
      documents.map((one) => ({
        ...one,
        passages: one.passages.map(({ facets, ...passage }) => ({
          ...passage,
          facets: { ...facets, type: null, years: [], issuers: [] },
        })),
      })),
  ],
  [
    'its vectors',
    'neighbour',
    (documents: readonly EngineDocument[]) =>
      documents.map((one) => ({ ...one, passages: one.passages.map((passage) => ({ ...passage, vectors: [] })) })),
  ],
] as const)('an index that has lost %s is not put in place', async (_, kind, change) => {
  const { catalogue, engine } = archive(20);
  const embedded = engine('embedded');
  await buildAndMove(movingOf(catalogue, embedded));
  const [identity, before] = [await embedded.identity(), await found(embedded, '区教育局')];
  const report = await buildAndMove(movingOf(catalogue, building(embedded, change)));
  expect(report.failed.map((canary) => canary.kind)).toContain(kind);
  expect([await embedded.identity(), await found(embedded, '区教育局')]).toEqual([identity, before]);
});

test('a rebuild that was interrupted leaves the old index in service, and the next one clears what is left of it', async () => {
  const { catalogue, engine } = archive(20);
  const embedded = engine('embedded');
  await buildAndMove(movingOf(catalogue, embedded));
  const identity = await embedded.identity();
  const rebuild = await engine('embedded').rebuild(); // its process dies here
  await rebuild.apply([]);
  expect(await embedded.identity()).toBe(identity);
  const broken = building(embedded, () => {
    throw new Error('the disk is full');
  });
  await expect(buildAndMove(movingOf(catalogue, broken))).rejects.toThrow('the disk is full');
  expect(await embedded.identity()).toBe(identity);
  expect((await buildAndMove(movingOf(catalogue, embedded))).failed).toEqual([]);
  expect(await holdsAll(catalogue, embedded)).toBe(true);
});

test('a change of model: the new vectors are put in place together with the word that they are the archive’s', async () => {
  const { catalogue, engine } = archive(10);
  await buildAndMove(movingOf(catalogue, engine('embedded')));
  const other = engine('embedded', 'another model');
  const moving = { ...movingOf(catalogue, other), fingerprint: 'another model' };
  const embed = async () => embedAll(catalogue, 'another model');
  await embed();
  expect((await buildAndMove({ ...moving, embed })).failed).toEqual([]);
  expect(catalogue.fingerprint()).toBe('another model');
  expect(catalogue.indexes.get(await other.identity())).toMatchObject({ fingerprint: 'another model' });
});

test('a rebuild of the index in use moves nobody', async () => {
  const { catalogue, engine } = archive(3);
  await buildAndMove(movingOf(catalogue, engine('embedded'), { moves: false }));
  expect(catalogue.indexes.move()).toBeNull();
});

test('there is no way back to an index that was never built', async () => {
  const { catalogue, engine } = archive(3);
  await expect(moveBack(movingOf(catalogue, engine('embedded')))).rejects.toMatchObject({
    code: 'REINDEX_NOTHING_KEPT',
  });
});

if (meiliUrl === null) {
  test.skip('between engines: NOT TESTED, because MEILI_URL is not set', () => {});
} else {
  test('to Meilisearch and back: both hold the same, and the way back only adds what came in since', async () => {
    const { catalogue, engine } = archive(30);
    const [embedded, meilisearch] = [engine('embedded'), engine('meilisearch')];
    expect((await buildAndMove(movingOf(catalogue, embedded))).failed).toEqual([]);
    expect(catalogue.indexes.move()).toMatchObject({ number: 1, engine: 'embedded', url: null });
    const identity = await embedded.identity();
    expect((await buildAndMove(movingOf(catalogue, meilisearch))).failed).toEqual([]);
    expect(catalogue.indexes.move()).toMatchObject({
      number: 2,
      engine: 'meilisearch',
      url: meiliUrl,
    });
    expect(await holdsAll(catalogue, meilisearch)).toBe(true);
    expect(await found(meilisearch, '校园食堂')).toEqual(await found(embedded, '校园食堂'));
    put(catalogue, 200);
    while (await syncBatch(catalogue, meilisearch, model));
    expect((await moveBack(movingOf(catalogue, embedded))).failed).toEqual([]);
    expect(catalogue.indexes.move()).toMatchObject({ number: 3, engine: 'embedded', url: meiliUrl });
    expect(await embedded.identity()).toBe(identity);
    expect(await holdsAll(catalogue, embedded)).toBe(true);
  });

  test('an index of Meilisearch that a rebuild left behind is gone after the next', async () => {
    const { catalogue, engine } = archive(5);
    const meilisearch = engine('meilisearch');
    await (await meilisearch.rebuild()).apply([]);
    expect((await buildAndMove(movingOf(catalogue, meilisearch))).failed).toEqual([]);
    const { results } = (await (await fetch(`${meiliUrl}/indexes?limit=10000`)).json()) as {
      results: { uid: string }[];
    };
    const left = results.map(({ uid }) => uid).filter((uid) => uid.startsWith(`yanju-${catalogue.id}-`));
    expect(left).toEqual([`yanju-${catalogue.id}-passages`]);
  });
}
