// How one phrase is looked for in a text in normal form, as it stands or in a looser form.
import { normalForm, occurrencesOf } from '../domain/text.js';
import { countedForm, type FoldedText, foldedForm, holdsNumber, type Switches } from './forms.js';

/** Where an occurrence stands in a text's normal form. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Phrase {
  readonly normal: string;
  readonly switches: Switches;
  /** looked for as it stands: an index of the normal form answers alone */
  readonly exact: boolean;
  /** From left to right without overlap. */
  places(text: string): Place[];
}

const placesIn = (needle: string, { text, at, ends }: FoldedText): Place[] =>
  occurrencesOf(needle, text).map((found) => ({
    start: at[found] ?? 0,
    end: ends[found + needle.length - 1] ?? 0,
  }));

/** From left to right without overlap; of two that begin at one place the longer. */
function apart(found: readonly Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(place);
  }
  return kept;
}

/** Null where nothing of the phrase is left to look for. */
export function phraseOf(text: string, switches: Switches): Phrase | null {
  const normal = normalForm(text);
  const exact = !switches.punctuation && !switches.script && !switches.numerals;
  const given = { normal, switches, exact };
  if (exact) {
    const { length } = normal;
    if (length === 0) return null;
    return {
      ...given,
      places: (inText) => occurrencesOf(normal, inText).map((start) => ({ start, end: start + length })),
    };
  }
  const { text: needle } = foldedForm(normal, switches);
  if (needle === '') return null;
  if (!switches.numerals || !holdsNumber(normal)) {
    return { ...given, places: (inText) => placesIn(needle, foldedForm(inText, switches)) };
  }
  const { text: counted } = countedForm(normal, switches);
  return {
    ...given,
    places: (inText) =>
      apart([...placesIn(needle, foldedForm(inText, switches)), ...placesIn(counted, countedForm(inText, switches))]),
  };
}
