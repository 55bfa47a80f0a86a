// Tells how long the engine and the model took, each time they are asked.
import type { Embedder } from './embedding/embedder.js';
import type { Engine } from './engine/engine.js';

export type Part = 'engine' | 'embedding';
export type Measure = (part: Part, seconds: number, failed: boolean) => void;

async function timed<Result>(part: Part, measure: Measure, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  let failed = true;
  try {
    const result = await work();
    failed = false;
    return result;
  } finally {
    measure(part, (performance.now() - started) / 1000, failed);
  }
}

/** On top of the engine itself, so that whatever else it has is still there. */
export const measuredEngine = <E extends Engine>(engine: E, measure: Measure): E =>
  Object.assign(Object.create(engine) as E, {
    query: (query: Parameters<Engine['query']>[0]) => timed('engine', measure, () => engine.query(query)),
  });

/** Embedders are plain values, and are spread where something is put around them. */
export const measuredEmbedder = <E extends Embedder>(embedder: E, measure: Measure): E => ({
  ...embedder,
  embed: (...asked: Parameters<Embedder['embed']>) => timed('embedding', measure, () => embedder.embed(...asked)),
});
