// Two texts unit by unit: the whole path, pure and bounded.
import { type UnitChange, type UnitCounts, UnitKind } from '../domain/comparison.js';
import type { OutlineEntry } from '../domain/document.js';
import type { Difference } from '../domain/family.js';
import { differenceSteps } from '../families/difference.js';
import { atOnce } from '../process/in-slices.js';
import { alignSteps } from './align.js';
import { describeSteps } from './describe.js';
import { unitSteps } from './units.js';

export interface Text {
  readonly text: string;
  readonly outline: readonly OutlineEntry[];
}

/** Longer texts are compared up to the last whole line before this: some seconds. */
const MAX_CHARACTERS = 600_000;

export interface TextComparison extends Difference {
  readonly comparedTo: number | null;
  readonly units: UnitChange[];
  readonly counts: UnitCounts;
  readonly articles: UnitCounts;
}

export const compareTexts = (wholeA: Text, wholeB: Text): TextComparison => atOnce(compareTextSteps(wholeA, wholeB));

/** Whoever runs it may rest between two steps. */
export function* compareTextSteps(wholeA: Text, wholeB: Text): Generator<void, TextComparison> {
  const [a, b] = [cut(wholeA), cut(wholeB)];
  const comparedTo = a === wholeA && b === wholeB ? null : MAX_CHARACTERS;
  const matches = yield* alignSteps(yield* unitSteps(a.text, a.outline), yield* unitSteps(b.text, b.outline));
  const units: UnitChange[] = [];
  for (const match of matches) {
    yield;
    units.push(yield* describeSteps(match));
  }
  const articles = units.filter((change) => [...change.a, ...change.b].some(({ kind }) => kind === 'article'));
  return {
    ...(yield* differenceSteps(a.text, b.text)),
    comparedTo,
    units,
    counts: countsOf(units),
    articles: countsOf(articles),
  };
}

function countsOf(units: readonly UnitChange[]): UnitCounts {
  const counts = Object.fromEntries(UnitKind.options.map((kind) => [kind, 0])) as UnitCounts; // every kind, by the schema
  for (const { kind } of units) counts[kind] += 1;
  return counts;
}

function cut(text: Text): Text {
  if (text.text.length <= MAX_CHARACTERS) return text;
  const line = text.text.lastIndexOf('\n', MAX_CHARACTERS);
  return { ...text, text: text.text.slice(0, line > 0 ? line : MAX_CHARACTERS) };
}
