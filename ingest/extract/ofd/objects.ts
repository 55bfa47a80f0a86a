// The graphic units of an OFD page → pieces of text, ruled lines and the area of pictures (GB/T 33190-2016, 8.5 and 11.3).
import type { DomElement } from '../html/dom.js';
import { columns } from '../lines.js';
import { type Drawn, nothingDrawn, type Rule, rulesOf } from '../pdf/drawn.js';
import { asMatrix, identity, type Matrix, place, quarterTurns, times } from '../pdf/matrix.js';
import { asCharacters, type Piece } from '../pdf/segments.js';
import { childrenNamed, nameOf, numbersIn, textOf, within } from './xml.js';

/** OFD counts in millimetres. */
export const points = 72 / 25.4;
const mostRepeats = 10_000;
const mostRules = 20_000;

export interface PageObjects extends Drawn {
  readonly pieces: readonly Piece[];
  /** text that does not run from left to right */
  readonly rotated: string;
}

/** "3.2 g 4 3.5" → the distances from each character to the next. */
export function deltas(text: string | null): number[] {
  const tokens = (text ?? '').trim().split(/\s+/).filter(Boolean);
  const found: number[] = [];
  for (let i = 0; i < tokens.length && found.length < mostRepeats; i++) {
    if (tokens[i] !== 'g') found.push(Number(tokens[i]) || 0);
    else {
      const times = Math.min(Number(tokens[i + 1]) || 0, mostRepeats - found.length);
      for (let k = 0; k < times; k++) found.push(Number(tokens[i + 2]) || 0);
      i += 2;
    }
  }
  return found;
}

/** Where a unit's own coordinates lie on the page, in points. */
function matrixOf(element: DomElement, outer: Matrix): Matrix {
  const [x = 0, y = 0] = numbersIn(element.getAttribute('Boundary'));
  const own = numbersIn(element.getAttribute('CTM'));
  return times(times(outer, [1, 0, 0, 1, x || 0, y || 0]), own.length === 6 ? asMatrix(own) : identity);
}

/** The characters of a TextCode as runs that stand close; `size` in the unit's own measure. */
function runsOf(text: string, dx: readonly number[], size: number): { text: string; from: number; to: number }[] {
  const runs: { text: string; from: number; to: number }[] = [];
  let at = 0;
  [...text].forEach((character, i) => {
    const usual = (columns(character) / 2) * size;
    const step = dx[i] ?? (dx.length === 0 ? usual : (dx.at(-1) ?? usual));
    const open = runs.at(-1);
    const far = step > 1.5 * size || step < 0;
    const to = at + (far || step === 0 ? usual : step);
    if (open && Math.abs(at - open.to) < 0.1 * size) {
      open.text += character;
      open.to = to;
    } else runs.push({ text: character, from: at, to });
    at += step;
  });
  return runs;
}

function textPieces(element: DomElement, outer: Matrix): { pieces: Piece[]; rotated: string[] } {
  const matrix = matrixOf(element, outer);
  const size = Number(element.getAttribute('Size')) || 0;
  const pieces: Piece[] = [];
  const rotated: string[] = [];
  const turns = quarterTurns({ x: matrix[0], y: matrix[1] });
  const [wide, high] = [Math.hypot(matrix[0], matrix[1]), Math.hypot(matrix[2], matrix[3])];
  const [stretch = 1] = numbersIn(element.getAttribute('HScale'));
  let [x, y] = [0, 0];
  for (const code of childrenNamed(element, 'TextCode')) {
    const text = asCharacters((code.textContent ?? '').replace(/[\r\n\t]+/g, ' '));
    // Where a place is not given, the last one goes on.
    x = Number(code.getAttribute('X') ?? x) || 0;
    y = Number(code.getAttribute('Y') ?? y) || 0;
    const [dx, dy] = [deltas(code.getAttribute('DeltaX')), deltas(code.getAttribute('DeltaY'))];
    const down = dy.some((step) => Math.abs(step) > 0.5 * size);
    if (turns !== 0) rotated.push(text);
    else if (down) pieces.push({ text, ...place(matrix, x, y), width: size * wide, size: size * high });
    else {
      for (const run of runsOf(text, dx, size * stretch)) {
        const from = place(matrix, x + run.from, y);
        pieces.push({ text: run.text, ...from, width: (run.to - run.from) * wide, size: size * high });
      }
    }
  }
  return { pieces, rotated };
}

/** Letters of a path, and how many numbers follow each; the last two are the point reached. */
const steps: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

function pathRules(element: DomElement, outer: Matrix): { rules: Rule[]; curves: number } {
  const matrix = matrixOf(element, outer);
  const tokens = childrenNamed(element, 'AbbreviatedData')
    .map(textOf)
    .join(' ')
    .split(/[\s,]+/);
  const isSet = (name: string, usual: boolean): boolean => (element.getAttribute(name) ?? String(usual)) === 'true';
  const paths: { points: { x: number; y: number }[]; curved: number }[] = [];
  for (let i = 0; i < tokens.length; ) {
    const count = steps[tokens[i] ?? ''];
    const numbers = count === undefined ? [] : tokens.slice(i + 1, i + 1 + count).map(Number);
    if (count === undefined || numbers.some((number) => !Number.isFinite(number))) break;
    const open = paths.at(-1);
    const point = place(matrix, numbers.at(-2) ?? 0, numbers.at(-1) ?? 0);
    if (count === 0) open?.points.push(open.points[0] ?? point);
    else if (tokens[i] === 'S' || tokens[i] === 'M' || !open) paths.push({ points: [point], curved: 0 });
    else {
      open.points.push(point);
      if (count > 2) open.curved++;
    }
    i += count + 1;
  }
  const filled = isSet('Fill', false);
  return {
    rules: paths.flatMap((path) => rulesOf(path, isSet('Stroke', true), filled)),
    curves: filled ? paths.reduce((sum, { curved }) => sum + curved, 0) : 0,
  };
}

/** What stands in the layers of a page or template; `width` and `height` are the page's, in points. */
export function objectsIn(page: DomElement | undefined, base: Matrix, width: number, height: number): PageObjects {
  const pieces: Piece[] = [];
  const rotated: string[] = [];
  const rules: Rule[] = [];
  let curves = 0;
  let pictures = 0;
  const units = within(page, ['TextObject', 'PathObject', 'ImageObject'], ['Content', 'Layer', 'PageBlock']);
  for (const unit of units) {
    if (unit.getAttribute('Visible') === 'false') continue;
    if (nameOf(unit) === 'TextObject') {
      const text = textPieces(unit, base);
      pieces.push(...text.pieces);
      rotated.push(...text.rotated);
    } else if (nameOf(unit) === 'PathObject' && rules.length < mostRules) {
      const path = pathRules(unit, base);
      rules.push(...path.rules);
      curves += path.curves;
    } else if (nameOf(unit) === 'ImageObject') {
      const [, , across = 0, down = 0] = numbersIn(unit.getAttribute('Boundary')).map((side) => side * points);
      const area = Math.min(width, across) * Math.min(height, down);
      if (area > 0) pictures += area / (width * height);
    }
  }
  return { ...nothingDrawn, pieces, rotated: rotated.join(' '), rules, curves, pictures: Math.min(1, pictures) };
}
