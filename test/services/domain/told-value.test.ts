import { scaleOf, toldValue } from '../../../services/domain/messages/targets.js';
import type { Target } from '../../../services/domain/target.js';

const value = (given: Partial<Target>) =>
  ({ comparison: 'equal', value: 95, valueTo: null, unit: '%', ...given }) as const;

test.each([
  [{}, '95%', '95%'],
  [{ comparison: 'reach' }, '达到 95%', 'reach 95%'],
  [{ comparison: 'at-least' }, '≥ 95%', '≥ 95%'],
  [{ comparison: 'at-most', value: 45, unit: '人' }, '≤ 45 人', '≤ 45 人'],
  [{ comparison: 'about', value: 2.8 }, '约 2.8%', 'about 2.8%'],
  [{ comparison: 'up', value: 1.5, unit: '百分点' }, '提高 1.5 百分点', 'up by 1.5 百分点'],
  [{ value: 30, valueTo: 35, unit: '人' }, '30–35 人', '30–35 人'],
  [{ value: 12_000, unit: '个' }, '12,000 个', '12,000 个'],
  [{ value: 580_000, unit: '人' }, '58 万人', '580,000 人'],
  [{ value: 4.06e12, unit: '元' }, '40,600 亿元', '4,060,000 million 元'],
  [{ value: 20, unit: '比' }, '1:20', '1:20'],
] as const)('%j is told as %s', (given, zh, en) => {
  expect(toldValue(value(given), 'zh')).toBe(zh);
  expect(toldValue(value(given), 'en')).toBe(en);
});

test('a scale divides and is named in the unit', () => {
  expect(scaleOf(4.65e9, '元', 'zh')).toEqual({ by: 1e8, unit: '亿元' });
  expect(scaleOf(100, '%', 'zh')).toEqual({ by: 1, unit: '%' });
});
