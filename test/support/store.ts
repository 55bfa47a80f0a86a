// Documents put into a catalogue with their vectors, for tests below the ingest.
import type { Catalogue } from '../../services/catalogue/open.js';
import type { NewVersion } from '../../services/catalogue/store.js';
import type { Embedder } from '../../services/embedding/embedder.js';

export async function storeEmbedded(
  versions: readonly NewVersion[],
  { catalogue, embedder }: { readonly catalogue: Catalogue; readonly embedder: Embedder },
): Promise<void> {
  for (const version of versions) {
    const texts = version.passages.map(({ embedText }) => embedText);
    const vectors = await embedder.embed(texts, 'passage');
    catalogue.transaction(() => {
      vectors.forEach((vector, i) => {
        catalogue.vectors.put(embedder.fingerprint, version.passages[i]!.embedHash, vector);
      });
      catalogue.store.put(version, '2026-01-01T00:00:00.000Z');
    });
  }
}
