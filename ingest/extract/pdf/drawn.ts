// A page's operations → what is drawn on it besides its text: ruled lines, pictures, line work, words in annotations.
import { asMatrix, type Matrix, type Point, place, times } from './matrix.js';
import { operations, type PdfOperations } from './pdfjs.js';

/** A line along the page's edges; `at` is its y (horizontal) or x. */
export interface Rule {
  readonly horizontal: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}
export interface Drawn {
  readonly rules: readonly Rule[];
  /** area under pictures, as a share of the page */
  readonly pictures: number;
  /** curves in what is filled: letters drawn as outlines have some twenty each */
  readonly curves: number;
  /** what the appearance of annotations says, by the annotation's id */
  readonly words: ReadonlyMap<string, string>;
}

export const nothingDrawn: Drawn = { rules: [], pictures: 0, curves: 0, words: new Map() };

const mostRules = 20_000;
const mostDepth = 200;
/** Thinner than this, in points, a filled rectangle is a line; shorter, a line is a dot. */
const thin = 3;
const shortest = 3;

const { save, restore, transform, paintFormXObjectBegin, paintFormXObjectEnd } = operations;
const { beginAnnotation, endAnnotation, constructPath, showText, beginText, shadingFill } = operations;
const named = (...names: string[]): ReadonlySet<number | undefined> => new Set(names.map((name) => operations[name]));
const strokes = named('stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke');
const fills = named('fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke');
/** The steps of a path, DrawOPS in pdf.js, and how many numbers go with each. */
const moveTo = 0;
const curveTo = 2;
const closePath = 3;
const numbersOf = [2, 2, 6, 0] as const;

export interface Subpath {
  readonly points: Point[];
  curved: number;
}

/** The subpaths of a path, placed on the page. */
function subpathsOf(data: Float32Array, matrix: Matrix): Subpath[] {
  const paths: Subpath[] = [];
  for (let i = 0; i < data.length; ) {
    const step = data[i] ?? -1;
    const count = numbersOf[step];
    if (count === undefined) break;
    const open = paths.at(-1);
    if (step === closePath) {
      const first = open?.points[0];
      if (first) open.points.push(first);
    } else {
      const point = place(matrix, data[i + count - 1] ?? 0, data[i + count] ?? 0);
      if (step === moveTo || !open) paths.push({ points: [point], curved: 0 });
      else open.points.push(point);
      if (step === curveTo && open) open.curved++;
    }
    i += count + 1;
  }
  return paths;
}

const ruleBetween = (a: Point, b: Point): Rule[] => {
  const [width, height] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
  if (Math.max(width, height) < shortest || Math.min(width, height) > 0.5) return [];
  return width > height
    ? [{ horizontal: true, at: (a.y + b.y) / 2, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) }]
    : [{ horizontal: false, at: (a.x + b.x) / 2, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) }];
};

/** The lines that a path draws along the page's edges. */
export function rulesOf({ points, curved }: Subpath, stroked: boolean, filled: boolean): Rule[] {
  const rules = stroked ? points.slice(1).flatMap((point, i) => ruleBetween(points[i] ?? point, point)) : [];
  if (!filled || curved > 0 || points.length < 4 || points.length > 6) return rules;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (Math.min(x1 - x0, y1 - y0) > thin) return rules;
  const middle = { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
  return x1 - x0 > y1 - y0
    ? [...rules, ...ruleBetween({ x: x0, y: middle.y }, { x: x1, y: middle.y })]
    : [...rules, ...ruleBetween({ x: middle.x, y: y0 }, { x: middle.x, y: y1 })];
}

interface State {
  readonly matrix: Matrix;
  /** A place was set and nothing drawn in it yet: pictures, which are left out, leave only their places. */
  placed: boolean;
}

/** `base` brings the page's own units to points on the page as seen; `width` and `height` are its size there. */
export function drawnOn({ fnArray, argsArray }: PdfOperations, base: Matrix, width: number, height: number): Drawn {
  const rules: Rule[] = [];
  const words = new Map<string, string>();
  let pictures = 0;
  let curves = 0;
  let annotation: string | null = null;
  let state: State = { matrix: base, placed: false };
  const stack: State[] = [];
  const enter = (matrix: Matrix): void => {
    state.placed = false;
    if (stack.length < mostDepth) stack.push(state);
    state = { matrix: times(state.matrix, matrix), placed: false };
  };
  const leave = (): void => {
    state = stack.pop() ?? { matrix: base, placed: false };
  };
  const picture = ({ matrix }: State): void => {
    const corners = [place(matrix, 0, 0), place(matrix, 1, 0), place(matrix, 0, 1), place(matrix, 1, 1)];
    const within = (values: readonly number[], most: number): number =>
      Math.min(most, Math.max(...values)) - Math.max(0, Math.min(...values));
    const [across, down] = [
      within(
        corners.map(({ x }) => x),
        width,
      ),
      within(
        corners.map(({ y }) => y),
        height,
      ),
    ];
    if (across > 0 && down > 0) pictures += (across * down) / (width * height);
  };

  fnArray.forEach((operation, i) => {
    const args = argsArray[i] ?? [];
    if (operation === save) enter([1, 0, 0, 1, 0, 0]);
    else if (operation === restore) {
      if (state.placed) picture(state);
      leave();
    } else if (operation === transform) {
      state = { matrix: times(state.matrix, asMatrix(args)), placed: true };
    } else if (operation === paintFormXObjectBegin) enter(asMatrix(args[0]));
    else if (operation === paintFormXObjectEnd) leave();
    else if (operation === beginAnnotation) {
      enter(times(asMatrix(args[2]), asMatrix(args[3])));
      annotation = String(args[0]);
    } else if (operation === endAnnotation) {
      leave();
      annotation = null;
    } else if (operation === beginText || operation === shadingFill) state.placed = false;
    else if (operation === showText && annotation !== null && Array.isArray(args[0])) {
      const glyphs = args[0] as readonly ({ readonly unicode?: string } | number | null)[]; // as pdf.js gives them
      const text = glyphs.map((glyph) => (typeof glyph === 'object' ? (glyph?.unicode ?? '') : '')).join('');
      words.set(annotation, (words.get(annotation) ?? '') + text);
    } else if (operation === constructPath) {
      state.placed = false;
      const data = (args[1] as readonly unknown[] | undefined)?.[0]; // a path may be empty
      const [stroked, filled] = [strokes.has(args[0] as number), fills.has(args[0] as number)]; // an operation's number
      if (!ArrayBuffer.isView(data) || !(stroked || filled)) return;
      for (const path of subpathsOf(data as Float32Array, state.matrix)) {
        // pdf.js gives paths in this type
        if (filled) curves += path.curved;
        if (rules.length < mostRules) rules.push(...rulesOf(path, stroked, filled));
      }
    }
  });
  if (state.placed) picture(state);
  return { rules, pictures: Math.min(1, pictures), curves, words };
}
