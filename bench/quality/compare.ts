// This product's hybrid against every other system, query by query, and the check that it does not fall behind its legs.

import { type Comparison, pairedBootstrap } from '../../services/evaluation/bootstrap.js';
import { means } from '../../services/evaluation/evaluate.js';
import type { Result } from './judge-set.js';

/** The measure that systems are compared by. */
export const MEASURE = 'nDCG@10';

export interface Against extends Comparison {
  /** '' where the queries of several sets are taken together */
  readonly set: string;
  readonly kind: string;
  readonly hybrid: string;
  readonly peer: string;
}

/** Kinds under several names: the public's questions are asked in everyday words. */
const pooledKind = (kind: string): string => (kind === 'layperson' ? 'semantic' : kind);

/** The results, and those of kinds that several sets have, taken together. */
export function withPooled(results: readonly Result[]): Result[] {
  const pooled = grouped(results, ({ kind, system }) => [pooledKind(kind), system])
    .filter((group) => new Set(group.map(({ set }) => set)).size > 1)
    .map((group): Result => {
      const [{ kind, system }] = group as [Result]; // a group has a member
      return {
        set: '',
        kind: pooledKind(kind),
        system,
        ids: group.flatMap(({ set, ids }) => ids.map((id) => `${set}/${id}`)),
        judged: group.flatMap(({ judged }) => judged),
      };
    });
  return [...results, ...pooled];
}

/** `hybrid` less each other system, in every set and kind that has both. */
export function compare(results: readonly Result[], hybrid: string): Against[] {
  return results
    .filter(({ system }) => system === hybrid)
    .flatMap(({ set, kind, judged }) =>
      results
        .filter((other) => other.set === set && other.kind === kind && other.system !== hybrid)
        .filter((other) => other.judged.every((measures) => MEASURE in measures))
        .map((other) => {
          const differences = judged.map((mine, i) => (mine[MEASURE] ?? 0) - (other.judged[i]?.[MEASURE] ?? 0));
          return { set, kind, hybrid, peer: other.system, ...pairedBootstrap(differences) };
        }),
    );
}

/** The comparisons with the better of the hybrid's legs, one for each set and kind. */
export function againstBestLeg(
  results: readonly Result[],
  comparisons: readonly Against[],
  legs: readonly string[],
): Against[] {
  const value = ({ set, kind, peer }: Against): number =>
    means(results.find((r) => r.set === set && r.kind === kind && r.system === peer)?.judged ?? [])[MEASURE] ?? 0;
  const ofLegs = comparisons.filter(({ peer }) => legs.includes(peer));
  return grouped(ofLegs, ({ set, kind }) => [set, kind]).map((group) =>
    group.reduce((best, leg) => (value(leg) > value(best) ? leg : best)),
  );
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => readonly string[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = JSON.stringify(keyOf(item));
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()];
}

/** Whether the hybrid is worse than a system beyond chance. */
export const isWorse = ({ high }: Comparison): boolean => high < 0;
