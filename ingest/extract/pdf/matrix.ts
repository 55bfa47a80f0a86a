// Places on a page: matrices [a b c d e f] as in PDF and OFD, x' = ax + cy + e, y' = bx + dy + f.

export type Matrix = readonly [number, number, number, number, number, number];
export interface Point {
  readonly x: number;
  readonly y: number;
}

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Six finite numbers, or the identity. */
export function asMatrix(numbers: unknown): Matrix {
  if (numbers === null || typeof numbers !== 'object') return identity;
  const [a, b, c, d, e, f] = Object.values(numbers).map(Number); // arrays, and typed arrays turned into objects
  const matrix = [
    a ?? Number.NaN,
    b ?? Number.NaN,
    c ?? Number.NaN,
    d ?? Number.NaN,
    e ?? Number.NaN,
    f ?? Number.NaN,
  ] as const;
  return matrix.every(Number.isFinite) ? matrix : identity;
}

/** First `inner`, then `outer`. */
export const times = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
];

export const place = ([a, b, c, d, e, f]: Matrix, x: number, y: number): Point => ({
  x: a * x + c * y + e,
  y: b * x + d * y + f,
});

/** Quarter turns, clockwise as seen, that text was turned by; null: it stands aslant. */
export function quarterTurns(along: Point): number | null {
  const length = Math.hypot(along.x, along.y);
  if (Math.abs(along.y) <= 0.1 * length) return along.x < 0 ? 2 : 0;
  if (Math.abs(along.x) <= 0.1 * length) return along.y < 0 ? 3 : 1;
  return null;
}

/** Sets a page of this size upright on which text is turned by so many quarters. */
export const upright = (turns: number, width: number, height: number): Matrix =>
  turns === 1
    ? [0, -1, 1, 0, 0, width]
    : turns === 2
      ? [-1, 0, 0, -1, width, height]
      : turns === 3
        ? [0, 1, -1, 0, height, 0]
        : identity;
