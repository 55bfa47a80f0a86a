// Fits the matrix that turns a question's vector towards what answers it, by contrast (InfoNCE, van den Oord et al. 2018):
// among one passage that answers and many that do not, the one that answers should be the most similar.
// Pure, and the same for the same input: no clock, no chance but by seed.
import { random } from '../evaluation/bootstrap.js';
import { createAdam } from './adam.js';
import type { Example } from './example.js';
import { add, dot, identity } from './matrix.js';
import { shuffled } from './shuffle.js';

/** A share of the softmax below this moves nothing: a thousand of them are a hundredth. */
const NEGLIGIBLE = 1e-5;
const { exp, log, sqrt, max } = Math; // looked up once, not a million times

export interface FitOptions {
  /** divides similarities: small values look at the nearest wrong passages alone */
  readonly temperature: number;
  /** Adam's */
  readonly rate: number;
  readonly epochs: number;
  readonly batch: number;
  /** passages drawn by chance, anew in each epoch, that every question is contrasted with */
  readonly randomNegatives: number;
  /** strength of the pull to where it starts */
  readonly pull: number;
  readonly seed: number;
}

export interface FitInput {
  readonly examples: readonly Example[];
  /** vectors of any passages, to draw from */
  readonly pool: readonly Float32Array[];
  /** where it starts; the identity by default */
  readonly start?: Float32Array;
  /** After each epoch: the mean loss over the pairs while they were learnt from, and the matrix so far, to be read only. */
  readonly onEpoch?: (epoch: number, loss: number, matrix: Float32Array) => void;
}

/** A positive that a question is contrasted with in one step. */
interface Pair {
  readonly example: Example;
  readonly parts: readonly Float32Array[];
}

/** The fitted matrix, row by row. */
export function fitAdapter({ examples, pool, start, onEpoch }: FitInput, options: FitOptions): Float32Array {
  const dimension = examples[0]?.query.length ?? 0;
  const origin = start ?? identity(dimension);
  const matrix = origin.slice();
  const step = createAdam(matrix, options.rate);
  const pairs = examples.flatMap((example) => example.positives.map((parts): Pair => ({ example, parts })));
  const gradient = new Float32Array(matrix.length);
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    const seed = options.seed * 1_009 + epoch;
    const drawn = draw(pool, options.randomNegatives, seed);
    const order = shuffled(pairs, seed);
    let loss = 0;
    for (let at = 0; at < order.length; at += options.batch) {
      const batch = order.slice(at, at + options.batch);
      for (let i = 0; i < gradient.length; i++) gradient[i] = options.pull * (matrix[i]! - origin[i]!);
      for (const pair of batch) loss += addGradient(gradient, matrix, pair, drawn, options.temperature, batch.length);
      step(gradient);
    }
    onEpoch?.(epoch, loss / Math.max(1, order.length), matrix);
  }
  return matrix;
}

function draw(pool: readonly Float32Array[], count: number, seed: number): Float32Array[] {
  const next = random(seed);
  return Array.from({ length: pool.length === 0 ? 0 : count }, () => pool[Math.floor(next() * pool.length)]!);
}

/** Adds a pair's share of the gradient, and gives its loss. */
function addGradient(
  gradient: Float32Array,
  matrix: Float32Array,
  { example, parts }: Pair,
  drawn: readonly Float32Array[],
  temperature: number,
  batch: number,
): number {
  const { query } = example;
  const dimension = query.length;
  const adapted = new Float32Array(dimension);
  for (let row = 0; row < dimension; row++) {
    adapted[row] = dot(query, matrix.subarray(row * dimension, (row + 1) * dimension));
  }
  const length = sqrt(dot(adapted, adapted)) || 1;
  for (let i = 0; i < dimension; i++) adapted[i]! /= length;

  const positive = nearest(adapted, parts);
  const others = [...drawn, ...example.negatives].filter((vector) => !isOneOf(vector, example));
  const right = dot(adapted, positive) / temperature;
  const wrong = others.map((vector) => dot(adapted, vector) / temperature);
  const most = wrong.reduce((most, value) => max(most, value), right);
  const weightRight = exp(right - most);
  const weights = wrong.map((value) => exp(value - most));
  const total = weights.reduce((sum, weight) => sum + weight, weightRight);

  // Slope by the adapted vector: what is expected of the softmax, less the passage that answers; without the part along
  // the vector itself, whose length is always one.
  const slope = new Float32Array(dimension);
  add(slope, positive, (weightRight / total - 1) / temperature);
  others.forEach((vector, i) => {
    const share = weights[i]! / total; // one weight a vector
    if (share > NEGLIGIBLE) add(slope, vector, share / temperature);
  });
  add(slope, adapted, -dot(slope, adapted));
  for (let row = 0; row < dimension; row++) {
    const factor = slope[row]! / length / batch;
    add(gradient.subarray(row * dimension, (row + 1) * dimension), query, factor);
  }
  return log(total) - (right - most);
}

function nearest(query: Float32Array, parts: readonly Float32Array[]): Float32Array {
  let best = parts[0]!; // a passage has a vector at least
  for (const part of parts) if (dot(query, part) > dot(query, best)) best = part;
  return best;
}

/** Whether a vector drawn by chance is of what answers the question. */
const isOneOf = (vector: Float32Array, { positives }: Example): boolean =>
  positives.some((parts) => parts.includes(vector));
