// The keyword leg: BM25 over the units of the key terms, for the passages that match. The passages that hold a
// unit come back as a facet distribution over ids, level by level: a hit costs the server twenty times as much.
import type { MultiSearchQuery, MultiSearchResult } from 'meilisearch';
import type { Leg } from '../engine.js';
import { levelAttributes, levelWeights } from './levels.js';
import type { Hit, Server } from './server.js';
import { counting, type Terms } from './terms.js';

/** Ids that one query reads, of the rarest units first: those beyond weigh so little that nDCG@10 does not change. */
const MAX_POSTINGS = 30_000;
/** 40 units are 240 searches for the server, at 0.4 ms each. */
const MAX_ASKED = 40;

interface Asked {
  readonly query: MultiSearchQuery;
  /** what the passages found gain */
  readonly weight: number;
  /** whether they match by keyword */
  readonly counted: boolean;
}

export async function keywordLeg(
  server: Server,
  uid: string,
  terms: Terms,
  filter: readonly string[],
  depth: number,
): Promise<Leg> {
  const asked = rarest(terms).flatMap((q): Asked[] => {
    const query = { ...counting(uid, q, filter), facets: ['id'] };
    const counted = terms.counted.includes(q);
    if (!terms.scored.includes(q)) return [{ query, weight: 0, counted }];
    const idf = idfOf(terms.frequencies.get(q) ?? 0, terms.total);
    return levelAttributes.map((attribute, level) => ({
      query: { ...query, attributesToSearchOn: [attribute] },
      weight: idf * (levelWeights[level] ?? 0),
      counted,
    }));
  });
  const results = await server.search(asked.map(({ query }) => query));
  return { kind: 'bm25', scores: add(asked, results, depth) };
}

/** Below zero only when the index changed between two requests. */
const idfOf = (n: number, total: number): number => Math.log(1 + Math.max(0, total - n + 0.5) / (n + 0.5));

/** The rarest of the queries that score or count, at least one. */
function rarest({ scored, counted, frequencies }: Terms): string[] {
  const frequency = (query: string): number => frequencies.get(query) ?? 0;
  let postings = 0;
  return [...new Set([...counted, ...scored])]
    .sort((a, b) => frequency(a) - frequency(b))
    .slice(0, MAX_ASKED)
    .filter((query, i) => {
      postings += frequency(query);
      return i === 0 || postings <= MAX_POSTINGS;
    });
}

function add(asked: readonly Asked[], results: readonly MultiSearchResult<Hit>[], depth: number): Leg['scores'] {
  const scores = new Map<string, number>();
  const matching = new Set<string>();
  for (const [i, { weight, counted }] of asked.entries()) {
    for (const id in results[i]?.facetDistribution?.id) {
      if (counted) matching.add(id);
      scores.set(id, (scores.get(id) ?? 0) + weight);
    }
  }
  return Array.from(matching, (id) => ({ id: Number(id), score: scores.get(id) ?? 0 }))
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, depth);
}
