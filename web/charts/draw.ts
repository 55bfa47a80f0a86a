// Draws a chart described in Vega-Lite as SVG, on the server. Colours are those of the page, so that it follows light and
// dark. The picture is for the eye: whoever shows it gives the same figures as a table (views/chart.tsx).
import type { TopLevelSpec } from 'vega-lite';

/** Colours of series, in order; defined in charts.css. A series is also told by its place or its label, never by colour alone. */
export const seriesColours: readonly string[] = [1, 2, 3, 4, 5, 6].map((n) => `var(--series-${n})`);

const config = {
  background: 'transparent',
  font: 'inherit',
  view: { stroke: null },
  axis: {
    labelColor: 'var(--soft)',
    titleColor: 'var(--soft)',
    titleFontWeight: 'normal',
    gridColor: 'var(--line)',
    domainColor: 'var(--line)',
    tickColor: 'var(--line)',
    labelFontSize: 12,
    titleFontSize: 12,
  },
  axisX: { labelAngle: 0 },
  legend: { labelColor: 'var(--ink)', titleColor: 'var(--soft)', labelFontSize: 12, orient: 'top', title: null },
  range: { category: [...seriesColours] },
  bar: { color: seriesColours[0] },
} as const;

/**
 * The chart as an <svg> element. A mark with the `href` channel is a link; by keyboard the table's links are used.
 * Values that come from documents are escaped by the library.
 */
export async function drawChart(spec: TopLevelSpec): Promise<string> {
  const { compile, parse, View } = await import('./library.js');
  const compiled = compile({ ...spec, config: { ...config, ...spec.config } } as TopLevelSpec).spec; // its own config, in part
  const view = new View(parse(compiled), { renderer: 'none' });
  try {
    return forTheEye(await view.toSVG());
  } finally {
    view.finalize();
  }
}

/** Links in the picture are out of the order of tabs, and its parts say nothing: the table says it all. */
export function forTheEye(svg: string): string {
  return svg
    .replace(/ (?:role|aria-[a-z]+)="[^"]*"/gu, '')
    .replace(/<a xlink:href=/gu, '<a tabindex="-1" href=')
    .replace(' class="marks"', '') // the pages have marks of their own
    .replace('<svg ', '<svg aria-hidden="true" focusable="false" ');
}
