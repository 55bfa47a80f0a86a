// Two lists are aligned the same way round whichever was asked about first, so that the other way round gives the mirror image:
// of several alignments as good as each other one is taken, and which one depends on the order.

/** Whether `b` goes first, by what the two hold alone. */
export function isTurned(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return b.length < a.length;
  const apart = a.findIndex((key, i) => key !== b[i]);
  return apart !== -1 && (b[apart] ?? '') < (a[apart] ?? '');
}
