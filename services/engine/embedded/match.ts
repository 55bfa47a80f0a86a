// FTS5 match expressions. Every unit is quoted, so nothing a query holds is read as syntax.
import { grams, queryGrams, words } from '../../language/segment.js';

const MAX_UNITS = 400;
const quoted = (unit: string): string => `"${unit.replaceAll('"', '""')}"`;

/** Some of the text's bigrams or words; null when it has none. Long questions are cut at 400 units. */
export function anyUnit(text: string): string | null {
  const gramUnits = [...new Set(queryGrams(text))].slice(0, MAX_UNITS);
  const wordUnits = [...new Set(words(text))].slice(0, MAX_UNITS);
  const parts = [
    gramUnits.length > 0 ? `grams : (${gramUnits.map(gramExpression).join(' OR ')})` : null,
    wordUnits.length > 0 ? `words : (${wordUnits.map(quoted).join(' OR ')})` : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' OR ') : null;
}

/** A lone Han character is looked for as the start of a bigram. */
const gramExpression = (unit: string): string => (/^\p{Script=Han}$/u.test(unit) ? `${quoted(unit)} *` : quoted(unit));

/** Some bigram of some term; null when no term has one. */
export function anyBigram(terms: readonly string[]): string | null {
  const units = [...new Set(terms.flatMap(queryGrams))].filter((unit) => [...unit].length > 1).slice(0, MAX_UNITS);
  return units.length > 0 ? `grams : (${units.map(quoted).join(' OR ')})` : null;
}

/** The whole term, character by character: its units as a phrase; null when it has none. */
export function wholeTerm(term: string): string | null {
  const units = grams(term);
  const last = units.at(-1) ?? '';
  // A lone Han character at the end starts a bigram of the text, unless the unit before holds it already.
  const lone = /^\p{Script=Han}$/u.test(last);
  const phrase =
    lone && units.at(-2)?.endsWith(last) && [...(units.at(-2) ?? '')].length === 2 ? units.slice(0, -1) : units;
  if (phrase.length === 0) return null;
  const quotedPhrase = quoted(phrase.join(' '));
  return `grams : ${lone && phrase.length === units.length ? `${quotedPhrase} *` : quotedPhrase}`;
}
