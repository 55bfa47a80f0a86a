// Places in a text as it was read from a Word file → places in the file's own paragraphs. The text has more than they have
// (automatic numbers, bars between cells) and less (what was cleaned away); what they share stands in both in one order.
import type { Range } from '../../../domain/passage.js';
import { normalText, originalRange } from '../../../domain/text.js';
import type { Paragraph } from './paragraphs.js';

/** Words of one paragraph: in its characters, all of its pieces after each other. */
export interface InParagraph extends Range {
  readonly paragraph: Paragraph;
}

/** What a paragraph and the text share, in normal form. */
interface Shared {
  /** in the text */
  readonly start: number;
  readonly end: number;
  readonly of: Readable;
  /** in the paragraph */
  readonly from: number;
}

type Readable = ReturnType<typeof readable>;
const readable = (paragraph: Paragraph) => ({
  paragraph,
  normal: normalText(paragraph.pieces.map(({ text }) => text).join('')),
});

/** Shorter ones stand in a text by chance: they hold no others in place, and are looked for nearby only. */
const TELLING = 6;
const NEARBY = 40;

/** null where the words stand in no paragraph: in a page's header, or written by numbering alone. */
export function placesInParagraphs(
  text: string,
  paragraphs: readonly Paragraph[],
): (range: Range) => InParagraph | null {
  const whole = normalText(text);
  const shared = sharedWith(
    whole.text,
    paragraphs.map(readable).filter(({ normal }) => normal.text !== ''),
  );
  return ({ start, end }) => {
    const from = firstAtLeast(whole.starts.length, (i) => whole.starts[i]! >= start); // in bounds
    const to = Math.max(
      from + 1,
      firstAtLeast(whole.starts.length, (i) => whole.starts[i]! >= end),
    );
    const next = shared[firstAtLeast(shared.length, (i) => shared[i]!.end > from)]; // in bounds
    if (next && next.start < to) return inParagraph(next, Math.max(from, next.start), Math.min(to, next.end));
    // a number that Word writes: the words that it counts
    const line = text.indexOf('\n', start);
    const isSameLine = next && (line < 0 || whole.starts[next.start]! < line); // in bounds
    return isSameLine ? inParagraph(next, next.start, next.end) : null;
  };
}

function inParagraph({ of, from, start }: Shared, first: number, end: number): InParagraph {
  return { paragraph: of.paragraph, ...originalRange(of.normal, from + first - start, from + end - start) };
}

/** In the order of the text, none over another. */
function sharedWith(text: string, paragraphs: readonly Readable[]): Shared[] {
  const held = anchors(text, paragraphs);
  const found: Shared[] = [];
  let [next, from] = [0, 0];
  for (const { at, start } of [...held, { at: paragraphs.length, start: text.length }]) {
    found.push(...between(text, paragraphs.slice(next, at), from, start));
    const anchor = paragraphs[at];
    if (!anchor) break;
    from = start + anchor.normal.text.length;
    found.push({ start, end: from, of: anchor, from: 0 });
    next = at + 1;
  }
  return found;
}

interface Anchor {
  readonly at: number;
  readonly start: number;
}

/** Paragraphs that stand once in either, in the longest order that both have. */
function anchors(text: string, paragraphs: readonly Readable[]): Anchor[] {
  const times = new Map<string, number>();
  for (const { normal } of paragraphs) times.set(normal.text, (times.get(normal.text) ?? 0) + 1);
  const once = paragraphs.flatMap(({ normal: { text: key } }, at): Anchor[] => {
    if (key.length < TELLING || times.get(key) !== 1) return [];
    const start = text.indexOf(key);
    return start < 0 || text.includes(key, start + 1) ? [] : [{ at, start }];
  });
  let end = 0;
  return longestRising(once).filter(({ at, start }) => {
    if (start < end) return false;
    end = start + (paragraphs[at]?.normal.text.length ?? 0);
    return true;
  });
}

function longestRising(list: readonly Anchor[]): Anchor[] {
  const tails: number[] = []; // of the rising rows of each length: the last, as low as can be
  const before: number[] = [];
  for (const [i, { start }] of list.entries()) {
    const place = firstAtLeast(tails.length, (n) => list[tails[n]!]!.start >= start); // in bounds
    before[i] = place > 0 ? tails[place - 1]! : -1; // there is one
    tails[place] = i;
  }
  const row: Anchor[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) row.push(list[i]!); // in bounds
  return row.reverse();
}

/** One after the other within a stretch of the text; sentence by sentence where a paragraph was read otherwise. */
function between(text: string, paragraphs: readonly Readable[], from: number, to: number): Shared[] {
  const window = text.slice(from, to);
  const found: Shared[] = [];
  let at = 0;
  const find = (key: string): number => {
    const place = window.indexOf(key, at);
    return place >= 0 && (key.length >= TELLING || place - at <= NEARBY) ? place : -1;
  };
  for (const of of paragraphs) {
    const key = of.normal.text;
    const pieces = find(key) >= 0 ? [key] : key.split(/(?<=[。；！？;!?])/u);
    let inKey = 0;
    for (const piece of pieces) {
      const place = find(piece);
      if (place >= 0) {
        found.push({ start: from + place, end: from + place + piece.length, of, from: inKey });
        at = place + piece.length;
      }
      inKey += piece.length;
    }
  }
  return found;
}

function firstAtLeast(length: number, isPast: (i: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
