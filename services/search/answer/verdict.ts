// Whether the best hits answer the question, come near to it, or nothing does: a logistic function of plain figures.
import type { Answer } from '../../domain/result.js';

export interface Evidence {
  /** best cosine between the question and one of the first hits */
  readonly cosine: number;
  /** share of the vector leg's first ten that are among the keyword leg's; null where one leg was asked alone */
  readonly agreement: number | null;
  /** whether all the first hits are of another region, year or kind than the query names */
  readonly elsewhere: boolean;
}

interface Fit {
  readonly bias: number;
  readonly cosine: number;
  readonly agreement: number;
  /** below it nothing answers: at most 3 % of the answerable questions fitted on lie there */
  readonly none: number;
  /** below it the hits come near at best: at most 15 % do */
  readonly near: number;
}

/**
 * Of this model's cosines. Fitted on half a of bench/quality/questions.tsv and unanswerable.tsv, both classes weighed
 * alike, by `npm run bench:verdict`, which also shows the other half and STARD; evidence in docs/ranking.md.
 */
const BOTH_LEGS: Fit = { bias: -11.84, cosine: 18.43, agreement: 2.48, none: 0.14, near: 0.36 };
const VECTOR_ALONE: Fit = { bias: -13.02, cosine: 20.9, agreement: 0, none: 0.16, near: 0.385 };

/** null where there is nothing to judge by */
export function verdict(evidence: Evidence | null): Answer | null {
  if (!evidence) return null;
  const { cosine, agreement, elsewhere } = evidence;
  const fit = agreement === null ? VECTOR_ALONE : BOTH_LEGS;
  const confidence = 1 / (1 + Math.exp(-(fit.bias + fit.cosine * cosine + fit.agreement * (agreement ?? 0))));
  return {
    verdict: confidence < fit.none ? 'none' : confidence < fit.near || elsewhere ? 'near' : 'answered',
    confidence,
    cosine,
    agreement,
  };
}
