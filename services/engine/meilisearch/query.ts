// One query of the Meilisearch engine, in two steps of requests side by side: the vector leg and how frequent
// the terms are; then the keyword leg and the counts.
import type { EngineAnswer, EngineQuery } from '../engine.js';
import { count } from './counts.js';
import { conditionsOf } from './filter.js';
import { identityOf } from './index.js';
import { keywordLeg } from './keyword.js';
import type { Server } from './server.js';
import { readTerms } from './terms.js';
import { vectorLeg } from './vector.js';

export async function runQuery(
  server: Server,
  uid: string,
  embedder: string,
  query: EngineQuery,
): Promise<EngineAnswer> {
  const filter = conditionsOf(query.filter);
  const { depth } = query;
  const [vector, terms, identity] = await Promise.all([
    query.vector && vectorLeg(server, uid, { vector: query.vector, embedder }, filter, depth),
    query.keyword && readTerms(server, uid, query.keyword),
    identityOf(server, uid),
  ]);
  const joined = (vector?.scores ?? []).slice(0, query.vectorMatches).map(({ id }) => id);
  const [keyword, counts] = await Promise.all([
    terms && keywordLeg(server, uid, terms, filter, depth),
    count(server, uid, terms?.counted ?? [], joined, filter),
  ]);
  return {
    identity,
    ...(keyword && { keyword }),
    ...(vector && { vector }),
    counts: { ...counts, exact: counts.exact && (terms?.whole ?? true) },
  };
}
