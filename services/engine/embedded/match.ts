// FTS5 match expressions. Every unit is quoted, so nothing a query holds is read as syntax.
import { queryGrams, words } from '../../language/segment.js';

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

/** The whole term, character by character: its units as a phrase; null when it has none. */
export function wholeTerm(term: string): string | null {
  const units = queryGrams(term);
  if (units.length === 0) return null;
  const phrase = quoted(units.join(' '));
  const last = units.at(-1) ?? '';
  return `grams : ${/^\p{Script=Han}$/u.test(last) ? `${phrase} *` : phrase}`;
}
