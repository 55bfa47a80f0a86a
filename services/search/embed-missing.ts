// Embeds the passages and windows that have no vector of the present model yet.
import type { Catalogue } from '../catalogue/open.js';
import type { Embedder } from '../embedding/embedder.js';

const BATCH = 256;

/** `progress` gets texts done and in all, first with 0. What was embedded stays when it is interrupted. */
export async function embedMissing(
  catalogue: Catalogue,
  embedder: Embedder,
  progress: (done: number, total: number) => void = () => {},
): Promise<void> {
  const missing = catalogue.vectors.textsWithout(embedder.fingerprint, -1);
  if (missing.length === 0) return;
  progress(0, missing.length);
  for (let start = 0; start < missing.length; start += BATCH) {
    const batch = missing.slice(start, start + BATCH);
    const vectors = await embedder.embed(
      batch.map(({ text }) => text),
      'passage',
    );
    catalogue.transaction(() => {
      for (const [i, vector] of vectors.entries())
        catalogue.vectors.put(embedder.fingerprint, batch[i]?.hash ?? '', vector);
    });
    progress(start + batch.length, missing.length);
  }
}
