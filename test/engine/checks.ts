// Checks of an engine's answers that the contract's tests share.
import type { Engine, EngineAnswer, EngineQuery, FacetCounts, Leg } from '../../services/engine/engine.js';
import { archive, facetsOf, matching, passagesOf, vectorOf } from './fixtures.js';

export interface OpenedEngine {
  /** over an index of its own, empty */
  readonly engine: Engine;
  /** another engine over the same index, as a second process would open it */
  again(): Promise<Engine>;
  /** the same, opened with another model's vectors in mind */
  withModel(model: string, dimension: number): Promise<Engine>;
  /** closes all of them and leaves nothing behind */
  close(): Promise<void>;
}

/** Scores of embedded vectors may be rounded (8 bits a component). */
export const COSINE_TOLERANCE = 0.02;

export const ids = (leg: Leg | undefined): number[] => (leg?.scores ?? []).map(({ id }) => id);
export const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
const plain = (counts: FacetCounts) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
export const vectorQuery = (seed: number, more: Partial<EngineQuery> = {}): EngineQuery => ({
  vector: vectorOf(seed),
  filter: {},
  depth: 100,
  vectorMatches: 5,
  ...more,
});

/** Checks that hold for every answer. */
export function expectWellFormed(answer: EngineAnswer, query: EngineQuery): void {
  for (const leg of [answer.keyword, answer.vector]) {
    if (!leg) continue;
    expect(leg.scores.length).toBeLessThanOrEqual(query.depth);
    expect(new Set(ids(leg)).size).toBe(leg.scores.length);
    const [low, high] = leg.kind === 'cosine' ? [-1, 1] : [0, Number.MAX_VALUE];
    for (const [i, { id, score }] of leg.scores.entries()) {
      expect(Number.isSafeInteger(id)).toBe(true);
      expect(score).toBeGreaterThanOrEqual(low);
      expect(score).toBeLessThanOrEqual(high);
      const next = leg.scores[i + 1];
      if (next) expect(score > next.score || (score === next.score && id < next.id)).toBe(true);
    }
  }
  expect(Boolean(answer.keyword)).toBe(Boolean(query.keyword));
  expect(Boolean(answer.vector)).toBe(Boolean(query.vector));
  if (answer.vector) expect(answer.vector.kind).toBe('cosine');
  if (answer.keyword) expect(['bm25', 'idf']).toContain(answer.keyword.kind);
}

/** Checks the matches, totals and facets against the definitions, worked out plainly. */
export function expectCounts(answer: EngineAnswer, query: EngineQuery, passages = passagesOf(archive)): void {
  const joined = ids(answer.vector).slice(0, query.vectorMatches);
  const matches = matching(passages, query) ?? ids(answer.keyword); // what a part of a text is, is the engine's own
  if (query.keyword) expect(sorted(ids(answer.keyword))).toEqual(sorted(matches));
  const expected = [...new Set([...matches, ...joined])];
  const documents = new Set(passages.filter(({ id }) => expected.includes(id)).map((p) => p.documentId));
  expect(answer.counts).toMatchObject({ passages: expected.length, documents: documents.size, exact: true });
  const { facets } = answer.counts;
  expect({
    region: plain(facets.region),
    year: plain(facets.year),
    type: plain(facets.type),
    issuer: plain(facets.issuer),
  }).toEqual(facetsOf(passages, expected));
}
