import { exampleTargets } from '../../../services/api/endpoints/examples.js';
import type { StatedTarget, TargetSeries } from '../../../services/domain/target-table.js';
import { drawChart } from '../../../web/charts/draw.js';
import { countedBy, largestIn, plotted, targetChart } from '../../../web/charts/target-chart.js';

const example = exampleTargets.table?.series[0]?.rows[0]?.cells[0]?.stated[0] as StatedTarget; // the example has one
type Said = readonly [year: number | null, ...values: Partial<StatedTarget>[]];
const series = (regions: Readonly<Record<string, readonly Said[]>>): TargetSeries => ({
  unit: '%',
  years: [],
  rows: Object.entries(regions).map(([name, cells], i) => ({
    region: { code: String(i), name },
    cells: cells.map(([year, ...values]) => ({
      year,
      stated: values.map((value) => ({ ...example, year, ...value })),
      more: 0,
    })),
  })),
});

test('two years are needed, and changes or values without a year are none', () => {
  expect(plotted(series({ 甲市: [[2020, { value: 1 }]] }), '—')).toBeNull();
  expect(
    plotted(
      series({
        甲市: [
          [2020, { value: 1 }],
          [null, { value: 2 }],
        ],
      }),
      '—',
    ),
  ).toBeNull();
  expect(
    plotted(
      series({
        甲市: [
          [2020, { value: 1 }],
          [2021, { comparison: 'up', value: 3 }],
        ],
      }),
      '—',
    ),
  ).toBeNull();
  expect(
    plotted(
      series({
        甲市: [
          [2020, { value: 1 }],
          [2021, { value: 3 }],
        ],
      }),
      '—',
    )?.points,
  ).toHaveLength(2);
});

test('the line goes through the newest document’s value of a year; the others are points', () => {
  const points =
    plotted(
      series({
        甲市: [
          [2020, { value: 1 }, { value: 5 }],
          [2021, { value: 3 }],
        ],
      }),
      '—',
    )?.points ?? [];
  expect(points.map(({ value, leads }) => [value, leads])).toEqual([
    [1, true],
    [5, false],
    [3, true],
  ]);
});

test('as many regions are drawn as can be told apart, those of most years first', () => {
  const names = ['甲市', '乙市', '丙市', '丁市', '戊市', '己市', '庚市', '辛市'];
  const cells = (years: number): Said[] => Array.from({ length: years }, (_, i) => [2015 + i, { value: i }] as const);
  const found = plotted(series(Object.fromEntries(names.map((name, i) => [name, cells(i + 1)]))), '—');
  expect(found?.regions).toEqual(names.slice(2).toReversed());
  expect(found?.others).toBe(2);
});

test('large values are drawn in so many', () => {
  const found = plotted(
    series({
      甲市: [
        [2020, { value: 5e8 }],
        [2021, { value: 8e8, valueTo: 9e8 }],
      ],
    }),
    '—',
  );
  if (!found) throw new Error('nothing to draw');
  expect(largestIn(found)).toBe(9e8);
  expect(countedBy(1e8, found).points.map(({ value, to }) => [value, to])).toEqual([
    [5, 5],
    [8, 9],
  ]);
});

test('names at the ends of lines stand apart, and hostile ones stay text', async () => {
  const regions = {
    '<b>甲市': [
      [2020, { value: 90 }],
      [2021, { value: 95 }],
    ],
    乙市: [
      [2020, { value: 89 }],
      [2021, { value: 95 }],
    ],
  } as const;
  const found = plotted(series(regions), '—');
  if (!found) throw new Error('nothing to draw');
  const svg = await drawChart(targetChart(found, (kind) => kind, { width: 300, height: 200 }));
  expect(svg).toContain('&lt;b&gt;甲市');
  const ends = [
    ...svg.matchAll(
      /<text text-anchor="start" transform="translate\([\d.]+,([\d.]+)\)"[^>]*>(?:&lt;b&gt;甲市|乙市)<\/text>/g,
    ),
  ].map((found) => Number(found[1]));
  expect(ends).toHaveLength(2);
  expect(Math.abs((ends[0] ?? 0) - (ends[1] ?? 0))).toBeGreaterThanOrEqual(12);
});
