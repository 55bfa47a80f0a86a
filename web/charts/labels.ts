// How much of a draft is verbatim, edited, alike or new, in characters: one bar, each part named where it has room. Set phrases
// are left out, as they are of the share beside it.
import type { CheckSummary } from '../../services/domain/check.js';
import { ClauseLabel } from '../../services/domain/check.js';
import type { Say } from '../../services/domain/messages/web.js';
import { drawChart, seriesColours } from './draw.js';

/** The chart as <svg>; `width` in pixels. */
export function labelsChart(characters: CheckSummary['labelCharacters'], say: Say, width: number): Promise<string> {
  const values = ClauseLabel.options
    .filter((label) => label !== 'formula')
    .map((label, order) => ({
      label: `${say(`label_${label}`)} ${characters[label].toLocaleString('en-US')}`,
      order,
      characters: characters[label],
    }));
  return drawChart({
    width,
    height: 34,
    padding: { left: 0, right: 8, top: 0, bottom: 0 },
    data: { values: values.filter((one) => one.characters > 0) },
    mark: { type: 'bar', stroke: 'var(--paper)', strokeWidth: 2 },
    encoding: {
      x: { field: 'characters', type: 'quantitative', stack: 'zero', axis: null, scale: { nice: false } },
      order: { field: 'order' },
      color: {
        field: 'label',
        type: 'nominal',
        sort: values.map(({ label }) => label),
        scale: { domain: values.map(({ label }) => label), range: [...seriesColours.slice(0, values.length)] },
        legend: { columns: width < 500 ? 2 : 4 },
      },
    },
  });
}
