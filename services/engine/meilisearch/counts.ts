// Totals and facets. Meilisearch has no query for "some of these terms", but one for "none of them": what
// matches is all under the filter, less what holds none of the terms, plus those of the vector leg's best
// that hold none.
import type { MultiSearchResult } from 'meilisearch';
import type { Counts } from '../engine.js';
import { tally } from '../tally.js';
import { documentsOf } from './card.js';
import { anyOf } from './filter.js';
import type { Hit, Server } from './server.js';
import { counting } from './terms.js';

export async function count(
  server: Server,
  uid: string,
  terms: readonly string[],
  joined: readonly number[],
  filter: readonly string[],
): Promise<Counts> {
  const none = terms.map((term) => `-${term}`).join(' ');
  const parts = [
    ...(terms.length > 0
      ? [
          { sign: 1, q: '', filter },
          { sign: -1, q: none, filter },
        ]
      : []),
    ...(joined.length > 0 ? [{ sign: 1, q: none, filter: [...filter, anyOf('id', joined)] }] : []),
  ];
  const results = await server.search(
    parts.map((part) => ({ ...counting(uid, part.q, part.filter), facets: ['card'] })),
  );
  const passagesOf = new Map<string, number>();
  let total = 0;
  for (const [i, { sign }] of parts.entries()) {
    const result = results[i];
    total += sign * (result?.estimatedTotalHits ?? 0);
    for (const [card, n] of Object.entries(result?.facetDistribution?.card ?? {})) {
      passagesOf.set(card, (passagesOf.get(card) ?? 0) + sign * n);
    }
  }
  return { ...tally(documentsOf(passagesOf)), passages: Math.max(0, total), exact: results.every(isWhole) };
}

/** Every passage has one card, so a distribution that does not add up was cut by MAX_FACET_VALUES. */
const isWhole = (result: MultiSearchResult<Hit>): boolean =>
  Object.values(result.facetDistribution?.card ?? {}).reduce((sum, n) => sum + n, 0) === result.estimatedTotalHits;
