// The numbers that labels and findings hang on. Fitted by bench:drafting on seed 1 and half of the documents
// (bench/RESULTS.md has the figures on the other half and other seeds).
export const thresholds = {
  /** Dice’s coefficient of character pairs from which two sentences are one, edited. */
  edited: 0.55,
  /** A sentence is cut out of a longer one, or holds a whole one, with little else changed. */
  cutOut: 0.85,
  /** Sentences shorter than this are not found as parts of others. */
  leastPart: 8,
  /** Likeness in meaning (paraphrase.ts) from which two sentences say the same. */
  paraphrase: 0.705,
  /** Frames of two sentences (values left out) from which a changed value is one. */
  frame: 0.8,
  /** The same, where the source is no document that the draft was made from. */
  strangerFrame: 0.88,
  /** A frame of fewer characters says nothing: a date alone, a row of a table. */
  leastFrame: 8,
  /** Sources whose frames are so little worse than the best count as equally good. */
  equallyGood: 0.06,
} as const;
