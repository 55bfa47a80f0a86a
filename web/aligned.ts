// Where each paragraph of an older version stands in the newest one: the same words, or the words that came in their place.
import { diffArrays } from 'diff';
import { normalForm } from '../services/domain/text.js';
import { pairs, type Sentence } from '../services/families/sentences.js';
import type { ReadingBlock } from './reading.js';

/** `n` is the paragraph in the newest version; of what has gone, the one before it. */
export interface Aligned {
  readonly kind: 'same' | 'changed' | 'gone';
  readonly n: number;
}

/** What became of an older version: each of its paragraphs in order, and how many are new. */
export interface SinceThen {
  readonly aligned: readonly Aligned[];
  readonly added: number;
}

const MOST_EDITS = 4_000;

/** How many of the newest version's paragraphs stand for none of the older one's. */
export const addedSince = (aligned: readonly Aligned[], newest: number): number =>
  newest - new Set(aligned.flatMap(({ kind, n }) => (kind === 'gone' ? [] : [n]))).size;

const paragraphs = (text: string, blocks: readonly ReadingBlock[]): Sentence[] =>
  blocks.map(({ start, end }) => ({
    start,
    end,
    text: text.slice(start, end),
    key: normalForm(text.slice(start, end)),
  }));

interface Side {
  readonly text: string;
  readonly blocks: readonly ReadingBlock[];
}

/** For every paragraph of the older version, in order. */
export function alignParagraphs(older: Side, newest: Side): Aligned[] {
  const [a, b] = [paragraphs(older.text, older.blocks), paragraphs(newest.text, newest.blocks)];
  const runs = diffArrays(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
    { maxEditLength: MOST_EDITS },
  ) ?? [
    { removed: true, added: false, count: a.length },
    { removed: false, added: true, count: b.length },
  ];
  const out: Aligned[] = [];
  let [i, j] = [0, 0];
  for (let at = 0; at < runs.length; at++) {
    const { added, removed, count } = runs[at]!; // in bounds
    if (!added && !removed) {
      for (let k = 0; k < count; k++) out.push({ kind: 'same', n: j + k + 1 });
      [i, j] = [i + count, j + count];
      continue;
    }
    const next = runs[at + 1];
    const together = next !== undefined && (next.added || next.removed) && next.added !== added;
    const [from, to] = [removed ? count : together ? next.count : 0, added ? count : together ? next.count : 0];
    const became = new Map(pairs(a.slice(i, i + from), b.slice(j, j + to)));
    for (let k = 0, last = j; k < from; k++) {
      const other = became.get(k);
      if (other !== undefined) last = j + other + 1;
      out.push({ kind: other === undefined ? 'gone' : 'changed', n: Math.max(1, last) });
    }
    [i, j] = [i + from, j + to];
    if (together) at++;
  }
  return out;
}
