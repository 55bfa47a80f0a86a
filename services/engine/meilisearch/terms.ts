// A query's key terms against the index: how many passages hold each, and which of them count.
import type { MultiSearchQuery } from 'meilisearch';
import { commonShare } from '../engine.js';
import type { Server } from './server.js';
import { type TermUnits, termUnits } from './units.js';

/** The server reads at most 1,000 tokens of a query, and excluding a term takes up to 19. */
const MAX_TERMS = 48;

export interface Terms {
  readonly terms: readonly TermUnits[];
  /** passages in the index */
  readonly total: number;
  /** query → passages that match it, whatever the filter: for every term and every unit */
  readonly frequency: (query: string) => number;
  /** false when there were more terms than can be asked for */
  readonly whole: boolean;
}

export const unitQuery = (unit: string): string => `"${unit}"`;
/** A question for numbers only. */
export const counting = (indexUid: string, q: string, filter: readonly string[]): MultiSearchQuery => ({
  indexUid,
  q,
  limit: 0,
  matchingStrategy: 'all',
  filter: [...filter],
});

export async function readTerms(server: Server, uid: string, asked: readonly string[]): Promise<Terms> {
  const found = asked.map(termUnits).filter((term) => term !== null);
  const terms = found.slice(0, MAX_TERMS);
  const queries = [...new Set(terms.flatMap(({ whole, scored }) => [whole, ...scored.map(unitQuery)]))];
  const [all, ...results] = await server.search(['', ...queries].map((q) => counting(uid, q, [])));
  const frequencies = new Map(queries.map((q, i) => [q, results[i]?.estimatedTotalHits ?? 0]));
  return {
    terms,
    total: all?.estimatedTotalHits ?? 0,
    frequency: (query) => frequencies.get(query) ?? 0,
    whole: terms.length === found.length,
  };
}

/** Queries of the terms that count (see EngineQuery.keyword). */
export function countedTerms({ terms, total, frequency }: Terms): string[] {
  const present = [...new Set(terms.map(({ whole }) => whole))].filter((query) => frequency(query) > 0);
  const rare = present.filter((query) => frequency(query) <= commonShare * total);
  return rare.length > 0 ? rare : present;
}
