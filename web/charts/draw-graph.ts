// Draws boxes and the arrows between them as SVG, on the server, where others have said where each stands.
import type { Spec } from 'vega';
import { forTheEye } from './draw.js';

export interface GraphBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly label: string;
  readonly colour: string;
  /** a document that is not there: its box is dashed */
  readonly hollow: boolean;
  readonly strong: boolean;
  readonly href?: string | undefined;
}
export interface Graph {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly GraphBox[];
  /** paths, as SVG writes them */
  readonly lines: readonly string[];
  readonly arrows: readonly { readonly x: number; readonly y: number; readonly angle: number }[];
}

export const boxHeight = 24;
const padding = 8;

/** Like a chart: for the eye alone; whoever shows it gives the same as lists. */
export async function drawGraph({ width, height, boxes, lines, arrows }: Graph): Promise<string> {
  const { parse, View } = await import('./library.js');
  const link = { href: { field: 'href' } };
  const spec: Spec = {
    width,
    height,
    padding: 4,
    background: 'transparent',
    data: [
      { name: 'boxes', values: boxes.map((box) => ({ ...box })) },
      { name: 'lines', values: lines.map((path) => ({ path })) },
      { name: 'arrows', values: arrows.map((arrow) => ({ ...arrow })) },
    ],
    marks: [
      {
        type: 'path',
        from: { data: 'lines' },
        encode: { enter: { path: { field: 'path' }, stroke: { value: 'var(--line)' }, strokeWidth: { value: 1.5 } } },
      },
      {
        type: 'symbol',
        from: { data: 'arrows' },
        encode: {
          enter: {
            x: { field: 'x' },
            y: { field: 'y' },
            angle: { field: 'angle' },
            shape: { value: 'triangle' },
            size: { value: 40 },
            fill: { value: 'var(--soft)' },
          },
        },
      },
      {
        type: 'rect',
        from: { data: 'boxes' },
        encode: {
          enter: {
            x: { field: 'x' },
            y: { field: 'y', offset: -boxHeight / 2 },
            width: { field: 'width' },
            height: { value: boxHeight },
            cornerRadius: { value: 4 },
            fill: { value: 'transparent' },
            stroke: { field: 'colour' },
            strokeWidth: { signal: 'datum.strong ? 2.5 : 1.25' },
            strokeDash: { signal: 'datum.hollow ? [4, 3] : [1, 0]' },
            ...link,
          },
        },
      },
      {
        type: 'text',
        from: { data: 'boxes' },
        encode: {
          enter: {
            x: { field: 'x', offset: padding },
            y: { field: 'y' },
            baseline: { value: 'middle' },
            text: { field: 'label' },
            font: { value: 'inherit' },
            fontSize: { value: 12 },
            fontWeight: { signal: "datum.strong ? 'bold' : 'normal'" },
            fill: { value: 'var(--ink)' },
            ...link,
          },
        },
      },
    ],
  };
  const view = new View(parse(spec), { renderer: 'none' });
  try {
    return forTheEye(await view.toSVG());
  } finally {
    view.finalize();
  }
}
