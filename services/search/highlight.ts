// Where in a passage the query's words stand.
import type { Highlight } from '../domain/result.js';
import { normalForm, normalText, occurrencesOf, originalRange } from '../domain/text.js';
import { simplified } from '../language/segment.js';
import type { ParsedQuery } from './parse.js';

const MAX_HIGHLIGHTS = 100;

/** The query itself where the passage holds it verbatim, otherwise its key terms; merged where they touch. */
export function matchHighlights(text: string, query: ParsedQuery): Highlight[] {
  const normal = normalText(text);
  const wording = simplified(normal.text.toLowerCase());
  if (wording.length !== normal.text.length) return []; // offsets would not hold
  const find = (needle: string): { start: number; end: number }[] =>
    occurrencesOf(needle, wording).map((at) => originalRange(normal, at, at + needle.length));
  const whole = query.normals.flatMap((wording) => find(simplified(wording.toLowerCase())));
  const ranges =
    whole.length > 0 ? whole : query.terms.flatMap((term) => find(simplified(normalForm(term).toLowerCase())));
  return merge(ranges)
    .slice(0, MAX_HIGHLIGHTS)
    .map((range) => ({ ...range, kind: 'match' }));
}

function merge(ranges: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}
