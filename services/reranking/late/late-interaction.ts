// Late interaction (Khattab & Zaharia 2020) with the archive's own embedding model: tokens are kept when a passage is
// embedded, and computed here where they were not.
import { asAppError } from '../../domain/errors.js';
import { signsOf, type TokenEmbedder } from '../../embedding/embedder.js';
import type { RerankCandidate, Reranker } from '../reranker.js';
import { maxSim } from './max-sim.js';
import type { TokenStore } from './token-store.js';

/** Fitted on half of the questions, shown on the other sets: docs/ranking.md. */
const WEIGHT = 0.5;
/** Texts computed between two looks at the signal: some 0.1 s. */
const STEP = 6;

export interface LateInteractionDeps {
  /** of the archive's queries */
  readonly queries: TokenEmbedder;
  /** for texts that are not kept; processes of its own, so that no query waits for them */
  readonly passages: TokenEmbedder;
  readonly store: TokenStore;
}

/** Closes `passages` and `store` when it is closed. */
export function createLateInteraction({ queries, passages, store }: LateInteractionDeps): Reranker {
  async function tokensOf(candidates: readonly RerankCandidate[], signal: AbortSignal) {
    const tokens = store.get(candidates.map(({ hash }) => hash));
    const missing = candidates.filter(({ hash }) => !tokens.has(hash));
    for (let start = 0; start < missing.length; start += STEP) {
      signal.throwIfAborted();
      const step = missing.slice(start, start + STEP);
      const embedded = await passages.embedTokens(
        step.map(({ text }) => text),
        'passage',
      );
      const computed = embedded.map((text, i) => ({ hash: step[i]?.hash ?? '', tokens: text.tokens }));
      store.put(computed);
      for (const { hash, tokens: own } of computed) tokens.set(hash, own);
    }
    signal.throwIfAborted();
    return tokens;
  }

  return {
    name: 'late',
    weight: WEIGHT,
    async rerank(query, candidates, signal) {
      try {
        const [embedded] = await queries.embedTokens([query], 'query');
        const tokens = await tokensOf(candidates, signal);
        const asked = embedded?.tokens ?? new Uint32Array();
        return {
          kind: 'maxsim',
          scores: candidates.map(({ hash }) =>
            maxSim(asked, tokens.get(hash) ?? new Uint32Array(), signsOf(queries.dimension)),
          ),
        };
      } catch (error) {
        signal.throwIfAborted();
        throw asAppError(error, 'RERANKING_FAILED');
      }
    },
    async close() {
      await passages.close();
      store.close();
    },
  };
}
