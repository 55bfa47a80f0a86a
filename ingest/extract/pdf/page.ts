// A page of a pdf → its lines in reading order, set upright, and whether OCR has to read it instead.
import type { RecognisedPage } from '../../blocks.js';
import { blockText } from '../block-text.js';
import { type Drawn, drawnOn, nothingDrawn } from './drawn.js';
import { linesOf, type PageLine } from './lines.js';
import { asMatrix, type Matrix, place, quarterTurns, times, upright } from './matrix.js';
import type { PdfAnnotation, PdfDocument, PdfItem, PdfPage } from './pdfjs.js';
import { recognisedSegments } from './recognised.js';
import { asCharacters, type Piece, segmentsOf } from './segments.js';
import { needsOcr, readableIn } from './sight.js';
import { tablesOf } from './tables.js';

export interface ReadPage {
  readonly lines: readonly PageLine[];
  readonly height: number;
  /** text that stands at another angle than most of the page's: watermarks, labels on the side */
  readonly rotated: string;
  readonly scan: boolean;
}

/** More pieces than a page can show; what else there is is noise of a broken or hostile file. */
const mostPieces = 200_000;

interface Placed {
  readonly item: PdfItem;
  /** quarter turns; null: aslant */
  readonly turns: number | null;
  readonly vertical: boolean;
}

/** The direction of writing on the page as seen. In vertical writing it is down. */
function turnsOf({ transform }: PdfItem, vertical: boolean, base: Matrix): number | null {
  const [ta, tb, tc, td] = asMatrix(transform);
  const [x, y] = vertical ? [-tc, -td] : [ta, tb];
  return quarterTurns({ x: base[0] * x + base[2] * y, y: base[1] * x + base[3] * y });
}

function pieceOf({ item, vertical }: Placed, matrix: Matrix): Piece {
  const [ta, tb, tc, td, e, f] = asMatrix(item.transform);
  const at = place(matrix, e, f);
  // Numbers beyond all measure give no place; the text counts all the same.
  const [x, y] = [at.x, at.y].map((length) => (Number.isFinite(length) ? length : 0)) as [number, number];
  const size = Math.hypot(tc, td) || Math.hypot(ta, tb);
  // A vertical line's place is the middle of its upper edge; its baseline, once turned, runs along its left side.
  return vertical
    ? { text: asCharacters(item.str), x, y: y + 0.35 * size, width: item.height, size }
    : { text: asCharacters(item.str), x, y, width: item.width, size };
}

/** What was filled into a form, and notes written onto the page, in their places; else what their appearance says. */
function filledIn(annotation: PdfAnnotation, words: ReadonlyMap<string, string>): PdfItem[] {
  const { id, subtype, fieldType, fieldValue, rect, hidden } = annotation;
  const value = Array.isArray(fieldValue) ? fieldValue.join(' ') : fieldValue;
  const isField = subtype === 'Widget' && (fieldType === 'Tx' || fieldType === 'Ch');
  const given = isField ? value : subtype === 'FreeText' ? annotation.contentsObj?.str : undefined;
  const text = typeof given === 'string' && given.trim() !== '' ? given : words.get(id);
  const [x0 = 0, y0 = 0, x1 = 0] = rect;
  if (hidden || text === undefined || text.trim() === '') return [];
  const size = 10;
  const transform = [size, 0, 0, size, x0, y0 + 0.3 * size];
  return [{ str: blockText(text), transform, width: x1 - x0, height: size, fontName: '' }];
}

/** The direction in which most of the text runs. */
function mainTurns(placed: readonly Placed[]): number {
  const lengths = [0, 0, 0, 0];
  for (const { item, turns } of placed) {
    if (turns !== null) lengths[turns] = (lengths[turns] ?? 0) + item.str.trim().length;
  }
  return lengths.indexOf(Math.max(...lengths));
}

/** Characters in fonts whose glyphs have no mapping: pdf.js then gives the numbers of the glyphs as text. */
function unmappedIn(items: readonly PdfItem[], fonts: PdfPage['commonObjs']): number {
  const unmapped = new Map<string, boolean>();
  const isUnmapped = (name: string): boolean => {
    const font = fonts.has(name) ? fonts.get(name) : null;
    if (font === null || typeof font !== 'object') return false;
    const { composite, toUnicode } = font as { readonly composite?: boolean; readonly toUnicode?: object | null }; // pdf.js, exportData
    return composite === true && typeof toUnicode === 'object' && toUnicode !== null && 'firstChar' in toUnicode;
  };
  let count = 0;
  for (const { str, fontName } of items) {
    const known = unmapped.get(fontName) ?? isUnmapped(fontName);
    unmapped.set(fontName, known);
    if (known) count += str.replace(/\s+/g, '').length;
  }
  return count;
}

