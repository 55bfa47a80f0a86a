// The figures as a chart, described in Vega-Lite: one panel a set and kind, one dot a system.
import { means } from '../../services/evaluation/evaluate.js';
import { MEASURE } from './compare.js';
import type { Result } from './judge-set.js';

const OURS = 'Yanju';
const COLOURS = { ours: '#b3261e', others: '#5f6b7a' };

/** A Vega-Lite specification, with its data. */
export function chart(results: readonly Result[], systems: readonly string[]): Readonly<Record<string, unknown>> {
  const values = results
    .filter(({ set, system }) => set !== '' && systems.includes(system))
    .map(({ set, kind, system, ids, judged }) => ({
      panel: `${set}: ${kind} (${ids.length})`,
      system,
      by: system.startsWith(OURS) ? 'ours' : 'others',
      value: means(judged)[MEASURE] ?? 0,
    }));
  const y = { field: 'system', type: 'nominal', sort: systems, axis: { title: null, labelLimit: 0, grid: true } };
  const color = {
    field: 'by',
    scale: { domain: Object.keys(COLOURS), range: Object.values(COLOURS) },
    legend: null,
  };
  const x = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [0, 1] },
    axis: { title: MEASURE, values: [0, 0.5, 1] },
  };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: 'white',
    data: { values },
    facet: { field: 'panel', type: 'nominal', sort: [...new Set(values.map(({ panel }) => panel))], title: null },
    columns: 3,
    spec: {
      width: 200,
      height: { step: 18 },
      layer: [
        { mark: { type: 'point', filled: true, size: 60, opacity: 1 }, encoding: { x, y, color } },
        {
          mark: { type: 'text', align: 'left', dx: 7, fontSize: 9 },
          encoding: { x, y, color, text: { field: 'value', format: '.3f' } },
        },
      ],
    },
    config: { font: 'sans-serif' },
  };
}
