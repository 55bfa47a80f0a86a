// How much of one wording stands in another: pairs of characters in common.

export type Pairs = ReadonlyMap<number, number>;

const MAX_LENGTH = 2_000;

export function pairsOf(text: string): { readonly pairs: Pairs; readonly count: number } {
  const pairs = new Map<number, number>();
  const length = Math.min(text.length, MAX_LENGTH);
  for (let i = 0; i + 1 < length; i++) {
    const pair = (text.charCodeAt(i) << 16) | text.charCodeAt(i + 1);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { pairs, count: Math.max(0, length - 1) };
}

export interface Likeness {
  /** Dice’s coefficient: of both together */
  readonly both: number;
  /** the share of the draft’s pairs that the source has */
  readonly ofDraft: number;
  /** the share of the source’s pairs that the draft has */
  readonly ofSource: number;
}

type Counted = ReturnType<typeof pairsOf>;

export function likenessOf(draft: Counted, source: Counted): Likeness {
  let common = 0;
  for (const [pair, count] of draft.pairs) common += Math.min(count, source.pairs.get(pair) ?? 0);
  const share = (of: number): number => (of === 0 ? 0 : common / of);
  return {
    both: share((draft.count + source.count) / 2),
    ofDraft: share(draft.count),
    ofSource: share(source.count),
  };
}
