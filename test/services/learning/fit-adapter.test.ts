import { applied } from '../../../services/embedding/adapter.js';
import type { Example } from '../../../services/learning/example.js';
import { type FitOptions, fitAdapter } from '../../../services/learning/fit-adapter.js';
import { blended, dot, identity } from '../../../services/learning/matrix.js';
import { DIMENSION, unit, world } from './made-up.js';

const options: FitOptions = {
  temperature: 0.1,
  rate: 0.01,
  epochs: 15,
  batch: 8,
  randomNegatives: 50,
  pull: 0,
  seed: 1,
};
const { examples, pool } = world(60);

const losses = (given: readonly Example[], changes: Partial<FitOptions> = {}): number[] => {
  const seen: number[] = [];
  fitAdapter({ examples: given, pool, onEpoch: (_epoch, loss) => seen.push(loss) }, { ...options, ...changes });
  return seen;
};
const similarity = (matrix: Float32Array, { query, positives }: Example): number =>
  dot(applied(matrix, query), positives[0]![0]!);
const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test('the loss falls', () => {
  const [first = 0, ...rest] = losses(examples);
  expect(rest.at(-1)).toBeLessThan(0.5 * first);
});

test('questions come nearer to what answers them, those that were not seen too', () => {
  const matrix = fitAdapter({ examples: examples.slice(0, 40), pool }, options);
  const before = average(examples.slice(40).map((example) => similarity(identity(DIMENSION), example)));
  const after = average(examples.slice(40).map((example) => similarity(matrix, example)));
  expect(after).toBeGreaterThan(before + 0.2);
});

test('the same seed gives the same matrix, another seed another', () => {
  const once = fitAdapter({ examples, pool }, options);
  expect(fitAdapter({ examples, pool }, options)).toEqual(once);
  expect(fitAdapter({ examples, pool }, { ...options, seed: 2 })).not.toEqual(once);
});

test('what it is given stays as it was', () => {
  const start = identity(DIMENSION);
  const query = examples[0]!.query.slice();
  fitAdapter({ examples, pool, start }, options);
  expect(start).toEqual(identity(DIMENSION));
  expect(examples[0]!.query).toEqual(query);
});

test('the loss that is told is that of the matrix: without a step it stays, and a small step lowers it', () => {
  const one = examples.slice(0, 1);
  const [still = 0, stillThen = 0] = losses(one, { epochs: 2, rate: 0, randomNegatives: 0 });
  expect(stillThen).toBe(still);
  const near = { ...one[0]!, negatives: pool.slice(0, 50) };
  const [before = 0, after = 0] = losses([near], { epochs: 2, rate: 1e-4, randomNegatives: 0 });
  expect(after).toBeLessThan(before);
});

test('near wrong passages push the question away', () => {
  const wrong = unit([...examples[0]!.query].map((value, i) => value + (i % 3) * 0.1));
  const one: Example = { ...examples[0]!, negatives: [wrong] };
  const without = fitAdapter({ examples: [{ ...one, negatives: [] }], pool: [] }, { ...options, epochs: 40 });
  const with_ = fitAdapter({ examples: [one], pool: [] }, { ...options, epochs: 40 });
  expect(dot(applied(with_, one.query), wrong)).toBeLessThan(dot(applied(without, one.query), wrong));
});

test('of the parts of a passage the nearest counts', () => {
  const [far, near] = [unit(Array.from({ length: DIMENSION }, (_, i) => (i === 0 ? 1 : 0))), examples[0]!.query];
  const [loss = 1] = losses([{ ...examples[0]!, positives: [[far, near]] }], { epochs: 1, rate: 0 });
  const [alone = 0] = losses([{ ...examples[0]!, positives: [[near]] }], { epochs: 1, rate: 0 });
  expect(loss).toBeCloseTo(alone, 5);
});

test('a strong pull keeps the matrix where it starts', () => {
  const free = fitAdapter({ examples, pool }, options);
  const held = fitAdapter({ examples, pool }, { ...options, pull: 10 });
  const distance = (matrix: Float32Array): number =>
    Math.hypot(...matrix.map((value, i) => value - identity(DIMENSION)[i]!));
  expect(distance(held)).toBeLessThan(0.5 * distance(free));
});

test('a share of nothing is the identity, which changes no vector', () => {
  const matrix = fitAdapter({ examples, pool }, options);
  expect(blended(matrix, 0)).toEqual(identity(DIMENSION));
  const { query } = examples[0]!;
  const same = applied(blended(matrix, 0), query);
  for (const [i, value] of query.entries()) expect(same[i]).toBeCloseTo(value, 6);
});
