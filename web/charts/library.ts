// The chart library, apart: half a second to load, when the first chart is drawn.
export { parse, View } from 'vega';
export { compile } from 'vega-lite';
