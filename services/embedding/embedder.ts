// The embedder port: texts in, unit vectors out. Every text is computed by itself, so that a vector depends on
// its text alone (an 8-bit model's vectors change with the batch they are in).

/** A window is a part of a passage, embedded beside it as passages are. */
export type EmbedKind = 'passage' | 'window' | 'query';

/** The adapter chosen for queries. `problem` says why it cannot be used: `unfit` is made for another model. */
export interface AdapterChoice {
  readonly name: string;
  /** null where it cannot be used */
  readonly adapter: { adapt(vector: Float32Array): Float32Array } | null;
  readonly problem: 'missing' | 'invalid' | 'unfit' | null;
}

export interface Embedder {
  /** Names the model by its files' content and how it is used; vectors of other fingerprints are not comparable. */
  readonly fingerprint: string;
  readonly dimension: number;
  /** how many child processes compute */
  readonly processes: number;
  /**
   * One unit vector a text, in order. Text beyond the model's limit of tokens is cut off.
   * @throws AppError MODEL_MISSING when the model cannot be loaded, EMBEDDING_FAILED otherwise
   */
  embed(texts: readonly string[], kind: EmbedKind): Promise<Float32Array[]>;
  /** The adapter that query vectors go through (adapted.ts); null or absent without one. */
  adapter?(): AdapterChoice | null;
  /** Milliseconds that the processes spent computing so far, summed over them. */
  busyMs(): number;
  close(): Promise<void>;
}

/** Components beyond so many add nothing to what tokens tell of each other (docs/ranking.md), and double what is kept. */
const MOST_SIGNS = 256;

/** Of how many of its vector's components a token's signs are given. */
export const signsOf = (dimension: number): number => Math.min(dimension, MOST_SIGNS);

/** A text's vector, and its tokens out of the same pass of the model. */
export interface EmbeddedTokens {
  readonly vector: Float32Array;
  /**
   * The vectors of the text's tokens that hold a letter or a digit, in their order; of each only the signs of its first
   * `signsOf(dimension)` components, a bit each (1: not negative), filled up with zeros to whole numbers of 32.
   */
  readonly tokens: Uint32Array;
}

/** An embedder that also gives what the model makes of each token. */
export interface TokenEmbedder extends Embedder {
  /** As `embed`, with the same vectors. Tokens of a prefix that the model wants in front of a text are not the text's. */
  embedTokens(texts: readonly string[], kind: EmbedKind): Promise<EmbeddedTokens[]>;
}
