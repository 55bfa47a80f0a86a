import { createBm25 } from '../../bench/quality/bm25.js';

const texts = [
  { id: 11, units: ['招生', '生简', '简章'] },
  { id: 12, units: ['招生', '招生', '计划'] },
  { id: 13, units: ['校舍', '安全', '检查'] },
];

test('a score is the formula, worked out by hand', () => {
  const [only] = createBm25(texts).search(['校舍'], 10);
  // idf = ln(1 + (3 − 1 + 0.5) / (1 + 0.5)); all texts are of mean length, so the norm is k1; tf 1
  expect(only).toEqual({ id: 13, score: expect.closeTo(Math.log(1 + 2.5 / 1.5) * (2.2 / 2.2)) });
});

test('a text that holds a unit more often comes first, and a text without any does not come', () => {
  expect(
    createBm25(texts)
      .search(['招生'], 10)
      .map(({ id }) => id),
  ).toEqual([12, 11]);
});

test('a unit that the query repeats counts once', () => {
  const bm25 = createBm25(texts);
  expect(bm25.search(['招生', '招生'], 10)).toEqual(bm25.search(['招生'], 10));
});

test('a longer text scores less for the same unit', () => {
  const bm25 = createBm25([
    { id: 1, units: ['学费', '一一', '二二', '三三', '四四'] },
    { id: 2, units: ['学费'] },
  ]);
  expect(bm25.search(['学费'], 10).map(({ id }) => id)).toEqual([2, 1]);
});

test('texts that are not allowed are left out before the list is cut; equal scores come by id', () => {
  const bm25 = createBm25([3, 1, 2].map((id) => ({ id, units: ['学费'] })));
  expect(bm25.search(['学费'], 2).map(({ id }) => id)).toEqual([1, 2]);
  expect(bm25.search(['学费'], 2, (id) => id !== 1).map(({ id }) => id)).toEqual([2, 3]);
});

test('nothing to look for, or nothing to look in, gives nothing', () => {
  expect(createBm25(texts).search([], 10)).toEqual([]);
  expect(createBm25([]).search(['招生'], 10)).toEqual([]);
});
