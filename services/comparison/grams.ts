// How alike two units are: character pairs, weighed by how rare they are in both texts, so that set phrases weigh little.
import type { Unit } from './units.js';

/** A unit's distinct character pairs, as numbers, each once; the rarest weigh most. */
export interface Grams {
  readonly of: (unit: Unit) => Uint32Array;
  readonly weight: (gram: number) => number;
  /** in how many units of both texts it stands */
  readonly spread: (gram: number) => number;
  readonly total: (unit: Unit) => number;
}

/** Pairs of characters beyond these of one unit are not looked at: a whole text in one line stays affordable. */
const MAX_CHARACTERS = 20_000;

export function* gramSteps(a: readonly Unit[], b: readonly Unit[]): Generator<void, Grams> {
  const ids = new Map<string, number>();
  const spread: number[] = [];
  const sets = new Map<Unit, Uint32Array>();
  for (const unit of [...a, ...b]) {
    yield;
    const found = new Set<number>();
    const key = unit.key.slice(0, MAX_CHARACTERS);
    for (let i = 0; i < Math.max(1, key.length - 1); i++) {
      const gram = key.slice(i, i + 2);
      let id = ids.get(gram);
      if (id === undefined) {
        id = ids.size;
        ids.set(gram, id);
        spread.push(0);
      }
      found.add(id);
    }
    for (const id of found) spread[id] = spread[id]! + 1; // pushed above
    sets.set(unit, Uint32Array.from(found));
  }
  // An idf that stays above nothing: two texts of one unit each have pairs in common too.
  const most = Math.log(1 + a.length + b.length);
  const weights = Float64Array.from(spread, (n) => 0.1 + Math.max(0, most - Math.log(n)));
  const none = new Uint32Array();
  const of = (unit: Unit): Uint32Array => sets.get(unit) ?? none;
  const weight = (gram: number): number => weights[gram] ?? 0;
  const totals = new Map<Unit, number>();
  for (const [unit, grams] of sets) {
    yield;
    totals.set(
      unit,
      grams.reduce((sum, gram) => sum + weight(gram), 0),
    );
  }
  return { of, weight, spread: (gram) => spread[gram] ?? 0, total: (unit) => totals.get(unit) ?? 0 };
}

/** The weight of what both have. */
export function sharedWeight(grams: Grams, a: Unit, b: Unit): number {
  const inB = new Set(grams.of(b));
  let sum = 0;
  for (const gram of grams.of(a)) if (inB.has(gram)) sum += grams.weight(gram);
  return sum;
}
