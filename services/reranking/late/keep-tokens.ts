// An embedder that keeps the tokens of every whole passage that it embeds: they come out of the same pass of the model.
import type { Embedder, TokenEmbedder } from '../../embedding/embedder.js';
import { sha256 } from '../../hash.js';
import type { TokenStore } from './token-store.js';

export function keepTokens(embedder: TokenEmbedder, store: TokenStore): Embedder {
  return {
    ...embedder,
    async embed(texts, kind) {
      if (kind !== 'passage') return embedder.embed(texts, kind);
      const embedded = await embedder.embedTokens(texts, kind);
      store.put(embedded.map(({ tokens }, i) => ({ hash: sha256(texts[i] ?? ''), tokens })));
      return embedded.map(({ vector }) => vector);
    },
    async close() {
      await embedder.close();
      store.close();
    },
  };
}
