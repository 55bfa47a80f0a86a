// Logistic regression by gradient ascent, for a verdict out of a few figures; both classes weigh alike.

export interface Example {
  readonly values: readonly number[];
  readonly answerable: boolean;
}
export interface Fitted {
  readonly bias: number;
  readonly weights: readonly number[];
  /** the greatest thresholds below which at most 3 % and 15 % of the answerable examples lie */
  readonly none: number;
  readonly near: number;
}

const STEPS = 2_000;
const RATE = 1;
const RIDGE = 0.02;
const FALSE_NONE = 0.03;
const FALSE_NEAR = 0.15;

export const probability = ({ bias, weights }: Pick<Fitted, 'bias' | 'weights'>, values: readonly number[]): number =>
  1 / (1 + Math.exp(-(bias + values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0))));

export function fitVerdict(examples: readonly Example[]): Fitted {
  const size = examples[0]?.values.length ?? 0;
  const columns = Array.from({ length: size }, (_, i) => examples.map(({ values }) => values[i] ?? 0));
  const means = columns.map((column) => column.reduce((a, b) => a + b, 0) / column.length);
  const deviations = columns.map((column, i) => Math.sqrt(meanOf(column.map((v) => (v - (means[i] ?? 0)) ** 2))) || 1);
  const standard = examples.map(({ values }) => values.map((v, i) => (v - (means[i] ?? 0)) / (deviations[i] ?? 1)));
  const yes = examples.filter(({ answerable }) => answerable).length;
  const share = examples.map(({ answerable }) => 0.5 / (answerable ? yes : examples.length - yes));

  let bias = 0;
  let weights = columns.map(() => 0);
  for (let step = 0; step < STEPS; step++) {
    const errors = standard.map(
      (values, n) => (share[n] ?? 0) * (Number(examples[n]?.answerable) - probability({ bias, weights }, values)),
    );
    bias += RATE * errors.reduce((a, b) => a + b, 0);
    weights = weights.map((weight, i) => {
      const slope = standard.reduce((sum, values, n) => sum + (values[i] ?? 0) * (errors[n] ?? 0), 0);
      return weight + RATE * (slope - RIDGE * weight);
    });
  }
  const raw = weights.map((weight, i) => weight / (deviations[i] ?? 1));
  const found = { bias: bias - raw.reduce((sum, weight, i) => sum + weight * (means[i] ?? 0), 0), weights: raw };
  const scores = examples.filter((e) => e.answerable).map(({ values }) => probability(found, values));
  const sorted = scores.sort((a, b) => a - b);
  const below = (allowed: number): number => sorted[Math.floor(allowed * sorted.length)] ?? 0;
  return { ...found, none: below(FALSE_NONE), near: below(FALSE_NEAR) };
}

const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
