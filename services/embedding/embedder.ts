// The embedder port: text in, unit vectors out. One text is computed at a time, so that a vector depends on
// its text alone (an 8-bit model's vectors change with the batch they are in).

export interface Embedder {
  /** Names the model by its files' content, and how it is used; vectors of other fingerprints are not comparable. */
  readonly fingerprint: string;
  readonly dimension: number;
  /** Longest input in tokens, special tokens included; longer text is cut off. */
  readonly maxTokens: number;
  /** Resolves to a unit vector of `dimension`. @throws AppError EMBEDDING_FAILED, MODEL_MISSING */
  embed(text: string, kind: 'passage' | 'query'): Promise<Float32Array>;
  /** Milliseconds that the processes spent computing, summed over them, since the start. */
  busyMs(): number;
  readonly processes: number;
  close(): Promise<void>;
}
