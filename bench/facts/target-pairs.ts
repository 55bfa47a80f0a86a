// Which tuples read are which of the label: each of either side is taken once.
import { indicatorName } from '../../services/facts/targets/indicator-name.js';
import type { Labelled, Tuple } from './target-labels.js';

export type Same = (wanted: Tuple, read: Tuple) => boolean;

const restSame: Same = (wanted, read) => wanted.rest === read.rest;
export const wholeSame: Same = (wanted, read) => restSame(wanted, read) && wanted.name === read.name;
/** A label in normal form is the same indicator to the product. */
export const normalSame: Same = (wanted, read) =>
  restSame(wanted, read) && indicatorName(wanted.name) === indicatorName(read.name);
export const namelessSame: Same = restSame;

/** Names that a judge called the same in a sentence count as such. */
export function judgedSame(lines: readonly (readonly string[])[]): (id: string) => Same {
  const same = new Set(lines.filter(([, , , verdict]) => /^(?:yes|y|1|是)$/iu.test(verdict?.trim() ?? '')).map(keyOf));
  return (id) => (wanted, read) =>
    normalSame(wanted, read) || (restSame(wanted, read) && same.has(keyOf([id, wanted.name, read.name])));
}
const keyOf = ([id, wanted, read]: readonly string[]): string => [id, wanted, read].join('\t');

/** How many of the label were read; the largest number of pairs that can be made. */
export function right({ wanted, read }: Labelled, same: Same): number {
  const takenBy = new Map<number, number>();
  const take = (i: number, seen: Set<number>): boolean =>
    read.some((tuple, j) => {
      if (seen.has(j) || !same(wanted[i] as Tuple, tuple)) return false; // i is an index of wanted
      seen.add(j);
      const other = takenBy.get(j);
      if (other !== undefined && !take(other, seen)) return false;
      takenBy.set(j, i);
      return true;
    });
  return wanted.filter((_, i) => take(i, new Set())).length;
}

/** Pairs that differ in the name alone, for a judge: id, label's name, read name. */
export function namesApart({ id, wanted, read }: Labelled): string[][] {
  const left = [...read];
  const open = wanted.filter((tuple) => {
    const at = left.findIndex((other) => normalSame(tuple, other));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  return open.flatMap((tuple) =>
    left.filter((other) => restSame(tuple, other)).map(({ name }) => [id, tuple.name, name]),
  );
}
