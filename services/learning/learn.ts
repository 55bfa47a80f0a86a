// From examples to an adapter's matrix: how long to fit, and how much of the fit to take, are chosen on a part of the
// examples that is held out; then all are learnt from.
import { applied } from '../embedding/adapter.js';
import { mean } from '../evaluation/metrics.js';
import type { Example } from './example.js';
import { type FitOptions, fitAdapter } from './fit-adapter.js';
import { foldsOf } from './folds.js';
import { blended, dot, identity, meanOf } from './matrix.js';

/** The evidence stands in docs/ranking.md. */
export const FIT: Omit<FitOptions, 'epochs' | 'seed'> = {
  temperature: 0.05,
  rate: 2e-4,
  batch: 32,
  randomNegatives: 1_000,
  pull: 0,
};
/** Tried lengths of the fit, and shares of it beside the identity. */
const EPOCHS = [5, 10, 20];
const SHARES = [0.25, 0.5, 0.75, 1];
const HELD_OUT = 5;
/** Matrices of several seeds are averaged: one alone depends on what was drawn. */
const SEEDS = 2;
const { exp } = Math; // looked up once, not a million times

export interface Learnt {
  readonly matrix: Float32Array;
  /** 0: nothing was gained on what was held out, and the matrix is the identity */
  readonly share: number;
  readonly epochs: number;
}

export interface LearnInput {
  readonly examples: readonly Example[];
  readonly pool: readonly Float32Array[];
  readonly start?: Float32Array;
  readonly seed: number;
  /** instead of FIT */
  readonly fit?: typeof FIT;
  /** after each epoch of any fit */
  readonly onEpoch?: () => void;
}

/** Epochs that `learn` may take in all, for progress. */
export const LEARN_EPOCHS = Math.max(...EPOCHS) * (1 + SEEDS);

export function learn(input: LearnInput): Learnt {
  const { examples, pool, start, seed, fit = FIT, onEpoch } = input;
  const dimension = examples[0]?.query.length ?? 0;
  const { epochs, share } = choose(input);
  if (share === 0) return { matrix: start ?? identity(dimension), share, epochs: 0 };
  const told = onEpoch && { onEpoch: () => onEpoch() };
  const matrices = Array.from({ length: SEEDS }, (_, i) =>
    fitAdapter({ examples, pool, ...(start && { start }), ...told }, { ...fit, epochs, seed: seed + i }),
  );
  return { matrix: blended(meanOf(matrices), share), share, epochs };
}

/**
 * The length and share that rank what answers highest for the questions held out; of equals, those that make it most
 * likely; of equals still, the least.
 */
function choose({ examples, pool, start, seed, fit = FIT, onEpoch }: LearnInput): { epochs: number; share: number } {
  const folds = foldsOf(examples.map(withAnswers(examples)), HELD_OUT, seed);
  const held = examples.filter(({ id }) => folds.get(id) === 0);
  const rest = examples.filter(({ id }) => folds.get(id) !== 0);
  let best = { epochs: 0, share: 0, found: howWellFound(held, pool, start ?? null) };
  if (rest.length === 0) return best;
  const tryAt = (epochs: number, matrix: Float32Array): void => {
    for (const share of SHARES) {
      const found = howWellFound(held, pool, blended(matrix, share));
      const { rank, likelihood } = best.found;
      if (found.rank > rank || (found.rank === rank && found.likelihood > likelihood)) best = { epochs, share, found };
    }
  };
  fitAdapter(
    {
      examples: rest,
      pool,
      ...(start && { start }),
      onEpoch(epoch, _loss, matrix) {
        if (EPOCHS.includes(epoch)) tryAt(epoch, matrix);
        onEpoch?.();
      },
    },
    { ...fit, epochs: Math.max(...EPOCHS), seed },
  );
  return best;
}

/** Answers by the vectors' own identity: equal texts share one. */
export function withAnswers(examples: readonly Example[]): (example: Example) => { id: string; answers: string[] } {
  const names = new Map<Float32Array, string>();
  for (const { positives } of examples)
    for (const parts of positives) for (const part of parts) if (!names.has(part)) names.set(part, String(names.size));
  return ({ id, positives }) => ({
    id,
    answers: positives.flatMap(([first]) => (first ? (names.get(first) ?? []) : [])),
  });
}

interface Found {
  /** mean reciprocal rank of the best passage that answers */
  readonly rank: number;
  /** mean logarithm of its share among all, as the fit sees it */
  readonly likelihood: number;
}

/** Among the pool and the near wrong ones. */
function howWellFound(examples: readonly Example[], pool: readonly Float32Array[], matrix: Float32Array | null): Found {
  const each = examples.map(({ query, positives, negatives }) => {
    const vector = matrix ? applied(matrix, query) : query;
    const answers = new Set(positives.flat());
    const best = Math.max(...[...answers].map((answer) => dot(vector, answer)));
    const others = [...pool, ...negatives].filter((other) => !answers.has(other)).map((other) => dot(vector, other));
    const odds = others.reduce((sum, other) => sum + exp((other - best) / FIT.temperature), 1);
    return { rank: 1 / (1 + others.filter((other) => other > best).length), likelihood: -Math.log(odds) };
  });
  return { rank: mean(each.map(({ rank }) => rank)), likelihood: mean(each.map(({ likelihood }) => likelihood)) };
}
