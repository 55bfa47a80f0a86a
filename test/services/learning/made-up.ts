// Questions and passages of a made-up world: what is asked lies turned away from what answers it, always the same way.
import { random } from '../../../services/evaluation/bootstrap.js';
import type { Example } from '../../../services/learning/example.js';

export const DIMENSION = 16;

export function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}

const drawn = (next: () => number): Float32Array => unit(Array.from({ length: DIMENSION }, () => next() - 0.5));

/** Halfway between the answer and the answer with its numbers moved on by one: a turn that a matrix can learn. */
const askedOf = (answer: Float32Array): Float32Array =>
  unit([...answer].map((value, i) => 0.3 * value + (answer[(i + 1) % DIMENSION] ?? 0)));

export function world(questions: number, seed = 7): { examples: Example[]; pool: Float32Array[] } {
  const next = random(seed);
  const pool = Array.from({ length: 300 }, () => drawn(next));
  const examples = Array.from({ length: questions }, (_, i): Example => {
    const answer = drawn(next);
    return { id: `q${i}`, query: askedOf(answer), positives: [[answer]], negatives: [] };
  });
  return { examples, pool: [...pool, ...examples.flatMap(({ positives }) => positives.flat())] };
}
