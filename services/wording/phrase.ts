// How one phrase is looked for in a text in normal form, as it stands or in a looser form.
import { normalForm, occurrencesOf } from '../domain/text.js';
import { countedForm, type FoldedText, foldedForm, type Switches } from './fold.js';
import { holdsNumber, readBy, readingsFor } from './forms.js';

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
  places(text: { readonly normal: string }): Place[];
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
      places: (text) => occurrencesOf(normal, text.normal).map((start) => ({ start, end: start + length })),
    };
  }
  const readings = readingsFor(switches);
  if (readings.some((read) => foldedForm(read(normal), switches).text === '')) return null;
  const counted = switches.numerals && holdsNumber(normal);
  const forms = readings.flatMap((read) =>
    (counted ? [foldedForm, countedForm] : [foldedForm]).map((form) => ({
      read,
      form,
      needle: form(read(normal), switches).text,
    })),
  );
  return {
    ...given,
    places(text) {
      const sources = new Map(readings.map((read) => [read, readBy(read, text)]));
      const tried = new Set<string>(); // most texts and phrases are the same however they are read
      const found = forms.flatMap(({ read, form, needle }) => {
        const source = sources.get(read) ?? text.normal;
        const same = `${form.name} ${source === sources.get(readings[0]!) ? 0 : 1} ${needle}`; // there is one at least
        if (tried.has(same)) return [];
        tried.add(same);
        return placesIn(needle, form(source, switches));
      });
      return tried.size === 1 ? found : apart(found);
    },
  };
}
