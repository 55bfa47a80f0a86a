// Where each document stands in the picture of who cites whom: those that cite, this one, those it cites. Pure.
import { boxHeight, type Graph, type GraphBox } from './draw-graph.js';

export interface Neighbour {
  readonly label: string;
  readonly colour: string;
  readonly hollow: boolean;
  readonly href?: string | undefined;
}
export interface Neighbourhood {
  readonly citing: readonly Neighbour[];
  readonly centre: Neighbour;
  readonly cited: readonly Neighbour[];
}

const step = boxHeight + 8;

/** Characters that fit in a box: Chinese ones are as wide as high. */
const fitting = (label: string, width: number): string => {
  const most = Math.floor((width - 16) / 12);
  const characters = [...label];
  return characters.length <= most ? label : `${characters.slice(0, most - 1).join('')}…`;
};

const boxOf = (neighbour: Neighbour, x: number, y: number, width: number, strong = false): GraphBox => ({
  ...neighbour,
  label: fitting(neighbour.label, width),
  x,
  y,
  width,
  strong,
});

/** Three columns, for a wide page. */
export function inColumns({ citing, centre, cited }: Neighbourhood): Graph {
  const [side, gap, middle] = [256, 56, 208];
  const rows = Math.max(citing.length, cited.length, 1);
  const height = rows * step;
  const y = (i: number, of: number): number => height / 2 + (i - (of - 1) / 2) * step;
  const centreX = citing.length > 0 ? side + gap : 0;
  const rightX = centreX + middle + gap;
  const curve = (x1: number, y1: number, x2: number, y2: number): string => {
    const bend = (x1 + x2) / 2;
    return `M${x1},${y1}C${bend},${y1},${bend},${y2},${x2},${y2}`;
  };
  const centreY = height / 2;
  return {
    width: cited.length > 0 ? rightX + side : centreX + middle,
    height,
    boxes: [
      ...citing.map((one, i) => boxOf(one, 0, y(i, citing.length), side)),
      boxOf(centre, centreX, centreY, middle, true),
      ...cited.map((one, i) => boxOf(one, rightX, y(i, cited.length), side)),
    ],
    lines: [
      ...citing.map((_, i) => curve(side, y(i, citing.length), centreX - 6, centreY)),
      ...cited.map((_, i) => curve(centreX + middle, centreY, rightX - 6, y(i, cited.length))),
    ],
    arrows: [
      ...(citing.length > 0 ? [{ x: centreX - 5, y: centreY, angle: 90 }] : []),
      ...cited.map((_, i) => ({ x: rightX - 5, y: y(i, cited.length), angle: 90 })),
    ],
  };
}

/** One under the other, for a phone. */
export function inOneColumn({ citing, centre, cited }: Neighbourhood): Graph {
  const [width, rail, indent] = [330, 8, 26];
  const all = citing.length + 1 + cited.length;
  const y = (i: number): number => boxHeight / 2 + 2 + i * step;
  const at = citing.length;
  const elbow = (from: number, to: number): string => `M${indent},${from}H${rail}V${to}H${indent - 6}`;
  return {
    width,
    height: all * step,
    boxes: [
      ...citing.map((one, i) => boxOf(one, indent, y(i), width - indent)),
      boxOf(centre, indent, y(at), width - indent, true),
      ...cited.map((one, i) => boxOf(one, indent, y(at + 1 + i), width - indent)),
    ],
    lines: [...citing.map((_, i) => elbow(y(i), y(at) - 5)), ...cited.map((_, i) => elbow(y(at) + 5, y(at + 1 + i)))],
    arrows: [
      ...(citing.length > 0 ? [{ x: indent - 5, y: y(at) - 5, angle: 90 }] : []),
      ...cited.map((_, i) => ({ x: indent - 5, y: y(at + 1 + i), angle: 90 })),
    ],
  };
}
