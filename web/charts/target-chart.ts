// The values of one indicator and unit over the years they are for: points, and a line a region. Bounds have shapes of their
// own, and each line is named at its end, so that nothing is told by colour alone.
import type { TopLevelSpec } from 'vega-lite';
import type { Comparison } from '../../services/domain/target.js';
import type { TargetSeries } from '../../services/domain/target-table.js';
import { statedHref } from '../links.js';
import { seriesColours } from './draw.js';

export type PointKind = 'stated' | 'least' | 'most' | 'about';
/** Changes (提高 3 个百分点) are no values of a year. */
const kinds: Readonly<Record<Comparison, PointKind | null>> = {
  reach: 'stated',
  equal: 'stated',
  'at-least': 'least',
  'more-than': 'least',
  'at-most': 'most',
  'less-than': 'most',
  about: 'about',
  up: null,
  down: null,
};
const shapes: Readonly<Record<PointKind, string>> = {
  stated: 'circle',
  least: 'triangle-up',
  most: 'triangle-down',
  about: 'diamond',
};

export interface TargetPoint {
  readonly region: string;
  readonly year: number;
  readonly value: number;
  readonly to: number;
  readonly kind: PointKind;
  readonly href: string;
  /** whether the region's line goes through it: of a year's values, that of the newest document */
  readonly leads: boolean;
}

export interface Plotted {
  readonly points: readonly TargetPoint[];
  readonly regions: readonly string[];
  /** regions that could be drawn too, but for the number of lines that can be read */
  readonly others: number;
}

function pointsOf(region: string, cells: TargetSeries['rows'][number]['cells']): TargetPoint[] {
  return cells.flatMap(({ year, stated }) => {
    if (year === null) return [];
    const plottable = stated.flatMap((one) => {
      const kind = kinds[one.comparison];
      return kind === null ? [] : [{ one, kind }];
    });
    return plottable.map(({ one, kind }, i) => {
      const { value, valueTo } = one;
      return { region, year, value, to: valueTo ?? value, kind, href: statedHref(one), leads: i === 0 };
    });
  });
}

const yearsOf = (points: readonly TargetPoint[]): number => new Set(points.map(({ year }) => year)).size;

/** Regions of most years first, as many as there are colours; null where no two years can be set side by side. */
export function plotted(series: TargetSeries, noRegion: string): Plotted | null {
  const drawable = series.rows
    .map(({ region, cells }) => ({ name: region?.name ?? noRegion, points: pointsOf(region?.name ?? noRegion, cells) }))
    .filter(({ points }) => points.length > 0)
    .sort((a, b) => yearsOf(b.points) - yearsOf(a.points));
  const drawn = drawable.slice(0, seriesColours.length);
  const points = drawn.flatMap((one) => one.points);
  if (yearsOf(points) < 2) return null;
  return { points, regions: drawn.map(({ name }) => name), others: drawable.length - drawn.length };
}

export const largestIn = ({ points }: Plotted): number =>
  Math.max(...points.flatMap(({ value, to }) => [Math.abs(value), Math.abs(to)]));
/** The same, its values counted in so many. */
export const countedBy = (by: number, all: Plotted): Plotted => ({
  ...all,
  points: all.points.map((point) => ({ ...point, value: point.value / by, to: point.to / by })),
});

const LABEL = 12;
/** The library takes a character for narrower than a Chinese one is: room for what is missing. */
const missing = (texts: readonly string[]): number =>
  Math.ceil(Math.max(0, ...texts.map((t) => t.length)) * LABEL * 0.3);

/** Where each region's name stands: beside its last point, moved apart where names would touch. */
function namesAt({ points, regions }: Plotted, height: number, low: number, high: number) {
  const ends = regions.flatMap((region) => {
    const last = points
      .filter((point) => point.region === region && point.leads)
      .sort((a, b) => a.year - b.year)
      .at(-1);
    return last ? [{ region, year: last.year, y: (last.value - low) / (high - low) }] : [];
  });
  const gap = (LABEL + 3) / height;
  let free = Number.NEGATIVE_INFINITY;
  return ends
    .sort((a, b) => a.y - b.y)
    .map((end) => {
      const y = Math.max(end.y, free);
      free = y + gap;
      return { region: end.region, year: end.year, value: low + y * (high - low) };
    });
}

/** `width` and `height` of the plane between the axes, in pixels. */
export function targetChart(
  of: Plotted,
  told: (kind: PointKind) => string,
  { width, height }: { readonly width: number; readonly height: number },
): TopLevelSpec {
  const { points, regions } = of;
  const values = points.flatMap(({ value, to }) => [value, to]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = (most - least || Math.abs(most) || 1) * 0.12;
  const low = least >= 0 ? Math.max(0, least - room) : least - room;
  const high = most + room;
  const years = points.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const shown = (['stated', 'least', 'most', 'about'] as const).filter((kind) => points.some((p) => p.kind === kind));
  const x = {
    field: 'year',
    type: 'quantitative' as const,
    scale: { domain: [first - 0.3, last + 0.3], nice: false, zero: false },
    axis: { title: null, format: 'd', tickMinStep: 1, tickCount: Math.max(2, Math.floor(width / 50)), grid: false },
  };
  const y = {
    field: 'value',
    type: 'quantitative' as const,
    scale: { domain: [low, high], nice: false, zero: false },
    axis: { title: null, tickCount: 5 },
  };
  const color = {
    field: 'region',
    type: 'nominal' as const,
    scale: { domain: [...regions], range: regions.map((_, i) => seriesColours[i] ?? '') },
    legend: null,
  };
  const data = points.map((point) => ({ ...point, kind: told(point.kind) }));
  return {
    width,
    height,
    padding: { left: 5, top: 5, bottom: 5, right: 5 + missing(regions) },
    layer: [
      {
        data: { values: data.filter(({ leads }) => leads) },
        mark: { type: 'line', strokeWidth: 2 },
        encoding: { x, y, color },
      },
      {
        data: { values: data.filter(({ value, to }) => to !== value) },
        mark: { type: 'rule', strokeWidth: 2 },
        encoding: { x, y, y2: { field: 'to' }, color },
      },
      {
        data: { values: data.toSorted((a, b) => Number(b.leads) - Number(a.leads)) },
        mark: { type: 'point', filled: true, size: 110, opacity: 1, stroke: 'var(--paper)', strokeWidth: 1.2 },
        encoding: {
          x,
          y,
          color,
          href: { field: 'href', type: 'nominal' },
          shape: {
            field: 'kind',
            type: 'nominal',
            scale: { domain: shown.map(told), range: shown.map((kind) => shapes[kind]) },
            legend: {
              symbolFillColor: 'var(--soft)',
              symbolStrokeColor: 'var(--soft)',
              columns: width < 400 ? 2 : 4,
              columnPadding: 10 + missing(shown.map(told)),
            },
          },
        },
      },
      {
        data: { values: namesAt(of, height, low, high) },
        mark: { type: 'text', align: 'left', dx: 9, fontSize: LABEL },
        encoding: { x, y, text: { field: 'region' }, color },
      },
    ],
  };
}
