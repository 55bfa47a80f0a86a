// An embedder that computes each text once: learning and judging ask the same questions again and again.
import type { Embedder } from './embedder.js';

export function remembering(embedder: Embedder): Embedder {
  const known = new Map<string, Promise<Float32Array[]>>();
  return {
    ...embedder,
    embed(texts, kind) {
      const key = JSON.stringify([kind, texts]);
      const vectors = known.get(key) ?? embedder.embed(texts, kind);
      known.set(key, vectors);
      return vectors;
    },
  };
}
