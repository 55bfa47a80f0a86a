// The figures as a chart, described in Vega-Lite: one panel a set and kind, one dot a system, best first, with the 95 %
// interval of its mean.
import type { TopLevelSpec } from 'vega-lite';
import { pairedBootstrap } from '../../services/evaluation/bootstrap.js';
import { MEASURE } from './compare.js';
import type { Result } from './judge-set.js';

const OURS = 'Yanju';
const WIDTH = 240;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
const COLOURS = { ours: '#b3261e', others: '#5f6b7a' };
/** Systems within the intervals of each other overlap: whether they differ is told by the paired test in the tables. */
const NOTE = `${MEASURE}, with the 95 % interval of the mean over the queries (in brackets: how many). Red: this product.`;

interface Dot {
  readonly panel: string;
  readonly system: string;
  readonly by: keyof typeof COLOURS;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

function dotOf({ set, kind, system, ids, judged }: Result): Dot {
  const { difference: value, low, high } = pairedBootstrap(judged.map((measures) => measures[MEASURE] ?? 0));
  const by = system.startsWith(OURS) ? 'ours' : 'others';
  return { panel: `${set}: ${kind} (${ids.length})`, system, by, value, low, high };
}

type Panel = Extract<TopLevelSpec, { concat: unknown }>['concat'][number];

/** One set and kind; `dots` best first. */
function panel(title: string, dots: readonly Dot[]): Panel {
  const y = {
    field: 'system',
    type: 'nominal',
    sort: dots.map(({ system }) => system),
    axis: { title: null, labelLimit: 0, grid: true, gridColor: '#eeeeee', ticks: false, domain: false },
  } as const;
  const color = {
    field: 'by',
    type: 'nominal',
    scale: { domain: Object.keys(COLOURS), range: Object.values(COLOURS) },
    legend: null,
  } as const;
  const scale = { domain: [0, 1] };
  const x = (field: keyof Dot) =>
    ({ field, type: 'quantitative', scale, axis: { title: null, values: TICKS, format: '~g' } }) as const;
  return {
    title: { text: title, anchor: 'start', fontSize: 13 },
    data: { values: [...dots] },
    width: WIDTH,
    height: { step: 19 },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 2, opacity: 0.35 },
        encoding: { x: x('low'), x2: { field: 'high' }, y, color },
      },
      { mark: { type: 'point', filled: true, size: 60, opacity: 1 }, encoding: { x: x('value'), y, color } },
      {
        mark: { type: 'text', align: 'left', fontSize: 10, x: WIDTH + 6 },
        encoding: { y, color, text: { field: 'value', type: 'quantitative', format: '.3f' } },
      },
    ],
  };
}

/** A Vega-Lite specification, with its data. */
export function chart(results: readonly Result[], systems: readonly string[]): TopLevelSpec {
  const dots = results.filter(({ set, system }) => set !== '' && systems.includes(system)).map(dotOf);
  const panels = [...new Set(dots.map((dot) => dot.panel))];
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: 'white',
    title: { text: 'Search quality', subtitle: NOTE, anchor: 'start', subtitlePadding: 6, offset: 16 },
    concat: panels.map((title) =>
      panel(
        title,
        dots.filter((dot) => dot.panel === title).sort((a, b) => b.value - a.value),
      ),
    ),
    columns: 2,
    spacing: { column: 24, row: 28 },
    config: {
      font: 'system-ui, "Noto Sans CJK SC", sans-serif',
      view: { stroke: '#dddddd' },
      axis: { labelFontSize: 11, labelColor: '#1f2328' },
    },
  };
}
