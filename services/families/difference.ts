// What differs between two texts: numbers, dates and words of obligation first, then sentence by sentence. Pure and bounded.

import { diffArrays } from 'diff';
import { type Change, type ChangedValue, type Difference, ValueKind } from '../domain/family.js';
import { dictionaryWords } from '../language/segment.js';
import { atOnce, every } from '../process/in-slices.js';
import { type Edit, editsBetween } from './edits.js';
import { pairSteps, type Sentence, sentenceSteps } from './sentences.js';
import { isTurned } from './turned.js';
import { type Value, valuesIn } from './values.js';

/** Beyond so many edits texts are compared by the sentences they have, not by their order. */
const MAX_EDITS = 4_000;
const MAX_SENTENCES = 30_000;
/** Sentences beyond these lengths, or with more edits, are shown whole, old and new. */
const MAX_CHARACTERS = 4_000;
const MAX_CHARACTER_EDITS = 600;
/** A run of so few characters between two changes reads worse than one change. */
const MIN_SAME = 2;

type Run = { readonly kind: 'same' | 'different'; readonly a: readonly Sentence[]; readonly b: readonly Sentence[] };

export const difference = (textA: string, textB: string): Difference => atOnce(differenceSteps(textA, textB));

export function* differenceSteps(textA: string, textB: string): Generator<void, Difference> {
  const [a, b] = [yield* sentenceSteps(textA), yield* sentenceSteps(textB)];
  const { runs, truncated } = yield* align(a, b);
  const changes: Change[] = [];
  const numbers: ChangedValue[] = [];
  for (const run of runs) {
    const [first, last] = [run.a[0], run.a.at(-1)];
    const [firstB, lastB] = [run.b[0], run.b.at(-1)];
    if (run.kind === 'same' && first && last && firstB && lastB) {
      const [spanA, spanB] = [spanOf(first, last), spanOf(firstB, lastB)];
      changes.push({ kind: 'same', a: spanA, b: spanB, sentences: run.a.length });
    } else for (const change of yield* different(run.a, run.b)) changes.push(change);
  }
  for (const { kind, a: one, b: other } of changes) {
    yield;
    if (kind === 'changed' && one && other) numbers.push(...changedValues(one, other));
  }
  return { numbers, changes, truncated };
}

const spanOf = (first: Sentence, last: Sentence) => ({ start: first.start, end: last.end, text: '' });
const pieceOf = ({ start, end, text }: Sentence) => ({ start, end, text });

function* align(a: readonly Sentence[], b: readonly Sentence[]): Generator<void, { runs: Run[]; truncated: boolean }> {
  const aligned = a.length + b.length > MAX_SENTENCES ? undefined : yield* edits(keysOf(a), keysOf(b));
  if (!aligned) return { runs: yield* byContent(a, b), truncated: true };
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  for (const { count, kind } of aligned) {
    const [added, removed] = [kind === 'added', kind === 'removed'];
    const [fromA, fromB] = [a.slice(i, added ? i : i + count), b.slice(j, removed ? j : j + count)];
    i += fromA.length;
    j += fromB.length;
    const last = runs.at(-1);
    if ((added || removed) && last?.kind === 'different') {
      runs[runs.length - 1] = { kind: 'different', a: [...last.a, ...fromA], b: [...last.b, ...fromB] };
    } else runs.push({ kind: added || removed ? 'different' : 'same', a: fromA, b: fromB });
  }
  return { runs, truncated: false };
}

const keysOf = (sentences: readonly Sentence[]): string[] => sentences.map(({ key }) => key);

const opposite = { same: 'same', added: 'removed', removed: 'added' } as const;
function* edits(a: readonly string[], b: readonly string[]): Generator<void, Edit[] | undefined> {
  if (!isTurned(a, b)) return yield* editsBetween(a, b, MAX_EDITS);
  const found = yield* editsBetween(b, a, MAX_EDITS);
  return found?.map(({ kind, count }) => ({ kind: opposite[kind], count }));
}

/** Sentences that the other text lacks, wherever they stand. */
function* byContent(a: readonly Sentence[], b: readonly Sentence[]): Generator<void, Run[]> {
  const onlyIn = function* (some: readonly Sentence[], others: readonly Sentence[]): Generator<void, Sentence[]> {
    const rest = every(200);
    const keys = new Set<string>();
    for (const { key } of others) {
      keys.add(key);
      if (rest()) yield;
    }
    const only: Sentence[] = [];
    for (const sentence of some) {
      if (!keys.has(sentence.key)) only.push(sentence);
      if (rest()) yield;
    }
    return only;
  };
  return [
    { kind: 'different', a: yield* onlyIn(a, b), b: [] },
    { kind: 'different', a: [], b: yield* onlyIn(b, a) },
  ];
}

