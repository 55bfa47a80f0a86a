// Citations by what they mean: one group a family that is held, one a document that is not, however its name is written. Pure.
import { every } from '../../process/in-slices.js';
import { placeOf } from './fits.js';
import { writtenNumber } from './number.js';
import type { Resolved } from './web-of.js';

const heldKey = ({ match }: Resolved): string | null => {
  if (match.kind === 'one') return `held ${match.document.family}`;
  if (match.kind === 'version') return `held ${match.newer.family}`;
  return match.kind === 'several' ? `several ${match.documents.map(({ id }) => id).join(' ')}` : null;
};

/** 关于修改部分…的决定: who made it goes without saying, and is of the place of who cites it. */
const unsaid = ({ mention, name }: Resolved['wanted']): boolean => /^关于/u.test(mention.title ?? '') && !name?.rule;

/** The names that a document which is not held goes by: its number, and its title with the place of who made it. */
function namesOf({ wanted, citing }: Resolved): string[] {
  const { number, name, stated } = wanted;
  const place =
    stated === null ? (unsaid(wanted) ? (citing.regionCode ?? '') : '') : (placeOf(stated, citing) ?? stated);
  return [
    ...(number?.year ? [`number ${writtenNumber(number)}`] : []),
    ...(name && name.key.length >= 2 ? [`name ${name.key} ${name.rule ? '' : place}`] : []),
  ];
}

/** Groups in the order in which they are met; what has a number in common with a name is one with it. */
export function* groupSteps(citations: readonly Resolved[]): Generator<void, Resolved[][]> {
  const rest = every(20);
  const parent = new Map<string, string>();
  const rootOf = (key: string): string => {
    let at = key;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  const keys: string[] = [];
  for (const resolved of citations) {
    if (rest()) yield;
    const held = heldKey(resolved);
    const names = held === null ? namesOf(resolved) : [held];
    const [first = 'nothing', ...others] = names;
    if (!parent.has(first)) parent.set(first, first);
    for (const other of others) parent.set(rootOf(other), rootOf(first));
    keys.push(first);
  }
  const groups = new Map<string, Resolved[]>();
  for (const [i, resolved] of citations.entries()) {
    if (rest()) yield;
    const root = rootOf(keys[i] ?? '');
    const there = groups.get(root);
    if (there) there.push(resolved);
    else groups.set(root, [resolved]);
  }
  return [...groups.values()];
}

/** Documents that cite, those of one family counted once. */
export const citingFamilies = (group: readonly Resolved[]): number =>
  new Set(group.map(({ citing }) => citing.family)).size;

/** The value met most often, the longest of those met as often; null where fewer than `share` of all have it. */
export function mostly(values: readonly (string | null)[], share = 0): string | null {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || b.length - a.length);
  return first && first[1] >= share * values.length ? first[0] : null;
}
