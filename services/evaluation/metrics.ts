// Measures of a ranking. Relevance is yes or no.

/** nDCG@k (Järvelin & Kekäläinen 2002) with binary gains: Σ rel_i / log2(i + 1), over the same of an ideal order. */
export function ndcg(relevant: readonly boolean[], ideal: number, k: number): number {
  const gain = (rank: number): number => 1 / Math.log2(rank + 2);
  const got = relevant.slice(0, k).reduce((sum, is, i) => sum + (is ? gain(i) : 0), 0);
  let best = 0;
  for (let i = 0; i < Math.min(ideal, k); i++) best += gain(i);
  return best === 0 ? 0 : got / best;
}

/** 1 / rank of the first relevant result among the first k; 0 when there is none. */
export function reciprocalRank(relevant: readonly boolean[], k: number): number {
  const first = relevant.slice(0, k).indexOf(true);
  return first === -1 ? 0 : 1 / (first + 1);
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The value that a share `p` of the values does not exceed (nearest rank). */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN;
}
