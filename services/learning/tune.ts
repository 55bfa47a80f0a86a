// Learns an adapter from questions and judges it, by folds, on questions that it has not seen.
import type { Gain } from '../embedding/adapter.js';
import { type Comparison, pairedBootstrap } from '../evaluation/bootstrap.js';
import type { Judged } from '../evaluation/judge.js';
import { mean } from '../evaluation/metrics.js';
import type { EvaluationQuery } from '../evaluation/queries.js';
import type { Example } from './example.js';
import { foldsOf } from './folds.js';
import { LEARN_EPOCHS, type LearnInput, type Learnt, learn, withAnswers } from './learn.js';

export const FOLDS = 5;
const SEED = 20_261_124;
export const JUDGED_MODES = ['semantic', 'hybrid'] as const;
export type JudgedMode = (typeof JUDGED_MODES)[number];

export interface TuneInput {
  /** all questions are judged; those with an example are learnt from */
  readonly queries: readonly EvaluationQuery[];
  readonly examples: readonly Example[];
  readonly pool: readonly Float32Array[];
  readonly start?: Float32Array;
  /** instead of learn's own */
  readonly fit?: LearnInput['fit'];
  /** Whether questions with the same answer may stand in different folds. */
  readonly answersApart?: boolean;
  /** the answer to a question with this matrix before the model's vector, or without one */
  judge(query: EvaluationQuery, mode: JudgedMode, matrix: Float32Array | null): Promise<Judged>;
  readonly progress?: (done: number, total: number) => void;
}
export interface Tuned {
  readonly learnt: Learnt;
  readonly gains: readonly Gain[];
}

/** One question's judgement before and after, in one mode. */
interface Pair {
  readonly kind: string;
  readonly mode: JudgedMode;
  readonly before: Judged;
  readonly after: Judged;
}

export async function tune({
  queries,
  examples,
  pool,
  start,
  answersApart,
  fit,
  judge,
  progress,
}: TuneInput): Promise<Tuned> {
  const total = LEARN_EPOCHS * (FOLDS + 1) + queries.length;
  let done = 0;
  const advance = (by = 1): void => {
    done += by;
    progress?.(done, total);
  };
  const learnFrom = (some: readonly Example[], stage: number): Learnt => {
    let epochs = 0;
    const learnt = learn({
      examples: some,
      pool,
      ...(start && { start }),
      ...(fit && { fit }),
      seed: SEED + stage,
      onEpoch() {
        epochs++;
        advance();
      },
    });
    advance(LEARN_EPOCHS - epochs);
    return learnt;
  };

  const answers = new Map(examples.map(withAnswers(examples)).map((one) => [one.id, one.answers]));
  const foldOf = foldsOf(
    queries.map(({ id }) => ({ id, answers: answersApart ? [] : (answers.get(id) ?? []) })),
    FOLDS,
    SEED,
  );
  const pairs: Pair[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = examples.filter(({ id }) => foldOf.get(id) !== fold);
    const { matrix } = learnFrom(seen, fold);
    for (const query of queries.filter(({ id }) => foldOf.get(id) === fold)) {
      for (const mode of JUDGED_MODES) {
        const before = await judge(query, mode, null);
        pairs.push({ kind: query.kind, mode, before, after: await judge(query, mode, matrix) });
      }
      advance();
    }
  }
  return { learnt: learnFrom(examples, FOLDS), gains: gainsOf(pairs) };
}

/** By kind of question, mode and measure. */
export function gainsOf(pairs: readonly Pair[]): Gain[] {
  const kinds = [...new Set(pairs.map(({ kind }) => kind))];
  return kinds.flatMap((kind) =>
    JUDGED_MODES.flatMap((mode) => {
      const ofKind = pairs.filter((pair) => pair.kind === kind && pair.mode === mode);
      const measures = [...new Set(ofKind.flatMap(({ before }) => Object.keys(before)))];
      return measures.map((measure): Gain => {
        const before = ofKind.map((pair) => pair.before[measure] ?? 0);
        const after = ofKind.map((pair) => pair.after[measure] ?? 0);
        const { low, high }: Comparison = pairedBootstrap(after.map((value, i) => value - before[i]!)); // one a pair
        return { kind, mode, measure, queries: ofKind.length, before: mean(before), after: mean(after), low, high };
      });
    }),
  );
}

/** Whether the interval of a gain leaves zero out, and on which side. */
export const verdictOf = ({ low, high }: Gain): 'better' | 'worse' | 'same' =>
  low > 0 ? 'better' : high < 0 ? 'worse' : 'same';
