// The reranker port: a second, closer look at the best of a ranking. It reads the query and each candidate's text and
// scores how well that text answers; what the scores do to the ranking is decided elsewhere (search/rerank.ts).

export interface RerankCandidate {
  /** the text that is embedded for the passage: title, headings and the passage itself */
  readonly text: string;
  /** the catalogue's hash of that text: what a reranker keeps of a text, it keeps under this name */
  readonly hash: string;
}

export interface RerankScores {
  /**
   * What the numbers are:
   * `maxsim`: the mean, over the query's tokens, of the best agreement with any token of the text, −1 … 1
   *   (Khattab & Zaharia 2020, ColBERT: late interaction);
   * `logit`: what a cross-encoder gives for query and text read together, without bounds.
   */
  readonly kind: 'maxsim' | 'logit';
  /** One a candidate, in the order of the candidates; more is better. Comparable within one call only. */
  readonly scores: readonly number[];
}

export interface Reranker {
  readonly name: 'late' | 'cross';
  /** What a standard deviation of its scores weighs against one of the fused ranking's legs; fitted, see docs/ranking.md. */
  readonly weight: number;
  /**
   * Scores every candidate, or none: the same query and texts give the same scores, whatever was kept from before.
   * Looks at `signal` between steps and ends soon after it is aborted; what it has kept by then, it keeps.
   * A text beyond the model's limit of tokens is cut at its end.
   * @throws AppError RERANKER_MISSING, MODEL_CHECKSUM, EMBEDDING_FAILED, RERANKING_FAILED
   * @throws the signal's reason once it is aborted
   */
  rerank(query: string, candidates: readonly RerankCandidate[], signal: AbortSignal): Promise<RerankScores>;
  close(): Promise<void>;
}
