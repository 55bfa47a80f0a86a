// What is compared: this product, its single legs, and what a user could take instead.
import type { Settings } from '../../config/settings.js';
import type { Mode } from '../../services/domain/query.js';
import { archiveRanker, type Ranker } from '../../services/evaluation/ranker.js';
import { grams, indexForm, queryGrams } from '../../services/language/segment.js';
import { resolveFilters } from '../../services/search/filters.js';
import { createBm25 } from './bm25.js';
import { plainMeilisearch } from './meilisearch.js';
import { DEPTH, readPassages } from './passages.js';
import { reciprocalRankFusion } from './rrf.js';
import type { OpenSet } from './sets.js';

export const HYBRID = 'Yanju hybrid';
export const ON_MEILISEARCH = 'Yanju hybrid, on Meilisearch';
/** Each of this product's hybrids and the legs it is made of. */
export const LEGS: Readonly<Record<string, readonly string[]>> = {
  [HYBRID]: ['Yanju keyword', 'Yanju semantic'],
  [ON_MEILISEARCH]: ['Yanju keyword, on Meilisearch', 'Yanju semantic, on Meilisearch'],
};
const MEILISEARCH_KEYWORD = 'Meilisearch keyword';
const MEILISEARCH_HYBRID = 'Meilisearch hybrid';
const BM25 = 'BM25 over bigrams';
const RRF = 'RRF of BM25 and vectors';

/** In the order of the table. Those on Meilisearch are skipped without a server. */
const needServer = [ON_MEILISEARCH, ...(LEGS[ON_MEILISEARCH] ?? []), MEILISEARCH_KEYWORD, MEILISEARCH_HYBRID];
export const systemNames: readonly string[] = [HYBRID, ...(LEGS[HYBRID] ?? []), ...needServer, BM25, RRF];
export const skippedWithout = (server: string | undefined): readonly string[] => (server ? [] : needServer);

export interface Systems {
  readonly rankers: ReadonlyMap<string, Ranker>;
  close(): Promise<void>;
}

export async function openSystems(set: OpenSet, { MEILI_URL, MEILI_API_KEY }: Settings): Promise<Systems> {
  const { catalogue, embedder, engine } = set;
  const passages = readPassages(catalogue, embedder.fingerprint);
  const bm25 = createBm25(units(passages.all()));
  const byBm25 = (query: { text: string }, allowed: (id: number) => boolean): number[] =>
    bm25.search(queryGrams(indexForm(query.text)), DEPTH, allowed).map(({ id }) => id);

  const rankers = new Map<string, Ranker>();
  const product = (archive: OpenSet['embedded'], hybrid: string): void => {
    const modes: readonly Mode[] = ['hybrid', 'keyword', 'semantic'];
    for (const [i, name] of [hybrid, ...(LEGS[hybrid] ?? [])].entries()) {
      rankers.set(name, archiveRanker(archive, modes[i] ?? 'hybrid'));
    }
  };
  product(set.embedded, HYBRID);
  if (set.onMeilisearch) product(set.onMeilisearch, ON_MEILISEARCH);
  const meilisearch = MEILI_URL
    ? await plainMeilisearch({ url: MEILI_URL, apiKey: MEILI_API_KEY }, passages, embedder)
    : null;
  if (meilisearch) {
    rankers.set(MEILISEARCH_KEYWORD, meilisearch.keyword);
    rankers.set(MEILISEARCH_HYBRID, meilisearch.hybrid);
  }
  rankers.set(
    BM25,
    passages.ranker(async (query) => byBm25(query, passages.allowedBy(query))),
  );
  rankers.set(
    RRF,
    passages.ranker(async (query) => {
      const [vector] = await embedder.embed([query.text], 'query');
      const { region, year } = query.filter ?? {};
      const filter = resolveFilters({ ...(region && { region }), ...(year && { year }) }, () => []);
      const answer = await engine.query({ ...(vector && { vector }), filter, depth: DEPTH, vectorMatches: 0 });
      const byVector = answer.vector?.scores.map(({ id }) => id) ?? [];
      return reciprocalRankFusion([byBm25(query, passages.allowedBy(query)), byVector]);
    }),
  );
  return { rankers, close: async () => meilisearch?.close() };
}

function* units(passages: ReturnType<ReturnType<typeof readPassages>['all']>) {
  for (const { id, title, heading, text } of passages) {
    yield { id, units: grams(indexForm([title, heading, text].join('\n'))) };
  }
}
