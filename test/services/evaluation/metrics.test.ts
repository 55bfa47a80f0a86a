import { ndcg, percentile, reciprocalRank } from '../../../services/evaluation/metrics.js';

test('nDCG is 1 for an ideal order and falls with the rank', () => {
  expect(ndcg([true, true, false], 2, 10)).toBe(1);
  expect(ndcg([false, true], 1, 10)).toBeCloseTo(1 / Math.log2(3));
  expect(ndcg([false, false], 1, 10)).toBe(0);
  expect(ndcg([true], 3, 10)).toBeCloseTo(1 / (1 + 1 / Math.log2(3) + 0.5));
});

test('only the first k count', () => {
  expect(ndcg([false, false, true], 1, 2)).toBe(0);
  expect(reciprocalRank([false, false, true], 2)).toBe(0);
  expect(reciprocalRank([false, true], 10)).toBe(0.5);
});

test('a percentile is a value of the list', () => {
  expect(percentile([5, 1, 3], 0.5)).toBe(3);
  expect(percentile([5, 1, 3], 0.95)).toBe(5);
});
