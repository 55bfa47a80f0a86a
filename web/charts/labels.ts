// How much of a draft is verbatim, edited, alike, new or a set phrase: one bar, each part named where it has room.
import type { CheckSummary } from '../../services/domain/check.js';
import { ClauseLabel } from '../../services/domain/check.js';
import type { Say } from '../../services/domain/messages/web.js';
import { drawChart, seriesColours } from './draw.js';

/** The chart as <svg>; `width` in pixels. */
export function labelsChart(labels: CheckSummary['labels'], say: Say, width: number): Promise<string> {
  const values = ClauseLabel.options.map((label, order) => ({
    label: `${say(`label_${label}`)} ${labels[label]}`,
    order,
    sentences: labels[label],
  }));
  return drawChart({
    width,
    height: 34,
    padding: { left: 0, right: 8, top: 0, bottom: 0 },
    data: { values: values.filter(({ sentences }) => sentences > 0) },
    mark: { type: 'bar', stroke: 'var(--paper)', strokeWidth: 2 },
    encoding: {
      x: { field: 'sentences', type: 'quantitative', stack: 'zero', axis: null, scale: { nice: false } },
      order: { field: 'order' },
      color: {
        field: 'label',
        type: 'nominal',
        sort: values.map(({ label }) => label),
        scale: { domain: values.map(({ label }) => label), range: [...seriesColours.slice(0, 5)] },
        legend: { columns: width < 500 ? 3 : 5 },
      },
    },
  });
}
