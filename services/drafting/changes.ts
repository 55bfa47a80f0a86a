// What was changed between a source's sentence and the draft's: values against values, in their places. Pure and bounded.
import { diffArrays } from 'diff';
import type { Token } from './tokens.js';

export interface ValueChange {
  readonly kind: Exclude<Token['kind'], 'text'>;
  /** null: dropped by the draft */
  readonly draft: Token | null;
  /** null: added by the draft */
  readonly source: Token | null;
  /** where the draft’s words are, or where they would stand: in the draft's sentence */
  readonly at: { readonly start: number; readonly end: number };
  /** characters changed beside the value in the same place: the more, the less it is the value that was changed */
  readonly beside: number;
}
export interface TokenDifference {
  readonly changes: readonly ValueChange[];
  /** the source's tokens turned into the draft's */
  readonly runs: readonly {
    readonly removed: readonly Token[];
    readonly added: readonly Token[];
    /** where the run begins in the draft's sentence */
    readonly from: number;
  }[];
}

const MAX_EDITS = 500;
const kinds = ['number', 'deadline', 'strength', 'limit', 'reference'] as const;
/** A number may be given another sense (30日 → 30日内), so these two stand for each other. */
const pairsWith = (kind: Token['kind']): Token['kind'] => (kind === 'deadline' ? 'number' : kind);

/** null where the two have too little in common to be told apart piece by piece. */
export function changesBetween(source: readonly Token[], draft: readonly Token[]): TokenDifference | null {
  const aligned = diffArrays(
    source.map(({ key }) => key),
    draft.map(({ key }) => key),
    { maxEditLength: MAX_EDITS },
  );
  if (!aligned) return null;
  const runs: { removed: Token[]; added: Token[]; before: number; from: number }[] = [];
  let [i, j] = [0, 0];
  let open: (typeof runs)[number] | null = null;
  for (const { count, added, removed } of aligned) {
    if (!added && !removed) {
      open = null;
      i += count;
      j += count;
      continue;
    }
    if (!open) {
      open = { removed: [], added: [], before: j, from: draft[j - 1]?.end ?? 0 };
      runs.push(open);
    }
    if (removed) {
      open.removed.push(...source.slice(i, i + count));
      i += count;
    } else {
      open.added.push(...draft.slice(j, j + count));
      j += count;
    }
  }
  return { runs, changes: runs.flatMap((run) => valuesOf(run, draft)) };
}

function valuesOf(
  { removed, added, before }: { removed: readonly Token[]; added: readonly Token[]; before: number },
  draft: readonly Token[],
): ValueChange[] {
  const text = (tokens: readonly Token[]): number => tokens.filter(({ kind }) => kind === 'text').length;
  const beside = text(removed) + text(added);
  const gap = draft[before - 1]?.end ?? 0;
  const next = draft[before + added.length];
  // what was dropped has no words of its own in the draft: the word after the gap stands for it
  const anchor = next ? { start: next.start, end: next.end } : { start: Math.max(0, gap - 1), end: gap };
  const out: ValueChange[] = [];
  for (const kind of kinds) {
    if (kind === 'deadline') continue; // with the numbers
    const of = (tokens: readonly Token[]): Token[] => tokens.filter((token) => pairsWith(token.kind) === kind);
    const [olds, news] = [of(removed), of(added)];
    for (let n = 0; n < Math.max(olds.length, news.length); n++) {
      const [one, other] = [olds[n] ?? null, news[n] ?? null];
      const named = other ?? one;
      if (!named || named.kind === 'text') continue;
      const deadline = one?.kind === 'deadline' || other?.kind === 'deadline';
      out.push({
        kind: deadline ? 'deadline' : named.kind,
        draft: other,
        source: one,
        at: other ? { start: other.start, end: other.end } : anchor,
        beside,
      });
    }
  }
  return out;
}
