import { join } from 'node:path';
import { projectRoot } from '../../../config/root.js';
import { createEmbedder } from '../../../services/embedding/transformers.js';
import { keepTokens } from '../../../services/reranking/late/keep-tokens.js';
import { createLateInteraction } from '../../../services/reranking/late/late-interaction.js';
import { openTokenStore } from '../../../services/reranking/late/token-store.js';
import { temporaryFolder } from '../../support/temporary.js';
import { candidate, describeReranker, unhurried } from './contract.js';

const modelDir = join(projectRoot, 'models/bge-small-zh-v1.5');
const folder = temporaryFolder();
const open = (name: string) => {
  const queries = createEmbedder({ modelDir, processes: 1 });
  const passages = createEmbedder({ modelDir, processes: 1 });
  const path = join(folder, name);
  const store = openTokenStore({ path, fingerprint: queries.fingerprint });
  const reranker = createLateInteraction({ queries, passages, store });
  return {
    queries,
    passages,
    path,
    store,
    reranker,
    close: async () => void (await Promise.all([reranker.close(), queries.close()])),
  };
};

describeReranker('late interaction', async () => open('contract.db'));

describe('what is kept of passages', () => {
  const opened = open('kept.db');
  const { queries, passages, path, reranker } = opened;
  afterAll(opened.close);
  const texts = ['适龄儿童年满六周岁应当入学。', '学校提供课后服务，家长自愿参加。'];
  const candidates = texts.map(candidate);

  test('comes with the vectors that are embedded anyway, and leaves them as they are', async () => {
    const store = openTokenStore({ path, fingerprint: queries.fingerprint });
    const keeping = keepTokens(createEmbedder({ modelDir, processes: 1 }), store);
    expect(await keeping.embed(texts, 'passage')).toEqual(await passages.embed(texts, 'passage'));
    await keeping.embed(['孩子几岁上学'], 'query');
    expect(store.missing([...candidates, candidate('孩子几岁上学')].map(({ hash }) => hash))).toEqual([
      candidate('孩子几岁上学').hash,
    ]);
    await keeping.close();
  });

  test('spares computing, and gives the scores that computing gives', async () => {
    const before = passages.busyMs();
    const kept = await reranker.rerank('孩子几岁上学', candidates, unhurried());
    expect(passages.busyMs()).toBe(before);
    const computing = open('computed.db');
    expect(await computing.reranker.rerank('孩子几岁上学', candidates, unhurried())).toEqual(kept);
    expect(computing.passages.busyMs()).toBeGreaterThan(0);
    expect(computing.store.missing(candidates.map(({ hash }) => hash))).toEqual([]);
    await computing.close();
  });

  test('is of one model; what another made is not seen, and forgotten when told what to keep', () => {
    const other = openTokenStore({ path, fingerprint: 'other' });
    const [first, second] = candidates.map(({ hash }) => hash) as [string, string];
    expect(other.missing([first, second, first])).toEqual([first, second]);
    other.put([
      { hash: first, tokens: Uint32Array.of(1, 2) },
      { hash: second, tokens: new Uint32Array() },
    ]);
    other.keepOnly([second]);
    expect(other.get([first, second])).toEqual(new Map([[second, new Uint32Array()]]));
    other.close();
    const own = openTokenStore({ path, fingerprint: queries.fingerprint });
    expect(own.missing([first])).toEqual([first]);
    own.close();
  });
});

test('the words of the instruction in front of a query are not the query’s, nor are punctuation marks a token', async () => {
  const embedder = createEmbedder({ modelDir, processes: 1 });
  const [asked] = await embedder.embedTokens(['上学？'], 'query');
  expect(asked?.tokens).toHaveLength((2 * 256) / 32);
  await embedder.close();
});
