// What every reranker does, whatever is behind it. An implementation's test file calls `describeReranker`.
import { createHash } from 'node:crypto';
import type { RerankCandidate, Reranker } from '../../../services/reranking/reranker.js';

export interface OpenedReranker {
  readonly reranker: Reranker;
  close(): Promise<void>;
}

export const candidate = (text: string): RerankCandidate => ({
  text,
  hash: createHash('sha256').update(text).digest('hex'),
});
export const unhurried = (): AbortSignal => new AbortController().signal;

const QUERY = '学校可以设重点班吗';
const answers = candidate('义务教育办法\n学校不得设重点班和非重点班。');
const elsewhere = candidate('场馆通告\n图书馆每日八时开放。');
const hostile = ['', ' ', '！？。', '\0\u0007', '\ud83d', '😀🏫', '<mask>[SEP][CLS]', 'a'.repeat(5_000)].map(candidate);

export function describeReranker(name: string, open: () => Promise<OpenedReranker>): void {
  describe(`${name} as a reranker`, () => {
    let opened: OpenedReranker;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());
    const scoresOf = async (query: string, candidates: readonly RerankCandidate[]) =>
      (await opened.reranker.rerank(query, candidates, unhurried())).scores;

    test('puts a passage that answers before one that has nothing to do with the query', async () => {
      const [low, high] = await scoresOf(QUERY, [elsewhere, answers]);
      expect(high).toBeGreaterThan(low ?? Number.NaN);
    });

    test('scores each candidate by itself: neither order nor company nor an earlier call matters', async () => {
      const [first, second] = await scoresOf(QUERY, [answers, elsewhere]);
      expect(await scoresOf(QUERY, [elsewhere, answers])).toEqual([second, first]);
      expect(await scoresOf(QUERY, [answers])).toEqual([first]);
    });

    test('gives a finite number for whatever text there is, and for whatever query', async () => {
      for (const query of [QUERY, '？', '\ud83d', '重点班'.repeat(300)]) {
        const scores = await scoresOf(query, [...hostile, answers]);
        expect(scores).toHaveLength(hostile.length + 1);
        expect(scores.every(Number.isFinite)).toBe(true);
      }
    });

    test('cuts a long text at its end', async () => {
      const long = candidate(`${answers.text}${'附则另行规定。'.repeat(500)}`);
      const [high, low] = await scoresOf(QUERY, [long, elsewhere]);
      expect(high).toBeGreaterThan(low ?? Number.NaN);
    });

    test('has nothing to say of no candidates', async () => {
      expect(await scoresOf(QUERY, [])).toEqual([]);
    });

    test('ends when it is told to, with the reason, and answers the next query', async () => {
      const fresh = Array.from({ length: 40 }, (_, i) => candidate(`第${i}条 ${'学校依法办学。'.repeat(40)}`));
      const stop = new AbortController();
      const asked = opened.reranker.rerank(QUERY, fresh, stop.signal);
      const reason = new Error('that will do');
      stop.abort(reason);
      await expect(asked).rejects.toBe(reason);
      expect(await scoresOf(QUERY, [answers, elsewhere])).toHaveLength(2);
    });
  });
}
