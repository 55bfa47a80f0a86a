// Which elements of one long list became which of another, by the fewest edits (Myers 1986), in steps: the same answer as
// the diff library's, which cannot rest on its way.
export interface Edit {
  readonly kind: 'same' | 'removed' | 'added';
  readonly count: number;
}

/** A run of edits of one kind, with what led to it. */
interface Run extends Edit {
  readonly before: Run | null;
}

const extended = (run: Run | null, kind: Edit['kind'], count: number): Run =>
  run?.kind === kind ? { kind, count: run.count + count, before: run.before } : { kind, count, before: run };

function inOrder(last: Run | null): Edit[] {
  const edits: Edit[] = [];
  for (let run = last; run; run = run.before) edits.push({ kind: run.kind, count: run.count });
  return edits.reverse();
}

const NOWHERE = -1;

/** Undefined where it takes more than `most` edits. Of equals, what goes furthest in `a` is followed. */
export function* editsBetween<T>(a: readonly T[], b: readonly T[], most: number): Generator<void, Edit[] | undefined> {
  const bound = Math.min(most, a.length + b.length);
  // By diagonal (the place in a less that in b), from `middle`: how far in a its best path has got, and by which edits.
  const middle = bound + 1;
  const reached = new Int32Array(2 * middle + 1).fill(NOWHERE);
  const runs = new Array<Run | null>(2 * middle + 1).fill(null);
  /** Goes on along what is the same; true at the end of both. */
  const follow = (diagonal: number, from: number, run: Run | null): boolean => {
    let at = from;
    while (at < a.length && at - diagonal < b.length && a[at] === b[at - diagonal]) at++;
    reached[middle + diagonal] = at;
    runs[middle + diagonal] = at > from ? extended(run, 'same', at - from) : run;
    return at >= a.length && at - diagonal >= b.length;
  };
  if (follow(0, 0, null)) return inOrder(runs[middle] ?? null);
  // A diagonal that has met an edge makes those beyond it pointless.
  let [lowest, highest] = [-bound, bound];
  for (let edits = 1; edits <= bound; edits++) {
    for (let diagonal = Math.max(lowest, -edits); diagonal <= Math.min(highest, edits); diagonal += 2) {
      const here = middle + diagonal;
      const [left, right] = [reached[here - 1]!, reached[here + 1]!]; // in bounds, by `middle`
      reached[here - 1] = NOWHERE;
      const canRemove = left !== NOWHERE && left < a.length;
      const canAdd = right !== NOWHERE && right > diagonal && right - diagonal <= b.length;
      if (!canRemove && !canAdd) {
        reached[here] = NOWHERE;
        continue;
      }
      const adds = canAdd && (!canRemove || left < right);
      const ended = adds
        ? follow(diagonal, right, extended(runs[here + 1] ?? null, 'added', 1))
        : follow(diagonal, left + 1, extended(runs[here - 1] ?? null, 'removed', 1));
      if (ended) return inOrder(runs[here] ?? null);
      const at = reached[here]!; // set by follow
      if (at >= a.length) highest = Math.min(highest, diagonal - 1);
      if (at - diagonal >= b.length) lowest = Math.max(lowest, diagonal + 1);
    }
    yield;
  }
  return undefined;
}
