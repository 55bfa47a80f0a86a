// How large a text is against the limits of a passage.

/** Largest passage, in UTF-16 units and in tokens. With 60 tokens for title and headings it stays below the model's 510. */
export const MAX_PASSAGE = 450;
/** To what size neighbours are packed. */
export const TARGET = 400;

/**
 * Upper bound of the wordpiece tokens of a text: the model's tokeniser decomposes (NFD), and no token is shorter than one
 * character that is not white space.
 */
export function tokenBound(text: string): number {
  let count = 0;
  for (const character of text.normalize('NFD')) if (!/\s/u.test(character)) count++;
  return count;
}

/** Size against both limits at once. It adds up: the size of two texts together is at most the sum of theirs. */
export const sizeOf = (text: string): number =>
  // Below U+00C0 and in the blocks of Han and their punctuation no character decomposes.
  /^[\u0000-\u00bf\u2010-\u206f\u3000-\u303f\u3400-\u9fff\uff00-\uffef]*$/u.test(text)
    ? text.length
    : Math.max(text.length, tokenBound(text));
