// What a match is, and what differs in it: kind, characters, and the numbers, dates, obligations and references that changed.
import type { ComparedUnit, UnitChange, UnitKind } from '../domain/comparison.js';
import type { Change, ChangedValue } from '../domain/family.js';
import { changedValues, differenceSteps } from '../families/difference.js';
import type { Match } from './align.js';
import { namedIn } from './references.js';
import type { Unit } from './units.js';

/** The words after the labels, one unit a line, with the way back to the whole text. */
interface Body {
  readonly text: string;
  readonly inWhole: (at: number) => number;
}

function bodyOf(units: readonly Unit[]): Body {
  const starts: { readonly from: number; readonly whole: number }[] = [];
  let text = '';
  for (const { text: own, start, body } of units) {
    if (text !== '') text += '\n';
    starts.push({ from: text.length, whole: body });
    text += own.slice(body - start);
  }
  const inWhole = (at: number): number => {
    const start = starts.findLast(({ from }) => from <= at) ?? { from: 0, whole: 0 };
    return start.whole + at - start.from;
  };
  return { text, inWhole };
}

export function* describeSteps({ a, b, moved }: Match): Generator<void, UnitChange> {
  const change = { a: a.map(shown), b: b.map(shown), renumbered: renumbered(a, b) };
  if (a.length === 0) return { kind: 'added', ...change, values: [] };
  if (b.length === 0) return { kind: 'removed', ...change, values: [] };
  if (a.length === 1 && b.length === 1 && a[0]?.key === b[0]?.key) {
    return { kind: moved ? 'moved' : 'same', ...change, values: [] };
  }
  return { kind: kindOf(a, b, moved), ...change, ...(yield* differingSteps(a, b)) };
}

/** What differs between the words of some units and those of others, their numbers apart. */
export function* differingSteps(
  a: readonly Unit[],
  b: readonly Unit[],
): Generator<void, { parts: Parts; values: ChangedValue[] }> {
  const [bodyA, bodyB] = [bodyOf(a), bodyOf(b)];
  const { changes } = yield* differenceSteps(bodyA.text, bodyB.text);
  return { parts: partsOf(changes, bodyA, bodyB), values: yield* valueSteps(changes, bodyA, bodyB) };
}

type Parts = NonNullable<UnitChange['parts']>;
const shown = ({ start, end, text, label, kind }: Unit): ComparedUnit => ({ start, end, text, label, kind });

function kindOf(a: readonly Unit[], b: readonly Unit[], moved: boolean): UnitKind {
  if (b.length > 1) return 'split';
  if (a.length > 1) return 'merged';
  return moved ? 'moved-changed' : 'changed';
}

const renumbered = ([a]: readonly Unit[], [b]: readonly Unit[]): boolean =>
  a !== undefined && b !== undefined && a.kind === b.kind && a.label !== b.label;

/** Changes as one run of parts: what is the same is written as `b` has it, line breaks included. */
function partsOf(changes: readonly Change[], a: Body, b: Body): Parts {
  const parts: Parts = [];
  const put = (kind: Parts[number]['kind'], text: string): void => {
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
    else parts.push({ kind, text });
  };
  let [toA, toB] = [0, 0];
  for (const change of changes) {
    if (change.a) {
      // A line break that only one side has is a difference that nobody looks for.
      if (!change.b && /\n/u.test(a.text.slice(toA, change.a.start))) put('same', '\n');
      toA = change.a.end;
    }
    if (change.b) {
      put('same', b.text.slice(toB, change.b.start));
      toB = change.b.end;
    }
    if (change.kind === 'same' && change.b) put('same', b.text.slice(change.b.start, change.b.end));
    else if (change.parts) for (const part of change.parts) put(part.kind, part.text);
    else if (change.kind === 'removed') put('removed', change.a?.text ?? '');
    else put('added', change.b?.text ?? '');
  }
  return parts;
}

function* valueSteps(changes: readonly Change[], a: Body, b: Body): Generator<void, ChangedValue[]> {
  const found: ChangedValue[] = [];
  for (const { kind, a: one, b: other } of changes) {
    if (kind !== 'changed' || !one || !other) continue;
    yield;
    const moved = <T extends { start: number; end: number }>(piece: T, body: Body): T => {
      const start = body.inWhole(piece.start);
      return { ...piece, start, end: start + piece.end - piece.start };
    };
    for (const value of changedValues(one, other, namedIn)) {
      found.push({
        ...value,
        a: value.a && moved(value.a, a),
        b: value.b && moved(value.b, b),
        inA: moved(value.inA, a),
        inB: moved(value.inB, b),
      });
    }
  }
  return found;
}
