import { reciprocalRankFusion } from '../../bench/quality/rrf.js';

test('what both lists have comes before what one has', () => {
  expect(
    reciprocalRankFusion([
      [1, 2, 3],
      [4, 2, 5],
    ]),
  ).toEqual([2, 1, 4, 3, 5]);
});

test('a small k prefers the first of a list, a large one agreement', () => {
  const lists = [
    [1, 2],
    [3, 2],
  ];
  expect(reciprocalRankFusion(lists, 0)[0]).toBe(1); // 1 against ½ + ½
  expect(reciprocalRankFusion(lists, 60)[0]).toBe(2);
});

test('one list stays as it is; none gives none', () => {
  expect(reciprocalRankFusion([[9, 7, 8]])).toEqual([9, 7, 8]);
  expect(reciprocalRankFusion([[], []])).toEqual([]);
});
