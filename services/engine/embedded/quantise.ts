// Vectors in 8 bits and in 1 bit a component. Cosine does not see the scale.

/** Scaled so that the largest component is 127. */
export function quantise(vector: Float32Array): Int8Array {
  let largest = 0;
  for (const x of vector) largest = Math.max(largest, Math.abs(x));
  const scale = largest > 0 ? 127 / largest : 0;
  return Int8Array.from(vector, (x) => Math.round(x * scale));
}

/** The components' signs, eight in a byte; the last byte is filled with zeros. */
export function signs(vector: Float32Array): Uint8Array {
  const bits = new Uint8Array(Math.ceil(vector.length / 8));
  for (const [i, x] of vector.entries()) if (x > 0) bits[i >> 3] = (bits[i >> 3] ?? 0) | (1 << (i & 7));
  return bits;
}

/** Cosine of a unit vector and a quantised one. */
export function cosine(unit: Float32Array, quantised: Int8Array): number {
  let dot = 0;
  let squares = 0;
  for (let i = 0; i < quantised.length; i++) {
    const x = quantised[i] ?? 0;
    dot += (unit[i] ?? 0) * x;
    squares += x * x;
  }
  return squares === 0 ? 0 : Math.max(-1, Math.min(1, dot / Math.sqrt(squares)));
}
