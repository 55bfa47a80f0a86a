// A text longer than a passage is cut: after a sentence, else after a clause, else anywhere but inside a character.
import { MAX_PASSAGE, sizeOf } from './size.js';

export interface Span {
  readonly start: number;
  readonly end: number;
}

const boundaries: readonly RegExp[] = [
  /[。！？!?…][”’」』）)"']*|\n/gu,
  /[；;][”’」』）)"']*| \| /gu,
  /[，,：:、][”’」』）)"']*|\s/gu,
];

/** Pieces between the boundaries of one kind; together they are the whole span. */
function split(text: string, { start, end }: Span, boundary: RegExp): Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (const { index, 0: mark } of text.slice(start, end).matchAll(boundary)) {
    const to = start + index + mark.length;
    pieces.push({ start: from, end: to });
    from = to;
  }
  if (from < end) pieces.push({ start: from, end });
  return pieces;
}

/** Pieces of at most `limit` by counting characters. */
function hardCut(text: string, { start, end }: Span, limit: number): Span[] {
  const pieces: Span[] = [];
  let from = start;
  let size = 0;
  let at = start;
  for (const character of text.slice(start, end)) {
    const own = sizeOf(character);
    if (size + own > limit && at > from) {
      pieces.push({ start: from, end: at });
      from = at;
      size = 0;
    }
    size += own;
    at += character.length;
  }
  pieces.push({ start: from, end });
  return pieces;
}

/** Units of at most `limit`, cut at the best boundaries that there are. */
function units(text: string, span: Span, limit: number, depth: number): Span[] {
  if (sizeOf(text.slice(span.start, span.end)) <= limit) return [span];
  const boundary = boundaries[depth];
  if (!boundary) return hardCut(text, span, limit);
  return split(text, span, boundary).flatMap((piece) => units(text, piece, limit, depth + 1));
}

/** Cuts a span into units for packing, none larger than `limit`. */
export const cut = (text: string, span: Span, limit = MAX_PASSAGE): Span[] => units(text, span, limit, 0);
