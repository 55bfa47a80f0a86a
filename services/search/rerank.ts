// A second, closer look at the best of a ranking: the reranker's scores, standardised, are added to the fused ones.
// It always takes the same number from the top, so that pages of one answer fit together; what holds the query verbatim,
// or is named by it, stays before what does not.
import type { Catalogue } from '../catalogue/open.js';
import { AppError } from '../domain/errors.js';
import type { Mode } from '../domain/query.js';
import type { Degraded } from '../domain/result.js';
import type { Reranker } from '../reranking/reranker.js';
import { namings, type Ranked } from './fuse.js';

export interface Reranking {
  readonly reranker: Reranker;
  /** how many of the best are looked at */
  readonly candidates: number;
  readonly timeoutMs: number;
}
export interface RerankDeps {
  readonly catalogue: Catalogue;
  /** null without one */
  readonly reranking: Reranking | null;
}

/** In keyword mode, and without anyone to ask, the ranking stays as it is; also where the reranker fails, which is told. */
export async function rerank(
  ranked: readonly Ranked[],
  query: string,
  mode: Mode,
  { catalogue, reranking }: RerankDeps,
): Promise<{ ranked: readonly Ranked[]; degraded: readonly Degraded[] }> {
  if (!reranking || mode === 'keyword') return { ranked, degraded: [] };
  const texts = catalogue.embedTexts.ofPassages(ranked.slice(0, reranking.candidates).map(({ id }) => id));
  const top = ranked.slice(0, reranking.candidates).flatMap((entry) => {
    const candidate = texts.get(entry.id);
    return candidate ? [{ entry, candidate }] : []; // a passage may have gone meanwhile
  });
  if (top.length < 2) return { ranked, degraded: [] };

  const signal = AbortSignal.timeout(reranking.timeoutMs);
  try {
    const { scores } = await Promise.race([
      reranking.reranker.rerank(
        query,
        top.map(({ candidate }) => candidate),
        signal,
      ),
      aborted(signal),
    ]);
    const best = blend(
      top.map(({ entry }) => entry),
      scores,
      reranking.reranker.weight,
    );
    return { ranked: [...best, ...ranked.slice(reranking.candidates)], degraded: [] };
  } catch (error) {
    if (!(error instanceof AppError) && !signal.aborted) throw error;
    return { ranked, degraded: ['reranker'] };
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));

/** Adds `weight` times each score less the scores' mean, by their deviation, and orders anew; equal ones as they were. */
export function blend(ranked: readonly Ranked[], scores: readonly number[], weight: number): Ranked[] {
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const deviation = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length) || 1;
  return ranked
    .map((entry, i) => ({ ...entry, score: entry.score + (weight * ((scores[i] ?? mean) - mean)) / deviation }))
    .sort((a, b) => namings(b) - namings(a) || b.score - a.score); // the sort is stable
}
