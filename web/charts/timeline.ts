// The timeline as a chart: bars for one wording, lines with points for several by year, groups of bars by region or level.
import type { TopLevelSpec } from 'vega-lite';
import type { TimelineGroup, TimelineResponse } from '../../services/domain/timeline.js';
import { drawChart, seriesColours } from './draw.js';

export const Measures = ['occurrences', 'documents', 'share'] as const;
export type Measure = (typeof Measures)[number];

/** Shapes of points, in the order of series; the page's legend shows the same (views/timeline-legend.tsx). */
const shapes = ['circle', 'square', 'triangle-up', 'diamond', 'triangle-down', 'cross'];
/** So many years, bars of regions, and characters of a name are drawn at most. */
const MOST_YEARS = 80;
export const MOST_REGIONS = 20;

export const measured = ({ of, counts }: TimelineGroup, series: number, measure: Measure): number => {
  const count = counts[series] ?? { documents: 0, occurrences: 0 };
  return measure === 'share' ? (of === 0 ? 0 : count.documents / of) : count[measure];
};

/** Height of an axis with its labels. */
const AXIS = 30;

interface Value {
  readonly at: string;
  /** a series is its number: a wording may be as long as it likes */
  readonly series: number;
  /** null: no document of that year */
  readonly value: number | null;
  readonly href: string | null;
}

export interface TimelineChart {
  readonly response: TimelineResponse;
  readonly measure: Measure;
  readonly href: (group: TimelineGroup, series: number) => string;
  readonly nameOf: (group: TimelineGroup) => string;
}

/** Every year of the axis, those without documents too. */
export function yearsDrawn({ groups }: Pick<TimelineResponse, 'groups'>): { years: number[]; earlier: boolean } {
  const dated = groups.filter(({ value }) => value !== null);
  const used = dated.filter(({ counts }) => counts.some(({ documents }) => documents > 0));
  const [first, last] = [Number(dated[0]?.value), Number(dated.at(-1)?.value)];
  if (dated.length === 0) return { years: [], earlier: false };
  const from = Math.max(first, last - MOST_YEARS + 1);
  return {
    years: Array.from({ length: last - from + 1 }, (_, i) => from + i),
    earlier: used.some(({ value }) => Number(value) < from),
  };
}

/** Groups of regions or levels that are drawn: those with most, in the order given. */
export function groupsDrawn({ by, groups }: Pick<TimelineResponse, 'by' | 'groups'>): readonly TimelineGroup[] {
  const sum = ({ counts }: TimelineGroup): number => counts.reduce((all, { documents }) => all + documents, 0);
  if (by === 'level') return groups;
  return groups
    .filter((group) => group.value !== null && sum(group) > 0)
    .sort((a, b) => sum(b) - sum(a))
    .slice(0, MOST_REGIONS);
}

const valuesOf = ({ response, measure, href }: TimelineChart, at: string, group: TimelineGroup | undefined): Value[] =>
  response.phrases.map((_, series) => {
    const value = group ? measured(group, series, measure) : null;
    return { at, series, value, href: group && value ? href(group, series) : null };
  });

const colour = (series: number) =>
  ({
    field: 'series',
    type: 'nominal',
    scale: { domain: Array.from({ length: series }, (_, i) => i), range: [...seriesColours] },
    legend: null,
  }) as const;
const amount = (measure: Measure) =>
  ({
    field: 'value',
    type: 'quantitative',
    title: null,
    axis: measure === 'share' ? { format: '.0%', tickCount: 4 } : { format: 'd', tickMinStep: 1, tickCount: 4 },
  }) as const;

export function timelineChart(chart: TimelineChart, width: number, height: number): Promise<string> {
  return drawChart(chart.response.by === 'year' ? byYear(chart, width, height) : inRows(chart, width));
}

function byYear(chart: TimelineChart, width: number, height: number): TopLevelSpec {
  const { response, measure } = chart;
  const of = new Map(response.groups.map((group) => [group.value, group]));
  const { years } = yearsDrawn(response);
  const values = years.flatMap((year) => valuesOf(chart, String(year), of.get(String(year))));
  const series = response.phrases.length;
  const x = {
    field: 'at',
    type: 'ordinal',
    title: null,
    axis: { labelOverlap: 'greedy', labelSeparation: 8 },
    scale: { domain: years.map(String) },
  } as const;
  const base = { width, height, autosize: { type: 'fit', contains: 'padding' }, data: { values } } as const;
  const y = amount(measure);
  const links = { href: { field: 'href' } } as const;
  if (series === 1) return { ...base, mark: 'bar', encoding: { x, y, ...links } };
  return {
    ...base,
    encoding: { x, y, color: colour(series) },
    layer: [
      { mark: { type: 'line', invalid: 'break-paths-show-path-domains', strokeWidth: 1.5 } },
      {
        transform: [{ filter: 'datum.value > 0' }],
        mark: { type: 'point', filled: true, size: 70, opacity: 1 },
        encoding: {
          ...links,
          shape: { field: 'series', type: 'nominal', scale: { range: shapes }, legend: null },
        },
      },
    ],
  };
}

function inRows(chart: TimelineChart, width: number): TopLevelSpec {
  const { response, measure, nameOf } = chart;
  const groups = groupsDrawn(response);
  const names = groups.map(nameOf);
  const values = groups.flatMap((group) => valuesOf(chart, nameOf(group), group));
  const series = response.phrases.length;
  // The library takes a Chinese character for narrower than it is.
  const longest = Math.min(160, 13 * Math.max(2, ...names.map(({ length }) => length)));
  return {
    width,
    height: AXIS + groups.length * (series === 1 ? 20 : 10 + 9 * series),
    autosize: { type: 'fit', contains: 'padding' },
    data: { values },
    mark: 'bar',
    encoding: {
      x: amount(measure),
      y: {
        field: 'at',
        type: 'nominal',
        sort: [...names],
        title: null,
        axis: { minExtent: longest, maxExtent: longest, labelLimit: longest },
      },
      ...(series > 1 && { yOffset: { field: 'series', type: 'nominal' } as const }),
      color: colour(series),
      href: { field: 'href' },
    },
  };
}
