// Brings an engine up to what the catalogue holds. Reads and embeds nothing again.
import type { Catalogue } from '../catalogue/open.js';
import { withLease } from '../catalogue/with-lease.js';
import { AppError } from '../domain/errors.js';
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

export type Behind = ReturnType<Catalogue['sync']['behind']>;

/** The first documents of a list that together hold about BATCH_PASSAGES. */
export function firstBatch(documents: Behind): Behind {
  let passages = 0;
  const end = documents.findIndex((document, i) => {
    passages += document.passages;
    return passages >= BATCH_PASSAGES || i === BATCH_DOCUMENTS - 1;
  });
  return end === -1 ? documents : documents.slice(0, end + 1);
}

/**
 * Gives the engine what it lacks, one batch; false when nothing was lacking, which is then known of the index.
 * A crash between `apply` and `applied` only repeats the batch, which is harmless. Call while holding the lease `index`.
 * @throws AppError MODEL_MISMATCH when the catalogue's vectors are of another model by now
 */
export async function giveBatch(catalogue: Catalogue, engine: Engine, fingerprint: string): Promise<boolean> {
  const have = catalogue.fingerprint();
  if (have !== null && have !== fingerprint) throw new AppError('MODEL_MISMATCH', { have, want: fingerprint });
  const identity = await engine.identity();
  const batch = firstBatch(catalogue.sync.behind(identity, BATCH_DOCUMENTS));
  if (batch.length === 0) {
    catalogue.indexes.complete({ identity, fingerprint });
    return false;
  }
  await engine.apply(
    batch.map(({ documentId, removed }) =>
      removed ? { documentId, passages: [] } : engineDocument(catalogue, documentId, fingerprint),
    ),
  );
  catalogue.sync.applied(identity, batch);
  return true;
}

/** The same beside other processes: while one puts a new index in place, no other writes to the old one. */
export const syncBatch = (catalogue: Catalogue, engine: Engine, fingerprint: string): Promise<boolean> =>
  withLease(catalogue.leases, 'index', () => giveBatch(catalogue, engine, fingerprint));
