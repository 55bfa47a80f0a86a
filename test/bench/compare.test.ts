import { againstBestLeg, compare, isWorse, withPooled } from '../../bench/quality/compare.js';
import type { Result } from '../../bench/quality/judge-set.js';

const result = (set: string, kind: string, system: string, values: readonly number[]): Result => ({
  set,
  kind,
  system,
  ids: values.map((_, i) => `q${i}`),
  judged: values.map((value) => ({ 'nDCG@10': value })),
});
const results = [
  result('archive', 'semantic', 'hybrid', [0.2, 0.3, 0.1, 0.2]),
  result('archive', 'semantic', 'keyword', [0, 0.1, 0, 0.1]),
  result('archive', 'semantic', 'semantic', [0.9, 1, 0.8, 0.7]),
  result('stard', 'layperson', 'hybrid', [1, 1]),
  result('stard', 'layperson', 'keyword', [0.5, 0.5]),
];

test('kinds that several sets have are taken together under one name', () => {
  const pooled = withPooled(results).filter(({ set }) => set === '');
  expect(pooled.map(({ kind, system, ids }) => [kind, system, ids.length])).toEqual([
    ['semantic', 'hybrid', 6],
    ['semantic', 'keyword', 6],
  ]);
});

test('the hybrid is compared with every other system of its set and kind, query by query', () => {
  const comparisons = compare(results, 'hybrid');
  expect(comparisons.map(({ set, peer }) => [set, peer])).toEqual([
    ['archive', 'keyword'],
    ['archive', 'semantic'],
    ['stard', 'keyword'],
  ]);
  expect(comparisons[0]).toMatchObject({ difference: expect.closeTo(0.15), significant: true });
});

test('the best leg is the one with the highest mean, and a hybrid far below it is found out', () => {
  const [archive, stard] = againstBestLeg(results, compare(results, 'hybrid'), ['keyword', 'semantic']);
  expect(archive).toMatchObject({ set: 'archive', peer: 'semantic' });
  expect(archive && isWorse(archive)).toBe(true);
  expect(stard && isWorse(stard)).toBe(false);
});