async function drawingsOf(page: PdfPage, base: Matrix, width: number, height: number): Promise<Drawn> {
  try {
    return drawnOn(await page.getOperatorList(), base, width, height);
  } catch {
    return nothingDrawn; // the text was read: without the drawings there are no tables
  }
}

/** Text at other angles: direction after direction, each in its own reading order; aslant, as it was drawn. */
function rotatedText(placed: readonly Placed[], main: number, base: Matrix, width: number, height: number): string {
  const parts = [0, 1, 2, 3]
    .filter((turns) => turns !== main)
    .flatMap((turns) => {
      const matrix = times(upright(turns, width, height), base);
      const pieces = placed.filter((one) => one.turns === turns).map((one) => pieceOf(one, matrix));
      return linesOf(segmentsOf(pieces), 0).map((line) => line.text);
    });
  const aslant = placed.filter(({ turns }) => turns === null).map(({ item }) => asCharacters(item.str));
  return blockText([...parts, aslant.join('')].join('\n'));
}

/**
 * `drawings`: whether what is drawn is looked at too; it takes as long again as the text.
 * What OCR read of a page stands for it, unless the page itself says more that can be read.
 */
export async function readPage(
  document: PdfDocument,
  number: number,
  recognised: RecognisedPage | undefined,
  drawings: boolean,
): Promise<ReadPage> {
  if (!recognised) return ownPage(document, number, drawings);
  const lines = linesOf(recognisedSegments(recognised), number);
  const read = readableIn({ text: lines.map(({ text }) => text).join(''), unmapped: 0 });
  const own = await ownPage(document, number, true).catch(() => null); // OCR may have read what pdf.js cannot
  if (own && own.readable > read) return { ...own, scan: false };
  return { lines, height: recognised.height, rotated: '', scan: false };
}

interface OwnPage extends ReadPage {
  readonly readable: number;
}

async function ownPage(document: PdfDocument, number: number, drawings: boolean): Promise<OwnPage> {
  const page = await document.getPage(number);
  try {
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const base = asMatrix(transform);
    const { items: all, styles } = await page.getTextContent();
    const items = all.flatMap((item) => ('str' in item ? [item] : [])).slice(0, mostPieces);
    const written = items.reduce((sum, { str }) => sum + str.trim().length, 0);
    const drawn = drawings || written < 50 ? await drawingsOf(page, base, width, height) : nothingDrawn;
    const filled = (await page.getAnnotations()).flatMap((annotation) => filledIn(annotation, drawn.words));
    const placed = [...items, ...filled].map((item): Placed => {
      const vertical = styles[item.fontName]?.vertical === true;
      return { item, vertical, turns: turnsOf(item, vertical, base) };
    });
    const main = mainTurns(placed);
    const turned = upright(main, width, height);
    const pieces = placed.filter(({ turns }) => turns === main).map((one) => pieceOf(one, times(turned, base)));
    const rules = drawn.rules.map((rule) => turnedRule(rule, turned));
    const { tables, rest } = tablesOf(rules, pieces);
    const text = [...items, ...filled].map(({ str }) => str).join('');
    const unmapped = unmappedIn(items, page.commonObjs);
    return {
      lines: linesOf([...segmentsOf(rest), ...tables], number),
      height: main % 2 === 0 ? height : width,
      rotated: rotatedText(placed, main, base, width, height),
      scan: needsOcr({ text, unmapped, pictures: drawn.pictures, curves: drawn.curves }),
      readable: readableIn({ text, unmapped }),
    };
  } finally {
    page.cleanup();
  }
}

function turnedRule({ horizontal, at, from, to }: Drawn['rules'][number], turned: Matrix): Drawn['rules'][number] {
  const a = horizontal ? place(turned, from, at) : place(turned, at, from);
  const b = horizontal ? place(turned, to, at) : place(turned, at, to);
  const level = Math.abs(a.x - b.x) > Math.abs(a.y - b.y);
  return level
    ? { horizontal: true, at: a.y, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) }
    : { horizontal: false, at: a.x, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) };
}
