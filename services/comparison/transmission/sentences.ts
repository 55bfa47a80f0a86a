// The sentences of a text that say something: without numbers, headings, letterhead and signature.

import { sentenceSteps } from '../../families/sentences.js';
import { atOnce, every } from '../../process/in-slices.js';
import { itemMark, sameMarks, type Unit } from '../units.js';

/** A sentence is compared as a unit is; `in` is the unit that it stands in. */
export interface Clause extends Unit {
  readonly in: Unit;
}

const MIN_CHARACTERS = 6;
/** （三）提高课程质量。各校要……: short words right after a number, with more to follow, are a heading. */
const MAX_HEADING = 24;
/** 各市、县人民政府，各直属单位： */
const addressees = /^各[^。；]{2,200}：$/u;

export const clausesOf = (units: readonly Unit[]): Clause[] => atOnce(clauseSteps(units));

export function* clauseSteps(units: readonly Unit[]): Generator<void, Clause[]> {
  const clauses: Clause[] = [];
  const rest = every(20);
  for (const unit of units) {
    yield;
    if (unit.kind === 'heading' || addressees.test(unit.text)) continue;
    if (unit.kind !== 'row' && !/[。；：！？]/u.test(unit.text)) continue;
    const sentences = yield* sentenceSteps(unit.text.slice(unit.body - unit.start));
    const headed = unit.kind !== 'article' && unit.label !== null && sentences.length > 1;
    for (const [i, { start: from, end, text: whole }] of sentences.entries()) {
      if (rest()) yield;
      // （一） inside an article counts its items, and may count them otherwise in another text
      const words = whole.replace(itemMark, '').trimStart();
      const mark = whole.length - words.length;
      const [start, text, key] = [unit.body + from + mark, words, sameMarks(words)];
      if (key.length < MIN_CHARACTERS || (i === 0 && headed && key.length <= MAX_HEADING)) continue;
      const place = { start, end: unit.body + end, body: start };
      clauses.push({ at: clauses.length, kind: 'paragraph', label: null, ...place, text, key, in: unit });
    }
  }
  return clauses;
}
