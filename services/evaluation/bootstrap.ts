// The paired bootstrap (Efron; for retrieval: Sakai 2006): how far a mean difference can be trusted.
import { mean, percentile } from './metrics.js';

export interface Comparison {
  readonly queries: number;
  /** mean of the differences */
  readonly difference: number;
  /** 95 % interval of that mean */
  readonly low: number;
  readonly high: number;
  /** whether the interval leaves zero out */
  readonly significant: boolean;
}

const RESAMPLES = 10_000;
const SEED = 20_240_601;

/** A generator of numbers in [0, 1): mulberry32, public domain, by Tommy Ettinger. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws as many differences as there are, with replacement, again and again; the same seed gives the same interval. */
export function pairedBootstrap(differences: readonly number[], resamples = RESAMPLES, seed = SEED): Comparison {
  const count = differences.length;
  const next = random(seed);
  const means = Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += differences[Math.floor(next() * count)] ?? 0;
    return sum / count;
  });
  const [low, high] = [percentile(means, 0.025), percentile(means, 0.975)];
  return { queries: count, difference: mean(differences), low, high, significant: low > 0 || high < 0 };
}
