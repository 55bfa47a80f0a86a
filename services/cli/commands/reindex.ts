// yanju reindex: embeds what the present model has not embedded yet, builds the index aside and swaps it in.
import { randomUUID } from 'node:crypto';
import { openCatalogue } from '../../catalogue/open.js';
import { AppError } from '../../domain/errors.js';
import { createEmbedder } from '../../embedding/transformers.js';
import { openEngine } from '../../engine/open.js';
import { fillForReranker } from '../../reranking/open.js';
import { embedMissing } from '../../search/embed-missing.js';
import { rebuildEngine } from '../../search/index-documents.js';
import type { Context } from '../context.js';
import { progressBar } from '../terminal.js';

/** @param quiet says nothing on standard output */
export async function reindex({ settings, say }: Context, quiet = false): Promise<number> {
  const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
  const owner = randomUUID();
  if (!catalogue.queue.lease(owner)) throw new AppError('INVALID_REQUEST', { why: say('busy') });
  const beat = setInterval(() => catalogue.queue.lease(owner), 5_000);
  const embedder = createEmbedder({
    modelDir: settings.YANJU_MODEL_DIR,
    processes: settings.YANJU_EMBED_PROCESSES,
    download: settings.YANJU_MODEL_DOWNLOAD,
  });
  const engine = openEngine({ settings, catalogueId: catalogue.id, dimension: embedder.dimension });
  try {
    const embedding = progressBar(say('embedding'));
    await embedMissing(catalogue, embedder, (done, total) =>
      done === 0 ? embedding.start(total) : embedding.update(done),
    );
    embedding.stop();
    const filling = progressBar(say('filling'));
    await fillForReranker(settings, catalogue, embedder, (done, total) =>
      done === 0 ? filling.start(total) : filling.update(done),
    );
    filling.stop();
    const indexing = progressBar(say('indexing'));
    indexing.start(catalogue.documents.counts().documents);
    await rebuildEngine(catalogue, engine, embedder.fingerprint, (done) => indexing.update(done));
    indexing.stop();
    catalogue.setFingerprint(embedder.fingerprint);
    const { documents, passages } = catalogue.documents.counts();
    if (!quiet) console.log(say('reindexed', { documents, passages }));
    return 0;
  } finally {
    clearInterval(beat);
    catalogue.queue.release(owner);
    await Promise.all([embedder.close(), engine.close()]);
    catalogue.close();
  }
}
