// What is learnt from: a question's vector and those of passages that answer it, that do not, and any others.

export interface Example {
  /** names the question, for folds and reports */
  readonly id: string;
  /** the model's own vector of the question, without any adapter */
  readonly query: Float32Array;
  /** Vectors of what answers it, one list a passage (the whole and its parts): the nearest of a list counts. */
  readonly positives: readonly (readonly Float32Array[])[];
  /** vectors of passages that do not answer it although they lie near */
  readonly negatives: readonly Float32Array[];
}
