// Vectors in 8 bits and in 1 bit a component. Cosine does not see the scale.

/** Scaled so that the largest component is 127. */
export function quantise(vector: Float32Array): Int8Array {
  let largest = 0;
  for (const x of vector) largest = Math.max(largest, Math.abs(x));
  const scale = largest > 0 ? 127 / largest : 0;
  return Int8Array.from(vector, (x) => Math.round(x * scale));
}

/** The components' signs, eight in a byte, in whole words of 32; the rest is zeros. */
export function signs(vector: Float32Array): Uint8Array {
  const bits = new Uint8Array(4 * Math.ceil(vector.length / 32));
  for (const [i, x] of vector.entries()) if (x > 0) bits[i >> 3] = (bits[i >> 3] ?? 0) | (1 << (i & 7));
  return bits;
}
