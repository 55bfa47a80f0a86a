// The sentences of a text that say something: without numbers, headings, letterhead and signature.
import { sentencesOf } from '../../families/sentences.js';
import type { Unit } from '../units.js';

/** A sentence is compared as a unit is; `in` is the unit that it stands in. */
export interface Clause extends Unit {
  readonly in: Unit;
}

const MIN_CHARACTERS = 6;
/** A line without a full stop, colon or semicolon, and no longer than a title, says nothing by itself. */
const MAX_LINE = 60;

export function clausesOf(units: readonly Unit[]): Clause[] {
  const clauses: Clause[] = [];
  for (const unit of units) {
    if (unit.kind === 'heading' || (unit.text.length <= MAX_LINE && !/[。；：！？]/u.test(unit.text))) continue;
    const offset = unit.body;
    for (const { start, end, text, key } of sentencesOf(unit.text.slice(unit.body - unit.start))) {
      if (key.length < MIN_CHARACTERS) continue;
      clauses.push({
        at: clauses.length,
        kind: 'paragraph',
        label: null,
        start: offset + start,
        end: offset + end,
        body: offset + start,
        text,
        key,
        in: unit,
      });
    }
  }
  return clauses;
}