function* different(a: readonly Sentence[], b: readonly Sentence[]): Generator<void, Change[]> {
  const out: Change[] = [];
  let [i, j] = [0, 0];
  const upTo = (endA: number, endB: number): void => {
    for (const sentence of a.slice(i, endA)) out.push({ kind: 'removed', a: pieceOf(sentence) });
    for (const sentence of b.slice(j, endB)) out.push({ kind: 'added', b: pieceOf(sentence) });
  };
  const pairs = isTurned(keysOf(a), keysOf(b))
    ? (yield* pairSteps(b, a)).map(([atB, atA]) => [atA, atB] as const)
    : yield* pairSteps(a, b);
  for (const [atA, atB] of pairs) {
    yield;
    upTo(atA, atB);
    const [one, other] = [a[atA], b[atB]];
    if (one && other) {
      out.push({ kind: 'changed', a: pieceOf(one), b: pieceOf(other), parts: partsOf(one.text, other.text) });
    }
    [i, j] = [atA + 1, atB + 1];
  }
  upTo(a.length, b.length);
  return out;
}

type Part = NonNullable<Change['parts']>[number];

/** Numbers and words are pieces: 35 → 45, not 3 → 4 and the same 5; 国防法 is not torn between 中华人民共和国 and 防法. */
const pieces = (text: string): string[] =>
  (text.match(/\d+(?:[.,]\d+)*[%％‰]?|[A-Za-z]+|\p{Script=Han}+|./gsu) ?? []).flatMap((run) =>
    /^\p{Script=Han}{2}/u.test(run) ? dictionaryWords(run) : run,
  );

/**
 * What differs between two sentences; bounded, whole where they differ too much.
 * @param keyOf pieces with the same key are the same, and shown as `b` has them; by default as they are written
 */
export function partsOf(a: string, b: string, keyOf: (piece: string) => string = (piece) => piece): Part[] {
  const whole: Part[] = [
    { kind: 'removed', text: a },
    { kind: 'added', text: b },
  ];
  if (a.length > MAX_CHARACTERS || b.length > MAX_CHARACTERS) return whole;
  const [piecesA, piecesB] = [pieces(a), pieces(b)];
  const found = diffArrays(piecesA.map(keyOf), piecesB.map(keyOf), { maxEditLength: MAX_CHARACTER_EDITS });
  if (!found) return whole;
  const out: Part[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed) out.push({ kind: 'removed', text: removed });
    if (added) out.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  let [atA, atB] = [0, 0];
  for (const [i, change] of found.entries()) {
    const [inA, inB] = [piecesA.slice(atA, atA + change.count), piecesB.slice(atB, atB + change.count)];
    const text = (change.removed ? inA : inB).join('');
    if (!change.added) atA += change.count;
    if (!change.removed) atB += change.count;
    if (change.removed) removed += text;
    else if (change.added) added += text;
    else if ([...text].length < MIN_SAME && i > 0 && i < found.length - 1) {
      removed += inA.join('');
      added += text;
    } else {
      flush();
      out.push({ kind: 'same', text });
    }
  }
  flush();
  return out;
}

type Piece = NonNullable<Change['a']>;

/** Values that one of two sentences has and the other has not, in its place; `read` finds them. */
export function changedValues(a: Piece, b: Piece, read: (sentence: string) => Value[] = valuesIn): ChangedValue[] {
  const [inA, inB] = [read(a.text), read(b.text)];
  if (
    isTurned(
      inA.map(({ key }) => key),
      inB.map(({ key }) => key),
    )
  ) {
    return valuesApart(b, a, inB, inA).map((one) => ({ ...one, a: one.b, b: one.a, inA: one.inB, inB: one.inA }));
  }
  return valuesApart(a, b, inA, inB);
}

function valuesApart(a: Piece, b: Piece, inA: readonly Value[], inB: readonly Value[]): ChangedValue[] {
  const aligned = diffArrays(
    inA.map(({ key }) => key),
    inB.map(({ key }) => key),
    { maxEditLength: 400 },
  );
  if (!aligned) return [];
  const at = (piece: Piece, { start, end }: Value) => ({
    start: piece.start + start,
    end: piece.start + end,
    text: piece.text.slice(start, end),
  });
  const out: ChangedValue[] = [];
  let [olds, news]: [Value[], Value[]] = [[], []];
  const flush = (): void => {
    for (const kind of ValueKind.options) {
      const [before, after] = [
        olds.filter((value) => value.kind === kind),
        news.filter((value) => value.kind === kind),
      ];
      for (let n = 0; n < Math.max(before.length, after.length); n++) {
        const [one, other] = [before[n], after[n]];
        out.push({ kind, a: one ? at(a, one) : null, b: other ? at(b, other) : null, inA: a, inB: b });
      }
    }
    [olds, news] = [[], []];
  };
  let [i, j] = [0, 0];
  for (const { count, added, removed } of aligned) {
    if (!added && !removed) flush();
    if (!added) {
      if (removed) olds.push(...inA.slice(i, i + count));
      i += count;
    }
    if (!removed) {
      if (added) news.push(...inB.slice(j, j + count));
      j += count;
    }
  }
  flush();
  return out;
}
