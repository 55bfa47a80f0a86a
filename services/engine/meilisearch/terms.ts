// A query's key terms against the index: how many passages hold each, and which of them count.
import type { MultiSearchQuery } from 'meilisearch';
import { commonShare, type EngineQuery } from '../engine.js';
import type { Server } from './server.js';
import { partsOf, type TermUnits, termUnits } from './units.js';

/** The server reads at most 1,000 tokens of a query, and excluding a term takes up to 26. */
export const MAX_TERMS = 36;

export interface Terms {
  /** passages in the index */
  readonly total: number;
  /** query → passages that match it, whatever the filter: for every term and every unit */
  readonly frequencies: ReadonlyMap<string, number>;
  /** queries of the units that score */
  readonly scored: readonly string[];
  /** queries of the terms that count (see EngineQuery.keyword) */
  readonly counted: readonly string[];
  /** false when there were more terms than can be asked for */
  readonly whole: boolean;
}

/** A question for numbers only. */
export const counting = (indexUid: string, q: string, filter: readonly string[]): MultiSearchQuery => ({
  indexUid,
  q,
  limit: 0,
  matchingStrategy: 'all',
  filter: [...filter],
});

type Keyword = NonNullable<EngineQuery['keyword']>;

export async function readTerms(server: Server, uid: string, keyword: Keyword): Promise<Terms> {
  const found = await weigh(
    server,
    uid,
    keyword.terms.map(termUnits).filter((term) => term !== null),
  );
  return found.counted.length > 0 ? found : weigh(server, uid, partsOf(keyword.terms));
}

async function weigh(server: Server, uid: string, all: readonly TermUnits[]): Promise<Terms> {
  const terms = all.slice(0, MAX_TERMS);
  const queries = [...new Set(terms.flatMap(({ whole, scored }) => [whole, ...scored]))];
  const [everything, ...results] = await server.search(['', ...queries].map((q) => counting(uid, q, [])));
  const total = everything?.estimatedTotalHits ?? 0;
  const frequencies = new Map(queries.map((q, i) => [q, results[i]?.estimatedTotalHits ?? 0]));
  const frequency = (query: string): number => frequencies.get(query) ?? 0;
  const present = [...new Set(terms.map(({ whole }) => whole))].filter((query) => frequency(query) > 0);
  const rare = present.filter((query) => frequency(query) <= commonShare * total);
  return {
    total,
    frequencies,
    scored: [...new Set(terms.flatMap(({ scored }) => scored))].filter((query) => frequency(query) > 0),
    counted: rare.length > 0 ? rare : present,
    whole: terms.length === all.length,
  };
}
