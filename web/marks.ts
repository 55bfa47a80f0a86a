// Where a query's words stand in a whole document: the query verbatim, or else its quoted phrases or key terms.

import type { Highlight } from '../services/domain/result.js';
import { normalForm, normalText, occurrencesOf, originalRange } from '../services/domain/text.js';
import { indexForm, keyTerms, simplified } from '../services/language/segment.js';

const quoted = /["“”「」『』]([^"“”「」『』]{1,500})["“”「」『』]/g;

/** A needle in the form that texts are compared in here: normal form, lower case, simplified characters. */
const needleOf = (words: string): string => simplified(normalForm(words).toLowerCase());

/** Words to look for when the query itself does not occur; single characters only where there is nothing longer. */
function partsOf(q: string): string[] {
  const phrases = [...q.matchAll(quoted)].map((match) => needleOf(match[1] ?? ''));
  if (phrases.length > 0) return phrases;
  const terms = keyTerms(indexForm(q)).map(needleOf);
  const longer = terms.filter((term) => term.length > 1);
  return longer.length > 0 ? longer : terms;
}

/** Sorted by start; at most `limit` of them, `more` says that there are others. */
export function marksIn(text: string, q: string, limit = 2000): { marks: Highlight[]; more: boolean } {
  const query = q.slice(0, 2000);
  const normal = normalText(text);
  const folded = simplified(normal.text.toLowerCase());
  // Where folding changes a length, offsets would no longer fit: then only width and quotes are levelled.
  const haystack = folded.length === normal.text.length ? folded : normal.text;
  const whole = [query, query.replace(/["“”「」『』]/g, '')].map(needleOf).find((form) => haystack.includes(form));
  const needles = whole ? [whole] : partsOf(query);
  const found = [...new Set(needles)]
    .flatMap((needle) => occurrencesOf(needle, haystack).map((at) => ({ start: at, end: at + needle.length })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((range, i, all) => i === 0 || range.end > all[i - 1]!.end); // i > 0
  const marks = found
    .slice(0, limit)
    .map(({ start, end }) => ({ ...originalRange(normal, start, end), kind: 'match' as const }));
  return { marks, more: found.length > limit };
}
