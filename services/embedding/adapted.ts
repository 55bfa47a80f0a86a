// An embedder whose query vectors go through the adapter in use. Passages, and the fingerprint, stay as they are.
import type { Adapter } from './adapter.js';
import type { Embedder } from './embedder.js';

/** Why there is none, where one was chosen: `unfit` is made for another model. */
export interface AdapterChoice {
  readonly name: string;
  /** null where it cannot be used */
  readonly adapter: Pick<Adapter, 'adapt'> | null;
  readonly problem: 'missing' | 'invalid' | 'unfit' | null;
}

/** `choice` is asked for every query, so that a change takes effect at once. */
export function adapted(embedder: Embedder, choice: () => AdapterChoice | null): Embedder {
  return {
    ...embedder,
    adapter: choice,
    async embed(texts, kind) {
      const vectors = await embedder.embed(texts, kind);
      const adapter = kind === 'query' ? choice()?.adapter : null;
      return adapter ? vectors.map(adapter.adapt) : vectors;
    },
  };
}

/** Name of the adapter that query vectors go through now; null without one that can be used. */
export function adapterInUse(embedder: Embedder | null): string | null {
  const choice = embedder?.adapter?.();
  return choice?.adapter ? choice.name : null;
}
