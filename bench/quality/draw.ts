// A chart's specification → a picture of it.
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';

/** As SVG; text stays text, so that it is drawn in the reader's own fonts. */
export const draw = (specification: TopLevelSpec): Promise<string> =>
  new View(parse(compile(specification).spec), { renderer: 'none' }).toSVG();
