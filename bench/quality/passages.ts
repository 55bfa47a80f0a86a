// The archive's passages in memory, for peers that rank them without the product: by id, with their documents.
import type { Catalogue } from '../../services/catalogue/open.js';
import type { EnginePassage } from '../../services/engine/engine.js';
import type { RankedPassage, Ranker, RankerQuery } from '../../services/evaluation/ranker.js';
import { passes, resolveFilters } from '../../services/search/filters.js';
import { engineDocument } from '../../services/search/index-documents.js';

/** Peers rank as many passages as the product's legs give. */
export const DEPTH = 1_000;

export interface Passages {
  all(): Iterable<EnginePassage>;
  /** whether a passage is in a document that passes the query's filter */
  allowedBy(query: RankerQuery): (id: number) => boolean;
  /** A ranker out of a function that gives passage ids, best first. */
  ranker(rank: (query: RankerQuery) => Promise<readonly number[]>): Ranker;
}

export function readPassages(catalogue: Catalogue, fingerprint: string): Passages {
  const ids = catalogue.sync.behind('', Number.MAX_SAFE_INTEGER).map(({ documentId }) => documentId);
  const documentOf = new Map<number, string>();
  for (const documentId of ids) {
    for (const { id } of catalogue.sync.passages(documentId)) documentOf.set(id, documentId);
  }
  return {
    *all() {
      for (const documentId of ids) yield* engineDocument(catalogue, documentId, fingerprint).passages;
    },
    allowedBy({ filter }) {
      const { region, year } = filter ?? {};
      if (region === undefined && year === undefined) return () => true;
      const resolved = resolveFilters({ ...(region && { region }), ...(year && { year }) }, () => []);
      const passing = new Set(
        ids.filter((documentId) => {
          const metadata = catalogue.documents.metadata(documentId);
          return metadata !== null && passes(metadata, resolved);
        }),
      );
      return (id) => passing.has(documentOf.get(id) ?? '');
    },
    ranker: (rank) => ({
      async documents(query, count) {
        const documents = new Set((await rank(query)).map((id) => documentOf.get(id) ?? ''));
        return [...documents].slice(0, count);
      },
      async passages(query, count): Promise<RankedPassage[]> {
        return catalogue.documents.passagesById((await rank(query)).slice(0, count));
      },
    }),
  };
}
