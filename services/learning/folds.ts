// Cuts questions into folds. Questions that share an answer stay together, so that none is judged by what was learnt from
// its own answer.
import { shuffled } from './shuffle.js';

export interface Foldable {
  readonly id: string;
  /** what answers it, by name */
  readonly answers: readonly string[];
}

/** Question's id → fold, 0 … count − 1, each about as large. */
export function foldsOf(questions: readonly Foldable[], count: number, seed: number): Map<string, number> {
  const sizes = new Array<number>(count).fill(0);
  const folds = new Map<string, number>();
  const groups = shuffled(grouped(questions), seed).sort((a, b) => b.length - a.length);
  for (const group of groups) {
    const smallest = sizes.indexOf(Math.min(...sizes));
    sizes[smallest]! += group.length; // an index of sizes
    for (const id of group) folds.set(id, smallest);
  }
  return folds;
}

/** Ids of questions that hang together by shared answers, directly or through others. */
function grouped(questions: readonly Foldable[]): string[][] {
  const parent = questions.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at]!; // an index of parent
    return at;
  };
  const firstWith = new Map<string, number>();
  questions.forEach(({ answers }, i) => {
    for (const answer of answers) {
      const first = firstWith.get(answer);
      if (first === undefined) firstWith.set(answer, i);
      else parent[root(i)] = root(first);
    }
  });
  const groups = new Map<number, string[]>();
  questions.forEach(({ id }, i) => {
    groups.set(root(i), [...(groups.get(root(i)) ?? []), id]);
  });
  return [...groups.values()];
}
