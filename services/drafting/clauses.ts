// A draft → its clauses: the sentences that the archive's cutter makes of it, with places in the draft as it was given.
import type { OutlineEntry } from '../domain/document.js';
import { sentencesOf } from '../families/sentences.js';
import { coreOf } from './core.js';
import type { PlaceIn } from './places.js';

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
export const clausesIn = (given: string, stored: Stored, placeIn: PlaceIn): DraftClause[] =>
  clausesOf(stored).flatMap((clause) => {
    const place = placeIn(clause);
    return place ? [{ ...clause, ...place, text: given.slice(place.start, place.end) }] : [];
  });
