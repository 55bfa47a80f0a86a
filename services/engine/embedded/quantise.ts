// int8 vectors: each scaled so that its largest component is 127. Cosine does not see the scale.

export function quantise(vector: Float32Array): Int8Array {
  let largest = 0;
  for (const x of vector) largest = Math.max(largest, Math.abs(x));
  const scale = largest > 0 ? 127 / largest : 0;
  return Int8Array.from(vector, (x) => Math.round(x * scale));
}
