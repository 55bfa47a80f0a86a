// Meilisearch as it comes: its own keyword and hybrid search over an index with its default settings, told only that
// the language is Chinese, what may be filtered by, and that we bring the vectors. Made here and deleted afterwards.
import { randomUUID } from 'node:crypto';
import { type EnqueuedTaskPromise, Meilisearch, type SearchParams } from 'meilisearch';
import type { Embedder } from '../../services/embedding/embedder.js';
import type { EngineFilter, EnginePassage } from '../../services/engine/engine.js';
import type { Ranker, RankerQuery } from '../../services/evaluation/ranker.js';
import { resolveFilters } from '../../services/search/filters.js';
import { DEPTH, type Passages } from './passages.js';

const BATCH = 2_000;
const EMBEDDER = 'passage';
const LOCALES = ['cmn' as const];

export interface PlainMeilisearch {
  readonly keyword: Ranker;
  readonly hybrid: Ranker;
  /** Deletes the index. */
  close(): Promise<void>;
}
interface ServerAt {
  readonly url: string;
  readonly apiKey?: string | undefined;
}
interface Record {
  readonly id: number;
}

export async function plainMeilisearch(
  at: ServerAt,
  passages: Passages,
  embedder: Embedder,
): Promise<PlainMeilisearch> {
  const client = new Meilisearch({ host: at.url, timeout: 120_000, ...(at.apiKey && { apiKey: at.apiKey }) });
  const uid = `yanju-bench-${randomUUID()}`;
  const index = client.index<Record>(uid);
  const close = async (): Promise<void> => void (await client.deleteIndex(uid).waitTask({ timeout: 0 }));
  const made = async (task: EnqueuedTaskPromise): Promise<void> => {
    const { status, error } = await task.waitTask({ timeout: 0, interval: 200 });
    if (status !== 'succeeded') throw new Error(`Meilisearch: ${error?.message ?? status}`);
  };
  await made(client.createIndex(uid, { primaryKey: 'id' }));
  try {
    await made(
      index.updateSettings({
        localizedAttributes: [{ attributePatterns: ['*'], locales: LOCALES }],
        searchableAttributes: ['title', 'heading', 'text'],
        filterableAttributes: ['region', 'years'],
        embedders: { [EMBEDDER]: { source: 'userProvided', dimensions: embedder.dimension } },
      }),
    );
    for (const batch of batches(passages.all())) await made(index.addDocuments(batch.map(record)));
  } catch (error) {
    await close();
    throw error;
  }

  const ranker = (more: (text: string) => Promise<SearchParams>): Ranker =>
    passages.ranker(async (query) => {
      const { hits } = await index.search(query.text, {
        ...(await more(query.text)),
        locales: LOCALES,
        filter: conditions(query),
        limit: DEPTH,
        attributesToRetrieve: ['id'],
      });
      return hits.map(({ id }) => id);
    });
  return {
    keyword: ranker(async () => ({})),
    hybrid: ranker(async (text) => {
      const [vector] = await embedder.embed([text], 'query');
      return { vector: [...(vector ?? [])], hybrid: { embedder: EMBEDDER, semanticRatio: 0.5 } };
    }),
    close,
  };
}

const record = ({ id, title, heading, text, vectors: [vector], facets }: EnginePassage) => ({
  id,
  title,
  heading,
  text,
  region: facets.regionPath,
  years: facets.years,
  _vectors: { [EMBEDDER]: vector ? [...vector] : null },
});

function conditions({ filter }: RankerQuery): string[] {
  const { region, years }: EngineFilter = resolveFilters(
    { ...(filter?.region && { region: filter.region }), ...(filter?.year && { year: filter.year }) },
    () => [],
  );
  return [
    ...(region === undefined ? [] : [`region = ${JSON.stringify(region)}`]),
    ...(years ? [`years ${years.from} TO ${years.to}`] : []),
  ];
}

function* batches(passages: Iterable<EnginePassage>): Generator<EnginePassage[]> {
  let batch: EnginePassage[] = [];
  for (const passage of passages) {
    batch.push(passage);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
