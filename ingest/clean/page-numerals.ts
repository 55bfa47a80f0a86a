// Page numerals of document mills: the text was cut into pages in the middle of words, and each piece numbered:
// "…深化主题教" / "2、育学习。…". A legal enumeration (1、…；2、…) looks alike, so the evidence has to be strong: numerals
// that count up by one over the whole document, long pieces, and most cuts in the middle of a sentence.
import { type Draft, out, type Part, type TextBlock, textBlock } from './draft.js';

const MIN_PAGES = 3;
const MIN_PIECE = 80;
/** Pages hold about the same: spread of the pieces' lengths against their mean, the last left out. */
const MAX_SPREAD = 0.5;
const marker = /^(\d{1,3})、/u;
const sentenceEnd = /[。！？；：…”’）)》】.!?;:]\s*$/u;

interface Piece {
  readonly at: number;
  readonly block: TextBlock;
  readonly number: number;
  readonly length: number;
}

/** Blocks that begin with 1、, 2、, 3、 …, one after the other with no other numbered block between. */
function pieces(draft: Draft): Piece[] {
  const found: Piece[] = [];
  draft.forEach((part, at) => {
    const block = textBlock(part);
    const [mark, digits] = (block && marker.exec(block.text)) ?? [];
    if (block && mark && digits) found.push({ at, block, number: Number(digits), length: mark.length });
  });
  return found;
}

/** The text that stands right before a block: the last block kept ahead of it. */
function before(draft: Draft, at: number): TextBlock | null {
  for (let i = at - 1; i >= 0; i--) {
    const part = draft[i];
    if (part?.block) return textBlock(part);
  }
  return null;
}

/** Whether pieces, but for the last, are about equally long. */
function even(lengths: readonly number[]): boolean {
  const whole = lengths.slice(0, -1);
  const mean = whole.reduce((sum, length) => sum + length, 0) / whole.length;
  const spread = Math.sqrt(whole.reduce((sum, length) => sum + (length - mean) ** 2, 0) / whole.length);
  return spread <= mean * MAX_SPREAD;
}

const isCut = (draft: Draft, piece: Piece): boolean => {
  const last = before(draft, piece.at)?.text ?? '';
  return (
    last.length >= MIN_PIECE &&
    !sentenceEnd.test(last) &&
    /^[\p{L}\p{N}”’」』》）)，、]/u.test(piece.block.text.slice(piece.length))
  );
};

/** Numerals at the start of blocks: takes them out and joins what was cut in the middle of a sentence. */
function atStarts(draft: Draft): Draft {
  const found = pieces(draft);
  const begin = found[0]?.number ?? 0;
  const counted = found.length >= MIN_PAGES && begin <= 2 && found.every(({ number }, i) => number === i + begin);
  const cuts = found.slice(1).filter((piece) => isCut(draft, piece));
  const regular = even(found.map(({ block }) => block.text.length));
  if (!counted || !regular || cuts.length < MIN_PAGES - 1 || cuts.length < (found.length - 1) * 0.6) return draft;
  const cutAt = new Set(cuts.map(({ at }) => at));
  const pieceAt = new Map(found.map((piece) => [piece.at, piece]));
  const parts: Part[] = [];
  draft.forEach((part, at) => {
    const piece = pieceAt.get(at);
    if (!piece) {
      parts.push(part);
      return;
    }
    const text = piece.block.text.slice(piece.length);
    const last = parts.findLastIndex(({ block }) => block !== null);
    const open = textBlock(parts[last]);
    parts.push(out(piece.block.text.slice(0, piece.length), 'page number'));
    if (cutAt.has(at) && open) {
      parts.splice(last, 1);
      parts.push({ block: { ...open, text: open.text + text } });
    } else parts.push({ block: { ...piece.block, text } });
  });
  return parts;
}

/** The same where the pieces were run together: numerals inside one block, each between two letters. */
function insideOne(block: TextBlock): Part[] {
  const found = [...block.text.matchAll(/(?<=\p{L})(\d{1,3})、(?=\p{L})/gu)];
  const first = marker.exec(block.text);
  const starts = first ? [{ number: Number(first[1]), start: 0, end: first[0].length }] : [];
  const marks = [
    ...starts,
    ...found.map(({ 0: mark, 1: digits, index }) => ({
      number: Number(digits),
      start: index,
      end: index + mark.length,
    })),
  ];
  const shift = starts.length > 0 ? 1 : (marks[0]?.number ?? 0);
  const counted = shift <= 2 && marks.length >= MIN_PAGES && marks.every(({ number }, i) => number === i + shift);
  const gaps = marks.slice(1).map(({ start }, i) => start - (marks[i]?.end ?? 0));
  if (!counted || gaps.some((gap) => gap < MIN_PIECE) || !even([...gaps, 0])) return [{ block }];
  let text = '';
  let from = 0;
  for (const { start, end } of marks) {
    text += block.text.slice(from, start);
    from = end;
  }
  text += block.text.slice(from);
  return [
    ...marks.map(({ start, end }) => out(block.text.slice(start, end), 'page number')),
    { block: { ...block, text } },
  ];
}

export const pageNumerals = (draft: Draft): Draft =>
  atStarts(draft).flatMap((part) => {
    const block = textBlock(part);
    return block && block.text.length > MIN_PIECE * MIN_PAGES ? insideOne(block) : [part];
  });
