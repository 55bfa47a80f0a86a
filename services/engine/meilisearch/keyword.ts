// The keyword leg: BM25 over the units of the key terms. The passages that hold a unit come back as a facet
// distribution over ids, level by level, because a hit costs the server twenty times as much as a facet value.
import type { MultiSearchQuery } from 'meilisearch';
import type { Leg } from '../engine.js';
import { levelAttributes, levelWeights } from './levels.js';
import type { Server } from './server.js';
import { counting, type Terms, unitQuery } from './terms.js';

/** Ids that one query reads, rarest units first: beyond, units weigh so little that nDCG@10 does not change. */
const MAX_POSTINGS = 30_000;
/** A question of 40 units is 240 searches for the server, at 0.4 ms each. */
const MAX_UNITS = 40;

/** The rarest units; always at least one. */
function rarest({ terms, frequency }: Terms): string[] {
  const units = [...new Set(terms.flatMap(({ scored }) => scored))]
    .filter((unit) => frequency(unitQuery(unit)) > 0)
    .sort((a, b) => frequency(unitQuery(a)) - frequency(unitQuery(b)));
  let postings = 0;
  return units.slice(0, MAX_UNITS).filter((unit, i) => {
    postings += frequency(unitQuery(unit));
    return i === 0 || postings <= MAX_POSTINGS;
  });
}

export async function keywordLeg(
  server: Server,
  uid: string,
  terms: Terms,
  filter: readonly string[],
  depth: number,
): Promise<Leg> {
  const asked = rarest(terms).flatMap((unit) => {
    const n = terms.frequency(unitQuery(unit));
    const idf = Math.log(1 + (terms.total - n + 0.5) / (n + 0.5));
    return levelAttributes.map((attribute, level) => ({
      weight: Math.max(0, idf * (levelWeights[level] ?? 0)), // below 0 only when the index changed between two requests
      query: {
        ...counting(uid, unitQuery(unit), filter),
        attributesToSearchOn: [attribute],
        facets: ['id'],
      } satisfies MultiSearchQuery,
    }));
  });
  const results = await server.search(asked.map(({ query }) => query));
  const scores = new Map<string, number>();
  for (const [i, { weight }] of asked.entries()) {
    for (const id in results[i]?.facetDistribution?.id) scores.set(id, (scores.get(id) ?? 0) + weight);
  }
  return { kind: 'bm25', scores: best(scores, depth) };
}

const best = (scores: ReadonlyMap<string, number>, depth: number): Leg['scores'] =>
  Array.from(scores, ([id, score]) => ({ id: Number(id), score }))
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, depth);
