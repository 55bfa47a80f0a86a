// Brings an engine up to what the catalogue holds, and rebuilds it from there. Reads and embeds nothing again.
import type { Catalogue } from '../catalogue/open.js';
import type { Engine, EngineDocument, EnginePassage } from '../engine/engine.js';
import { facetsOf } from './filters.js';

/** Documents given to the engine at a time: as many as hold about so many passages. */
const BATCH_PASSAGES = 2_000;
const BATCH_DOCUMENTS = 200;

/** One document as the engine sees it; a removed one has no passages. */
export function engineDocument(catalogue: Catalogue, documentId: string, fingerprint: string): EngineDocument {
  const metadata = catalogue.documents.metadata(documentId);
  if (!metadata) return { documentId, passages: [] };
  const { text } = catalogue.documents.text(documentId);
  const facets = facetsOf(metadata);
  const passages = catalogue.sync.passages(documentId).map(
    ({ id, start, end, heading, embedHashes }): EnginePassage => ({
      id,
      documentId,
      title: metadata.title,
      heading: (JSON.parse(heading) as string[]).join(' '), // written by the catalogue from a string[]
      text: text.slice(start, end),
      vectors: embedHashes.flatMap((hash) => catalogue.vectors.get(fingerprint, hash) ?? []),
      facets,
    }),
  );
  return { documentId, passages };
}

type Behind = ReturnType<Catalogue['sync']['behind']>;

/** The first documents of a list that together hold about BATCH_PASSAGES. */
function firstBatch(documents: Behind): Behind {
  let passages = 0;
  const end = documents.findIndex((document) => {
    passages += document.passages;
    return passages >= BATCH_PASSAGES;
  });
  return end === -1 ? documents : documents.slice(0, end + 1);
}

/**
 * Gives the engine what it lacks, one batch; false when nothing was lacking.
 * A crash between `apply` and `applied` only repeats the batch, which is harmless.
 */
export async function syncBatch(catalogue: Catalogue, engine: Engine, fingerprint: string): Promise<boolean> {
  const identity = await engine.identity();
  const batch = firstBatch(catalogue.sync.behind(identity, BATCH_DOCUMENTS));
  if (batch.length === 0) return false;
  await engine.apply(
    batch.map(({ documentId, removed }) =>
      removed ? { documentId, passages: [] } : engineDocument(catalogue, documentId, fingerprint),
    ),
  );
  catalogue.sync.applied(identity, batch);
  return true;
}

/** Builds a new index aside from the whole catalogue and swaps it in. `progress` gets documents done and in all. */
export async function rebuildEngine(
  catalogue: Catalogue,
  engine: Engine,
  fingerprint: string,
  progress: (done: number, total: number) => void = () => {},
): Promise<void> {
  const rebuild = await engine.rebuild();
  try {
    let rest = catalogue.sync.behind('', Number.MAX_SAFE_INTEGER).filter(({ removed }) => !removed);
    const total = rest.length;
    const done: Behind = [];
    while (rest.length > 0) {
      const batch = firstBatch(rest.slice(0, BATCH_DOCUMENTS));
      await rebuild.apply(batch.map(({ documentId }) => engineDocument(catalogue, documentId, fingerprint)));
      done.push(...batch);
      rest = rest.slice(batch.length);
      progress(done.length, total);
    }
    const identity = await rebuild.commit();
    catalogue.sync.applied(identity, done);
    catalogue.sync.keepOnly(identity);
  } catch (error) {
    await rebuild.abort().catch(() => {}); // the first error is the one to tell
    throw error;
  }
  while (await syncBatch(catalogue, engine, fingerprint)); // what changed meanwhile
}
