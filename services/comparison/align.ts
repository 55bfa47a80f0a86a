// Which units of one text became which of another: in order as far as can be, then moved ones, then split and merged ones.
import { isTurned } from '../families/turned.js';
import { atOnce } from '../process/in-slices.js';
import { type Candidate, candidateSteps } from './candidates.js';
import { chainSteps } from './chain.js';
import { type Grams, gramSteps, sharedWeight } from './grams.js';
import type { Unit } from './units.js';

/** Several units of one side where something was split or merged; none on a side where it was added or removed. */
export interface Match {
  readonly a: readonly Unit[];
  readonly b: readonly Unit[];
  /** out of the order in which the others stand */
  readonly moved: boolean;
}

/** In their order, units are taken for one another when so much of both is the same; out of it, only when more is. */
const MIN_LIKENESS = 0.3;
const MIN_LIKENESS_SAME_NUMBER = 0.2;
const MIN_MOVED = 0.4;
/** Shorter units (第一章 总则, 略) are not said to have moved. */
const MIN_MOVED_CHARACTERS = 8;
/** Of a unit, what must stand in the one that it was split from or merged into, and what of that must be new there. */
const MIN_INSIDE = 0.45;
const MIN_NEW = 0.5;
const MAX_APART = 4;
/** A long unit outweighs no more than so many characters would. */
const MAX_WEIGHT = 200;

/** Every unit of both texts in exactly one match; the matches in the order of `b`, what only `a` has after what stands before it there. */
export const align = (a: readonly Unit[], b: readonly Unit[]): Match[] => atOnce(alignSteps(a, b));

export function* alignSteps(a: readonly Unit[], b: readonly Unit[]): Generator<void, Match[]> {
  const told = (units: readonly Unit[]): string[] => units.map(({ label, key }) => `${label ?? ''} ${key}`);
  const groups = isTurned(told(a), told(b)) ? turned(yield* groupSteps(b, a)) : yield* groupSteps(a, b);
  return inReadingOrder(a, b, groups);
}

function turned(groups: ReadonlyMap<Unit, Group>): Map<Unit, Group> {
  const others = new Map<Group, Group>();
  for (const group of groups.values()) others.set(group, { a: group.b, b: group.a, moved: group.moved });
  return new Map([...groups].map(([unit, group]) => [unit, others.get(group) ?? group]));
}

/** Every unit that has a partner, with its group. */
function* groupSteps(a: readonly Unit[], b: readonly Unit[]): Generator<void, Map<Unit, Group>> {
  const grams = yield* gramSteps(a, b);
  const candidates = yield* candidateSteps(a, b, grams);
  const inOrder = yield* chainSteps(candidates.filter(followsOn), weightOf, b.length);
  const taken = new Set<Unit>();
  const take = (pairs: readonly Candidate[]): void => {
    for (const pair of pairs) taken.add(pair.a).add(pair.b);
  };
  take(inOrder);
  yield;
  const moved = movedAmong(candidates, taken);
  yield;
  take(moved);
  const groups = new Map<Unit, Group>();
  const pair = (one: Unit, other: Unit, isMoved: boolean): void => {
    const group = { a: [one], b: [other], moved: isMoved };
    groups.set(one, group).set(other, group);
  };
  for (const one of inOrder) pair(one.a, one.b, false);
  for (const one of moved) pair(one.a, one.b, true);
  yield* join(candidates, groups, grams);
  return groups;
}

const followsOn = ({ a, b, likeness }: Candidate): boolean =>
  sameSort(a, b) && likeness >= (a.label !== null && a.label === b.label ? MIN_LIKENESS_SAME_NUMBER : MIN_LIKENESS);

/** A heading becomes no paragraph; everything else may. */
const sameSort = (a: Unit, b: Unit): boolean => (a.kind === 'heading') === (b.kind === 'heading') || a.key === b.key;

const weightOf = ({ a, b, likeness }: Candidate): number =>
  likeness ** 1.5 * Math.min(MAX_WEIGHT, 2 + Math.min(a.key.length, b.key.length)) +
  (a.label !== null && a.label === b.label ? 0.5 : 0);

