// The embedder port: texts in, unit vectors out. Every text is computed by itself, so that a vector depends on
// its text alone (an 8-bit model's vectors change with the batch they are in).

import type { AdapterChoice } from './adapted.js';

export type EmbedKind = 'passage' | 'query';

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
