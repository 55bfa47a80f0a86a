// What is judged: anything that ranks passages and documents for a query. The archive in one of its modes is one.
import type { Archive } from '../domain/archive.js';
import { type Mode, SearchRequest } from '../domain/query.js';

export interface RankerQuery {
  readonly text: string;
  readonly filter?: { readonly region?: string | undefined; readonly year?: number | undefined } | undefined;
}
export interface RankedPassage {
  readonly documentId: string;
  readonly text: string;
}

/** Best first; no more than `count`, which is 1 … 100. */
export interface Ranker {
  /** ids of different documents */
  documents(query: RankerQuery, count: number): Promise<string[]>;
  passages(query: RankerQuery, count: number): Promise<RankedPassage[]>;
}

export function archiveRanker(archive: Archive, mode: Mode): Ranker {
  const search = async ({ text, filter }: RankerQuery, group: SearchRequest['group'], size: number) => {
    const { hits } = await archive.search(
      SearchRequest.parse({
        q: text,
        mode,
        group,
        size,
        ...(filter?.region && { region: filter.region }),
        ...(filter?.year && { year: filter.year }),
      }),
    );
    return hits;
  };
  return {
    documents: async (query, count) => (await search(query, 'document', count)).map(({ document }) => document.id),
    passages: async (query, count) =>
      (await search(query, 'passage', count)).map(({ document, passage }) => ({
        documentId: document.id,
        text: passage.text,
      })),
  };
}
