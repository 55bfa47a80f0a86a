import { areaUnder } from '../../bench/quality/answers.js';
import { fitVerdict, probability } from '../../bench/quality/fit-verdict.js';

const examples = Array.from({ length: 40 }, (_, i) => ({ values: [i / 40, 0.5], answerable: i >= 16 }));

test('the fit tells the classes apart by the figure that does', () => {
  const fitted = fitVerdict(examples);
  expect(fitted.weights[0]).toBeGreaterThan(0);
  expect(fitted.weights[1]).toBeCloseTo(0);
  expect(probability(fitted, [0.9, 0.5])).toBeGreaterThan(0.5);
  expect(probability(fitted, [0.1, 0.5])).toBeLessThan(0.5);
});

test('no more of the answerable lie below a threshold than it allows', () => {
  const fitted = fitVerdict(examples);
  const scores = examples.filter((one) => one.answerable).map(({ values }) => probability(fitted, values));
  expect(scores.filter((score) => score < fitted.none).length / scores.length).toBeLessThanOrEqual(0.03);
  const near = scores.filter((score) => score < fitted.near).length / scores.length;
  expect(near).toBeLessThanOrEqual(0.15);
  expect(near).toBeGreaterThan(0.1);
});

test('the area under ROC is the share of pairs in the right order, ties a half', () => {
  expect(areaUnder([3, 4], [1, 2])).toBe(1);
  expect(areaUnder([1, 2], [1, 2])).toBe(0.5);
  expect(areaUnder([1], [2])).toBe(0);
});