/** What is left over and alike, the most alike first. */
function movedAmong(candidates: readonly Candidate[], taken: ReadonlySet<Unit>): Candidate[] {
  const used = new Set<Unit>();
  return candidates
    .filter(({ a, b, likeness }) => sameSort(a, b) && likeness >= MIN_MOVED && a.kind !== 'heading')
    .filter(({ a, b }) => Math.min(a.key.length, b.key.length) >= MIN_MOVED_CHARACTERS)
    .sort((x, y) => y.likeness - x.likeness || Math.abs(x.a.at - x.b.at) - Math.abs(y.a.at - y.b.at))
    .filter(({ a, b }) => {
      if (taken.has(a) || taken.has(b) || used.has(a) || used.has(b)) return false;
      used.add(a).add(b);
      return true;
    });
}

type Group = { a: Unit[]; b: Unit[]; moved: boolean };

/** Units left over that stand, for the most part, in a unit which has its partner already: split from it, or merged into it. */
function* join(candidates: readonly Candidate[], groups: Map<Unit, Group>, grams: Grams): Generator<void, void> {
  const inside = (candidate: Candidate, side: 'a' | 'b'): boolean => {
    const [whole, part] = side === 'a' ? [candidate.a, candidate.b] : [candidate.b, candidate.a];
    if (groups.has(part) || part.kind === 'heading' || part.key.length < MIN_MOVED_CHARACTERS) return false;
    if ((side === 'a' ? candidate.ofB : candidate.ofA) < MIN_INSIDE) return false;
    const group = groups.get(whole);
    const others = group?.[side === 'a' ? 'b' : 'a'] ?? [];
    if (!group || group[side].length > 1 || !others.some(({ at }) => Math.abs(at - part.at) <= MAX_APART)) return false;
    return newShare(grams, whole, part, others) >= MIN_NEW;
  };
  for (const side of ['a', 'b'] as const) {
    const share = (candidate: Candidate): number => (side === 'a' ? candidate.ofB : candidate.ofA);
    for (const candidate of [...candidates].sort((x, y) => share(y) - share(x))) {
      yield;
      if (!inside(candidate, side)) continue;
      const [whole, part] = side === 'a' ? [candidate.a, candidate.b] : [candidate.b, candidate.a];
      const group = groups.get(whole);
      if (!group) continue;
      group[side === 'a' ? 'b' : 'a'].push(part);
      groups.set(part, group);
    }
  }
  for (const group of new Set(groups.values())) {
    group.a.sort((x, y) => x.at - y.at);
    group.b.sort((x, y) => x.at - y.at);
  }
}

/** Of what `part` has in common with `whole`, the share that its other partners do not account for. */
function newShare(grams: Grams, whole: Unit, part: Unit, others: readonly Unit[]): number {
  const shared = sharedWeight(grams, part, whole);
  if (shared === 0) return 0;
  const elsewhere = new Set(others.flatMap((unit) => [...grams.of(unit)]));
  const inWhole = new Set(grams.of(whole));
  let added = 0;
  for (const gram of grams.of(part)) if (inWhole.has(gram) && !elsewhere.has(gram)) added += grams.weight(gram);
  return added / shared;
}

function inReadingOrder(a: readonly Unit[], b: readonly Unit[], groups: ReadonlyMap<Unit, Group>): Match[] {
  const shown = new Set<Group>();
  const matches: Match[] = [];
  let next = 0;
  /** what only `a` has, up to a place in it */
  const removedUpTo = (at: number): void => {
    for (; next < at; next++) {
      const unit = a[next];
      if (unit && !groups.has(unit)) matches.push({ a: [unit], b: [], moved: false });
    }
  };
  for (const unit of b) {
    const group = groups.get(unit);
    if (group && shown.has(group)) continue;
    if (group) {
      shown.add(group);
      if (!group.moved) removedUpTo(Math.max(next, group.a[0]?.at ?? next));
      matches.push(group);
    } else {
      // what was taken out here comes before what was put in
      let kept = next;
      for (let one = a[kept]; one && !groups.has(one); one = a[kept]) kept++;
      removedUpTo(kept);
      matches.push({ a: [], b: [unit], moved: false });
    }
  }
  removedUpTo(a.length);
  return matches;
}
