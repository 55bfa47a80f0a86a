// An embedder whose query vectors go through the adapter in use. Passages, and the fingerprint, stay as they are.
import type { AdapterChoice, Embedder, TokenEmbedder } from './embedder.js';

type Choose = () => AdapterChoice | null;

/** `choose` is asked for every query, so that a change takes effect at once. */
export function adapted(embedder: Embedder, choose: Choose): Embedder {
  return {
    ...embedder,
    adapter: choose,
    async embed(texts, kind) {
      const vectors = await embedder.embed(texts, kind);
      const adapter = kind === 'query' ? choose()?.adapter : null;
      return adapter ? vectors.map(adapter.adapt) : vectors;
    },
  };
}

/** The same for an embedder of tokens: tokens stay as the model makes them, for an adapter knows only whole vectors. */
export function adaptedTokens(embedder: TokenEmbedder, choose: Choose): TokenEmbedder {
  return {
    ...adapted(embedder, choose),
    async embedTokens(texts, kind) {
      const embedded = await embedder.embedTokens(texts, kind);
      const adapter = kind === 'query' ? choose()?.adapter : null;
      return adapter ? embedded.map(({ vector, tokens }) => ({ vector: adapter.adapt(vector), tokens })) : embedded;
    },
  };
}

/** Name of the adapter that query vectors go through now; null without one that can be used. */
export function adapterInUse(embedder: Embedder | null): string | null {
  const choice = embedder?.adapter?.();
  return choice?.adapter ? choice.name : null;
}
