// The heaviest chain of candidates that runs forward in both texts, no unit twice: O(n log n), by a tree of prefix maxima.
import { every } from '../process/in-slices.js';
import type { Candidate } from './candidates.js';

interface Link {
  readonly candidate: Candidate;
  readonly weight: number;
  readonly before: Link | null;
}

export function* chainSteps(
  candidates: readonly Candidate[],
  weightOf: (candidate: Candidate) => number,
  width: number,
): Generator<void, Candidate[]> {
  const rest = every(100);
  // Best link that ends at or before a place in b; of one place in a, the later in b first, so that none follows another.
  const tree: (Link | null)[] = new Array<Link | null>(width + 1).fill(null);
  const best = (to: number): Link | null => {
    let found: Link | null = null;
    for (let i = to; i > 0; i -= i & -i) if ((tree[i]?.weight ?? 0) > (found?.weight ?? 0)) found = tree[i] ?? null;
    return found;
  };
  const put = (at: number, link: Link): void => {
    for (let i = at; i <= width; i += i & -i) if (link.weight > (tree[i]?.weight ?? 0)) tree[i] = link;
  };
  for (const candidate of [...candidates].sort((x, y) => x.a.at - y.a.at || y.b.at - x.b.at)) {
    if (rest()) yield;
    const before = best(candidate.b.at);
    put(candidate.b.at + 1, { candidate, weight: (before?.weight ?? 0) + weightOf(candidate), before });
  }
  const chain: Candidate[] = [];
  for (let link = best(width); link; link = link.before) chain.push(link.candidate);
  return chain.reverse();
}
