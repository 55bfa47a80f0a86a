// A draft → its clauses: the sentences that the archive's cutter makes of it, with places in the draft as it was given.
import type { OutlineEntry } from '../domain/document.js';
import { normalForm, normalText, originalRange } from '../domain/text.js';
import { sentencesOf } from '../families/sentences.js';
import { coreOf } from './core.js';

export interface DraftClause {
  /** in the draft's text */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** the part that is compared: in normal form, without number and closing sign */
  readonly core: string;
  readonly isHeading: boolean;
}

interface Stored {
  readonly text: string;
  readonly outline: readonly OutlineEntry[];
}

/** Clauses of a draft whose text is the stored form itself. */
export function clausesOf({ text, outline }: Stored): DraftClause[] {
  const headings = new Set(outline.map(({ start }) => start));
  return sentencesOf(text).map(({ start, end, text: sentence, key }) => ({
    start,
    end,
    text: sentence,
    core: coreOf(key).core,
    isHeading: headings.has(start) && !/[，：；。！？,:;!?]/u.test(sentence) && sentence.length <= 60,
  }));
}

/**
 * Clauses of a draft that was pasted: cut in the stored form, in which lines that were wrapped are whole and page
 * numbers are gone, but with places in the text as it was pasted. A clause that cannot be found there is left out.
 */
export function clausesIn(given: string, stored: Stored): DraftClause[] {
  const whole = normalText(given);
  const found: DraftClause[] = [];
  let from = 0;
  for (const clause of clausesOf(stored)) {
    const key = normalForm(clause.text);
    const at = whole.text.indexOf(key, from);
    if (at === -1) continue;
    from = at + key.length;
    const { start, end } = originalRange(whole, at, from);
    found.push({ ...clause, start, end, text: given.slice(start, end) });
  }
  return found;
}
