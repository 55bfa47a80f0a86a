import { indexCondition } from '../../services/index-condition.js';
import { syncBatch } from '../../services/search/index-documents.js';
import { temporaryFolder } from '../support/temporary.js';
import { embedAll, engineOf, madeUpCatalogue, model, put } from './reindex/made-up.js';

const folder = temporaryFolder();
const catalogue = madeUpCatalogue(folder, 40);
const engine = engineOf(catalogue, 'embedded');
afterAll(async () => {
  await engine.close();
  catalogue.close();
});
const condition = (fingerprint: string | null = model) => indexCondition({ catalogue, engine, fingerprint });

test('an index that was never whole and lacks much is being filled', async () => {
  expect(await condition()).toMatchObject({ state: 'filling', lacking: 40, command: null });
});

test('an index that holds all is ready; one that was whole stays so while documents come in', async () => {
  while (await syncBatch(catalogue, engine, model));
  expect(await condition()).toEqual({ state: 'ready', lacking: 0, why: null, command: null });
  for (let n = 100; n < 150; n++) put(catalogue, n);
  expect(await condition()).toMatchObject({ state: 'ready', lacking: 50 });
  while (await syncBatch(catalogue, engine, model));
});

test('another model than the archive’s is told with the command that mends it', async () => {
  expect(await condition('another model')).toMatchObject({
    state: 'model',
    why: 'a model ≠ another model',
    command: 'yanju reindex',
  });
  expect(await condition(null)).toMatchObject({ state: 'ready' });
});

test('an index of another model than the archive has by now is told too', async () => {
  embedAll(catalogue, 'another model');
  catalogue.setFingerprint('another model');
  expect(await condition('another model')).toMatchObject({ state: 'model', why: 'another model ≠ a model' });
  catalogue.setFingerprint(model);
});

test('an index that lost passages behind our back is told', async () => {
  const [first] = catalogue.documents.list(1, 0);
  await engine.apply([{ documentId: first?.id ?? '', passages: [] }]);
  expect(await condition()).toMatchObject({ state: 'count', why: '267 ≠ 270', command: 'yanju reindex' });
});

test('an engine that cannot be reached is down', async () => {
  const nobody = engineOf(catalogue, 'meilisearch', model, 'http://127.0.0.1:9');
  const told = await indexCondition({ catalogue, engine: nobody, fingerprint: model });
  expect(told).toMatchObject({ state: 'down', lacking: null, why: expect.stringContaining('MEILI_URL') });
});
