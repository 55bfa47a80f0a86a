// A page's pieces of text with their places → segments: runs on one baseline without a wide gap.
import { normalForm } from '../../../services/domain/text.js';
import { columns } from '../lines.js';

/** A piece of text, with its place on the page set upright: x to the right, y (of the baseline) downwards, in points. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A ruled table; `columns` are the edges of its columns. */
export interface Table {
  readonly rows: readonly (readonly string[])[];
  readonly header: boolean;
  readonly columns: readonly number[];
}

export interface Segment {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  /** how sure OCR is of it, 0 to 1, where OCR read it */
  readonly ocr?: number;
  /** a whole table stands here, `y` is its top; it has no text of its own */
  readonly table?: Table;
}

/** Gaps, in widths of a character: beyond the first, a segment ends; a space narrower than the second is no space in Chinese. */
const wideGap = 2;
const chineseSpace = 0.5;
/** How far a piece may lie off the baseline (raised and lowered figures do), in sizes. */
const offBaseline = 0.45;

const han = /[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;
const endsHan = (text: string): boolean => han.test(text.at(-1) ?? '');
const startsHan = (text: string): boolean => han.test(text[0] ?? '');

/** Signs in the form that they take in vertical writing → the signs. */
const verticalForms = new Map(
  [
    ...'︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︱—︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』﹇［﹈］',
  ]
    .map((sign, i, all) => [sign, all[i + 1] ?? sign] as const)
    .filter((_, i) => i % 2 === 0),
);

/** Radicals, compatibility ideographs and vertical forms, which PDFs have in place of the characters that they look like. */
export const asCharacters = (text: string): string =>
  text
    .replace(/[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu, normalForm)
    .replace(/[\ufe10-\ufe19\ufe31-\ufe48]/g, (sign) => verticalForms.get(sign) ?? sign);

/** A piece in two where it crosses `x`, if there is a space near it; otherwise as it is. */
export function splitAt(piece: Piece, x: number): Piece[] {
  const characters = [...piece.text];
  const lengths = characters.map(columns);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const wanted = ((x - piece.x) / piece.width) * total;
  let at = 0;
  const spaces = characters.flatMap((character, i) => {
    const middle = at + (lengths[i] ?? 0) / 2;
    at += lengths[i] ?? 0;
    return character.trim() === '' ? [{ i, before: at, off: Math.abs(middle - wanted) }] : [];
  });
  const nearest = spaces.sort((a, b) => a.off - b.off)[0];
  if (!nearest || nearest.off > 5) return [piece];
  const part = (nearest.before / total) * piece.width;
  return [
    { ...piece, text: characters.slice(0, nearest.i).join(''), width: part },
    { ...piece, text: characters.slice(nearest.i + 1).join(''), x: piece.x + part, width: piece.width - part },
  ];
}

/** Text drawn twice at one place to look bold is one text. */
function withoutDoubles(pieces: readonly Piece[]): Piece[] {
  const drawn = new Map<string, Piece[]>();
  return pieces.filter((piece) => {
    const same = drawn.get(piece.text) ?? [];
    const near = same
      .slice(-20)
      .some(
        (other) => Math.hypot(other.x - piece.x, other.y - piece.y) < 0.15 * piece.size && piece.text.trim() !== '',
      );
    if (!near) drawn.set(piece.text, [...same.slice(-19), piece]);
    return !near;
  });
}

/** The segments of a page in the order they were drawn. */
export function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = [];
  let open: { text: string; x0: number; x1: number; y: number; size: number } | null = null;
  let spaced = false;
  const close = (): void => {
    if (open && open.text.trim() !== '') segments.push({ ...open, text: asCharacters(open.text.trim()) });
    open = null;
    spaced = false;
  };
  for (const piece of withoutDoubles(pieces)) {
    if (piece.text === '') continue;
    if (piece.text.trim() === '') {
      spaced = open !== null;
      continue;
    }
    const size: number = Math.max(piece.size, open?.size ?? 0);
    const gap: number = open ? piece.x - open.x1 : 0;
    if (open && Math.abs(piece.y - open.y) <= offBaseline * size && gap > -0.7 * size && gap <= wideGap * size) {
      const between =
        endsHan(open.text) && startsHan(piece.text) ? gap > chineseSpace * size : spaced || gap > 0.3 * size;
      open.text += (between ? ' ' : '') + piece.text;
      open.x1 = Math.max(open.x1, piece.x + piece.width);
      // A line's size and baseline are those of its larger pieces.
      if (piece.size > open.size) open.y = piece.y;
      open.size = size;
      spaced = false;
    } else {
      close();
      open = { text: piece.text, x0: piece.x, x1: piece.x + piece.width, y: piece.y, size: piece.size };
    }
  }
  close();
  return segments;
}
