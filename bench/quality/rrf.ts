// Reciprocal rank fusion (Cormack, Clarke & Büttcher 2009): Σ 1 / (k + rank) over the lists, ranks from 1.

/** k as in the paper. */
const K = 60;

/** Best first; equal scores by ascending id. */
export function reciprocalRankFusion(lists: readonly (readonly number[])[], k: number = K): number[] {
  const scores = new Map<number, number>();
  for (const list of lists) {
    for (const [i, id] of list.entries()) scores.set(id, (scores.get(id) ?? 0) + 1 / (k + i + 1));
  }
  return [...scores].sort(([a, x], [b, y]) => y - x || a - b).map(([id]) => id);
}
