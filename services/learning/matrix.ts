// The few matrix operations that the fit needs. Square matrices, row by row.

export function identity(dimension: number): Float32Array {
  const matrix = new Float32Array(dimension * dimension);
  for (let i = 0; i < dimension; i++) matrix[i * dimension + i] = 1;
  return matrix;
}

/** (1 − share) · identity + share · matrix */
export function blended(matrix: Float32Array, share: number): Float32Array {
  const dimension = Math.sqrt(matrix.length);
  if (share === 0) return identity(dimension);
  const out = matrix.map((value) => share * value);
  for (let i = 0; i < dimension; i++) out[i * dimension + i]! += 1 - share; // on the diagonal
  return out;
}

export function meanOf(matrices: readonly Float32Array[]): Float32Array {
  const [first] = matrices;
  if (!first) throw new Error('a mean needs a matrix');
  return first.map((_, i) => matrices.reduce((sum, matrix) => sum + matrix[i]!, 0) / matrices.length);
}

/** In four sums, so that they do not wait for each other; vectors are as long as the first. */
export function dot(a: Float32Array, b: Float32Array): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0];
  const even = a.length & ~3;
  for (let i = 0; i < even; i += 4) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
    s2 += a[i + 2]! * b[i + 2]!;
    s3 += a[i + 3]! * b[i + 3]!;
  }
  for (let i = even; i < a.length; i++) s0 += a[i]! * b[i]!;
  return s0 + s1 + s2 + s3;
}

/** to += factor · from */
export function add(to: Float32Array, from: Float32Array, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += factor * from[i]!;
}
