// The part of a passage that a hit shows: around the sentence that answers, or where most matches stand.
import type { Range } from '../services/domain/passage.js';
import type { Highlight } from '../services/domain/result.js';
import { wholeCharacters } from './highlight.js';

const sentenceEnds = '。！？；\n';
const clauseEnds = '，、：,;:';

/** The place right after the last of `ends` in `text[from, to)`, or -1. */
function afterLast(text: string, ends: string, from: number, to: number): number {
  for (let at = to - 1; at >= Math.max(0, from); at--) if (ends.includes(text.charAt(at))) return at + 1;
  return -1;
}

/** The run of at most `width` characters that holds most of the matches, by characters; undefined without matches. */
function densest(highlights: readonly Highlight[], width: number): Range | undefined {
  const sorted = [...highlights].sort((a, b) => a.start - b.start);
  let best: (Range & { held: number }) | undefined;
  let held = 0;
  let first = 0;
  for (const [last, highlight] of sorted.entries()) {
    held += highlight.end - highlight.start;
    while (first < last && highlight.end - sorted[first]!.start > width) {
      held -= sorted[first]!.end - sorted[first]!.start; // first < last < length
      first++;
    }
    if (!best || held > best.held) best = { start: sorted[first]!.start, end: highlight.end, held };
  }
  return best;
}

/** A range of at most about `limit` characters; the whole text where it is little longer than that. */
export function excerpt(text: string, highlights: readonly Highlight[], limit = 180): Range {
  if (text.length <= limit * 1.3) return { start: 0, end: text.length };
  const answer = highlights.find((highlight) => highlight.kind === 'answer');
  const focus = answer ?? densest(highlights, limit - 40) ?? { start: 0, end: 0 };
  const latest = Math.min(focus.start, text.length - limit);
  let start = afterLast(text, sentenceEnds, latest - 60, latest);
  if (start === -1) start = afterLast(text, clauseEnds, latest - 40, latest);
  if (start === -1) start = Math.max(0, latest - 20);
  if (latest <= 40) start = 0;
  const wanted = Math.max(start + limit, Math.min(focus.end, start + 2 * limit));
  if (text.length - wanted <= 30) return wholeCharacters(text, { start, end: text.length });
  const atSentence = afterLast(text, sentenceEnds, wanted - 30, wanted + 30);
  return wholeCharacters(text, { start, end: atSentence > focus.start ? atSentence : wanted });
}
