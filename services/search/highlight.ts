// Where in a passage the query's words stand, and which sentence comes nearest to it.

import type { Highlight } from '../domain/result.js';
import { normalForm, normalText, occurrencesOf, originalRange } from '../domain/text.js';
import { queryGrams, simplified } from '../language/segment.js';
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

/** Sentences of a passage: up to 。！？； or a line's end, white space around left out. */
export function sentences(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^。！？；\n]+[。！？；]*[”』」）]*/gu)]
    .map((match) => {
      const lead = match[0].length - match[0].trimStart().length;
      return { start: match.index + lead, end: match.index + match[0].trimEnd().length };
    })
    .filter(({ start, end }) => end > start);
}

const isQuestion = (sentence: string): boolean => /[?？]$/.test(sentence);
/** A numbered line that no full stop ends. */
const isHeading = (sentence: string): boolean =>
  sentence.length < 40 &&
  /^(?:第.{1,8}[编章节]|[（(]?[一二三四五六七八九十]+[）)、]|\d+[.．、])/.test(sentence) &&
  !/[。！；!;：:]$/.test(sentence);
/** A sentence shorter than this (“能。”) is shown with the one after it. */
const SHORT = 8;

/**
 * The sentence that shares most with the query: the sum over the query's units of 1/(1 + sentences that hold the unit).
 * Where that is a question or a heading, what answers is the sentence after it.
 * A passage of one sentence is that sentence; null when nothing is shared.
 */
export function answerHighlight(text: string, query: ParsedQuery): Highlight | null {
  const all = sentences(text);
  if (all.length <= 1) return all[0] ? { ...all[0], kind: 'answer' } : null;
  const units = [...new Set([...queryGrams(query.index), ...query.terms, ...query.terms.flatMap((term) => [...term])])];
  const texts = all.map(({ start, end }) => simplified(text.slice(start, end).normalize('NFKC').toLowerCase()));
  const weights = units.map((unit) => 1 / (1 + texts.filter((sentence) => sentence.includes(unit)).length));
  const scores = texts.map((sentence) =>
    units.reduce((sum, unit, i) => sum + (sentence.includes(unit) ? (weights[i] ?? 0) : 0), 0),
  );
  const best = scores.indexOf(Math.max(...scores));
  if ((scores[best] ?? 0) === 0) return null;
  const after = texts.findIndex((sentence, i) => i >= best && !isQuestion(sentence) && !isHeading(sentence));
  const chosen = after === -1 ? best : after;
  const first = all[chosen];
  const last = (texts[chosen]?.length ?? 0) < SHORT ? (all[chosen + 1] ?? first) : first;
  return first && last ? { start: first.start, end: last.end, kind: 'answer' } : null;
}
