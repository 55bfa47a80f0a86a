// Brings the kept tokens up to the catalogue: computes what is missing, forgets what no passage has any more.
import type { Catalogue } from '../../catalogue/open.js';
import type { TokenEmbedder } from '../../embedding/embedder.js';
import type { TokenStore } from './token-store.js';

const BATCH = 64;

/** `progress` gets texts done and in all, first with 0. What was computed stays when it is interrupted. */
export async function fillTokens(
  catalogue: Catalogue,
  embedder: TokenEmbedder,
  store: TokenStore,
  progress: (done: number, total: number) => void = () => {},
): Promise<void> {
  const hashes = catalogue.embedTexts.hashes();
  store.keepOnly(hashes);
  const missing = store.missing(hashes);
  if (missing.length === 0) return;
  progress(0, missing.length);
  for (let start = 0; start < missing.length; start += BATCH) {
    const batch = missing.slice(start, start + BATCH);
    const texts = catalogue.embedTexts.byHash(batch);
    const embedded = await embedder.embedTokens(
      batch.map((hash) => texts.get(hash) ?? ''),
      'passage',
    );
    store.put(embedded.map(({ tokens }, i) => ({ hash: batch[i] ?? '', tokens })));
    progress(start + batch.length, missing.length);
  }
}
