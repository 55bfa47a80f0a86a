// Which units of two texts may correspond: those that say the same, and those with rare character pairs in common. Near-linear.
import type { Grams } from './grams.js';
import { sharedWeight } from './grams.js';
import type { Unit } from './units.js';

export interface Candidate {
  readonly a: Unit;
  readonly b: Unit;
  /** 1 for units that say the same; else the shared share of both (Dice's coefficient, weighed) */
  readonly likeness: number;
  /** weight of what both have, of the weight of each */
  readonly ofA: number;
  readonly ofB: number;
}

/** Lines that come again so often are paired by count from either end, not each with each. */
const MAX_TIMES = 6;
/** The rarest pairs of a unit look for partners; pairs in more units than these find nobody. */
const MAX_GRAMS = 120;
const MAX_SPREAD = 60;
const MAX_PARTNERS = 10;
/** Below this share of either, two units have nothing to do with each other. */
const MIN_SHARED = 0.2;

export function* candidateSteps(a: readonly Unit[], b: readonly Unit[], grams: Grams): Generator<void, Candidate[]> {
  const same = equal(a, b);
  const settled = new Set(same.filter(({ alone }) => alone).flatMap(({ candidate }) => [candidate.a, candidate.b]));
  const rest = (units: readonly Unit[]): Unit[] => units.filter((unit) => !settled.has(unit));
  yield;
  const [restA, restB] = [rest(a), rest(b)];
  const found = yield* alike(restA, restB, grams);
  // A unit may be among the nearest of another that is not among its own nearest.
  const pairs = new Set(found.map(({ a: one, b: other }) => `${one.at} ${other.at}`));
  for (const { a: other, b: one, likeness: alikeness, ofA, ofB } of yield* alike(restB, restA, grams)) {
    if (pairs.has(`${one.at} ${other.at}`)) continue;
    found.push({ a: one, b: other, likeness: alikeness, ofA: ofB, ofB: ofA });
  }
  return [...same.map(({ candidate }) => candidate), ...found];
}

function equal(a: readonly Unit[], b: readonly Unit[]): { candidate: Candidate; alone: boolean }[] {
  const byKey = (units: readonly Unit[]): Map<string, Unit[]> => {
    const groups = new Map<string, Unit[]>();
    for (const unit of units) {
      const group = groups.get(unit.key);
      if (group) group.push(unit);
      else groups.set(unit.key, [unit]);
    }
    return groups;
  };
  const inB = byKey(b);
  const found: { candidate: Candidate; alone: boolean }[] = [];
  for (const [key, ones] of byKey(a)) {
    const others = inB.get(key) ?? [];
    const alone = ones.length === 1 && others.length === 1 && key.length >= MIN_TELLING;
    const put = (one: Unit | undefined, other: Unit | undefined): void => {
      if (one && other) found.push({ candidate: { a: one, b: other, likeness: 1, ofA: 1, ofB: 1 }, alone });
    };
    if (ones.length <= MAX_TIMES && others.length <= MAX_TIMES) {
      for (const one of ones) for (const other of others) put(one, other);
    } else {
      const both = Math.min(ones.length, others.length);
      for (let i = 0; i < both; i++) {
        put(ones[i], others[i]);
        if (ones.length !== others.length) put(ones.at(-1 - i), others.at(-1 - i));
      }
    }
  }
  return found;
}
/** Shorter ones (略, 无) may stand for something else elsewhere. */
const MIN_TELLING = 4;

function* alike(a: readonly Unit[], b: readonly Unit[], grams: Grams): Generator<void, Candidate[]> {
  const postings = new Map<number, Unit[]>();
  for (const unit of b) {
    yield;
    for (const gram of grams.of(unit)) {
      if (grams.spread(gram) > MAX_SPREAD) continue;
      const list = postings.get(gram);
      if (list) list.push(unit);
      else postings.set(gram, [unit]);
    }
  }
  const found: Candidate[] = [];
  for (const unit of a) {
    yield;
    const rarest = [...grams.of(unit)]
      .filter((gram) => postings.has(gram))
      .sort((x, y) => grams.spread(x) - grams.spread(y))
      .slice(0, MAX_GRAMS);
    const weights = new Map<Unit, number>();
    for (const gram of rarest) {
      for (const other of postings.get(gram) ?? []) weights.set(other, (weights.get(other) ?? 0) + grams.weight(gram));
    }
    const nearest = [...weights].sort(([, x], [, y]) => y - x).slice(0, MAX_PARTNERS);
    for (const [other] of nearest) {
      const candidate = likeness(unit, other, grams);
      if (unit.key !== other.key && Math.max(candidate.ofA, candidate.ofB) >= MIN_SHARED) found.push(candidate);
    }
  }
  return found;
}

function likeness(a: Unit, b: Unit, grams: Grams): Candidate {
  const shared = sharedWeight(grams, a, b);
  const [allA, allB] = [grams.total(a), grams.total(b)];
  return { a, b, likeness: (2 * shared) / (allA + allB || 1), ofA: shared / (allA || 1), ofB: shared / (allB || 1) };
}
