// The vector leg. Meilisearch's score of a vector hit is (1 + cosine) ÷ 2.
import type { Leg } from '../engine.js';
import type { Server } from './server.js';

/** Passages without a vector would come last, with the score of an opposite one: the filter keeps them out. */
const EMBEDDED = 'embedded = true';

export async function vectorLeg(
  server: Server,
  uid: string,
  { vector, embedder }: { readonly vector: Float32Array; readonly embedder: string },
  filter: readonly string[],
  depth: number,
): Promise<Leg> {
  const [result] = await server.search([
    {
      indexUid: uid,
      vector: Array.from(vector),
      hybrid: { embedder, semanticRatio: 1 },
      filter: [...filter, EMBEDDED],
      limit: depth,
      attributesToRetrieve: ['id'],
      showRankingScore: true,
    },
  ]);
  const scores = (result?.hits ?? []).map(({ id, _rankingScore }) => ({
    id,
    score: Math.max(-1, Math.min(1, 2 * (_rankingScore ?? 0) - 1)),
  }));
  return { kind: 'cosine', scores: scores.sort((a, b) => b.score - a.score || a.id - b.id) };
}
