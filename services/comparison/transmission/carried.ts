// Where each sentence of one text went in another: verbatim, in other words, or nowhere; by the words, whatever the order.
import type { Grams } from '../grams.js';
import type { Clause } from './sentences.js';

export interface Going {
  readonly clause: Clause;
  /** the sentences that hold it, those that hold most first */
  readonly to: readonly Clause[];
  /** share of its words, weighed by how rare they are in both texts, that those hold */
  readonly covered: number;
  readonly verbatim: boolean;
}

/** One sentence may become several; more than these are chance. */
const MAX_SENTENCES = 3;
/** What a further sentence must add, and what of either must be in the other at all. */
const MIN_ADDED = 0.15;
const MIN_EITHER = 0.3;
const MAX_SPREAD = 80;

const bare = (key: string): string => key.replace(/^[,，;；。:：]+|[,，;；。:：.]+$/gu, '');

export function* carriedSteps(from: readonly Clause[], to: readonly Clause[], grams: Grams): Generator<void, Going[]> {
  const postings = new Map<number, Clause[]>();
  for (const clause of to) {
    yield;
    for (const gram of grams.of(clause)) {
      const list = postings.get(gram);
      if (list) list.push(clause);
      else postings.set(gram, [clause]);
    }
  }
  const same = new Map(to.map((clause) => [bare(clause.key), clause]));
  // A sentence that is another one of `from`, word for word, is accounted for: it is no altered form of this one.
  const given = new Set(from.map(({ key }) => bare(key)));
  const goingOf = (clause: Clause): Going => {
    const whole = bare(clause.key);
    const near = same.has(whole) ? [] : nearest(clause, postings, grams);
    const verbatim = same.get(whole) ?? near.find((other) => other.key.includes(whole));
    if (verbatim) return { clause, to: [verbatim], covered: 1, verbatim: true };
    const left = new Set(grams.of(clause));
    const total = grams.total(clause) || 1;
    const chosen: Clause[] = [];
    let covered = 0;
    const open = near.filter(({ key }) => !given.has(bare(key)));
    while (chosen.length < MAX_SENTENCES) {
      const best = mostOf(left, open, chosen, grams);
      if (!best || best.weight / total < MIN_ADDED) break;
      chosen.push(best.clause);
      covered += best.weight / total;
      for (const gram of grams.of(best.clause)) left.delete(gram);
    }
    return { clause, to: chosen, covered, verbatim: false };
  };
  const goings: Going[] = [];
  for (const clause of from) {
    goings.push(goingOf(clause));
    yield;
  }
  return goings;
}

function nearest(clause: Clause, postings: ReadonlyMap<number, readonly Clause[]>, grams: Grams): Clause[] {
  const weights = new Map<Clause, number>();
  for (const gram of grams.of(clause)) {
    if (grams.spread(gram) > MAX_SPREAD) continue;
    for (const other of postings.get(gram) ?? []) weights.set(other, (weights.get(other) ?? 0) + grams.weight(gram));
  }
  return [...weights]
    .filter(([other, shared]) => Math.max(shared / grams.total(clause), shared / grams.total(other)) >= MIN_EITHER)
    .sort(([, x], [, y]) => y - x)
    .slice(0, 20)
    .map(([other]) => other);
}

function mostOf(left: ReadonlySet<number>, near: readonly Clause[], chosen: readonly Clause[], grams: Grams) {
  let best: { clause: Clause; weight: number } | null = null;
  for (const clause of near) {
    if (chosen.includes(clause)) continue;
    let weight = 0;
    for (const gram of grams.of(clause)) if (left.has(gram)) weight += grams.weight(gram);
    if (weight > (best?.weight ?? 0)) best = { clause, weight };
  }
  return best;
}
