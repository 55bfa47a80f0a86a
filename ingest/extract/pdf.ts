// pdf → blocks, by pdf-parse (pdf.js): pieces of text with their places → segments → lines → paragraphs.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PDFParse } from 'pdf-parse';
import { AppError } from '../../services/domain/errors.js';
import type { Block, Extracted } from '../blocks.js';
import { blockText } from './block-text.js';
import { declaredIn } from './declared.js';
import { damaged, encrypted } from './failure.js';
import { linesOf, type PageLine } from './pdf/lines.js';
import { frameLines } from './pdf/page-frame.js';
import { blocksOf } from './pdf/paragraphs.js';
import { type Piece, segmentsOf } from './pdf/segments.js';

/** What is used of pdf.js, whose types pdf-parse does not pass on. */
interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getMetadata(): Promise<{ readonly info: Readonly<Record<string, unknown>> }>;
}
interface PdfPage {
  getViewport(options: { scale: number }): { readonly height: number; readonly transform: readonly number[] };
  getAnnotations(): Promise<readonly PdfAnnotation[]>;
  getTextContent(): Promise<{ readonly items: readonly (PdfItem | { readonly type: string })[] }>;
  cleanup(): void;
}
interface PdfAnnotation {
  readonly subtype: string;
  readonly rect: readonly number[];
  readonly fieldType?: string;
  readonly fieldValue?: unknown;
  readonly hidden?: boolean;
  readonly contentsObj?: { readonly str: string };
}
interface PdfItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

const require = createRequire(import.meta.url);
// pdf.js comes with pdf-parse, so it is looked up from there.
const pdfjs = dirname(createRequire(require.resolve('pdf-parse')).resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => `${join(pdfjs, name)}/`;

const pieceOf = (item: PdfItem, viewport: readonly number[]): Piece => {
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = viewport;
  const [ta = 0, tb = 0, tc = 0, td = 0, x = 0, y = 0] = item.transform;
  // The direction of writing on the page as seen, x to the right and y downwards.
  const along = { x: a * ta + c * tb, y: b * ta + d * tb };
  return {
    text: item.str,
    x: a * x + c * y + e,
    y: b * x + d * y + f,
    width: item.width,
    size: Math.hypot(tc, td) || Math.hypot(ta, tb),
    rotated: Math.abs(along.y) > 0.1 * Math.hypot(along.x, along.y) || along.x < 0,
  };
};

/** What was filled into a form, and notes written onto the page, in their places. */
function filledIn(annotation: PdfAnnotation, viewport: readonly number[]): Piece[] {
  const { subtype, fieldType, fieldValue, rect, hidden } = annotation;
  const value = Array.isArray(fieldValue) ? fieldValue.join(' ') : fieldValue;
  const isField = subtype === 'Widget' && (fieldType === 'Tx' || fieldType === 'Ch');
  const text = isField ? value : subtype === 'FreeText' ? annotation.contentsObj?.str : undefined;
  const [x0 = 0, y0 = 0, x1 = 0] = rect;
  if (hidden || typeof text !== 'string' || text.trim() === '') return [];
  const size = 10;
  const item = { str: blockText(text), transform: [size, 0, 0, size, x0, y0 + 0.3 * size], width: x1 - x0 };
  return [pieceOf(item, viewport)];
}

interface ReadPage {
  readonly lines: readonly PageLine[];
  readonly height: number;
  readonly rotated: string;
}

async function readPage(document: PdfDocument, number: number): Promise<ReadPage> {
  const page = await document.getPage(number);
  const { height, transform } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const annotations = await page.getAnnotations();
  const pieces = [
    ...items.flatMap((item) => ('str' in item ? [pieceOf(item, transform)] : [])),
    ...annotations.flatMap((annotation) => filledIn(annotation, transform)),
  ];
  page.cleanup();
  return {
    lines: linesOf(segmentsOf(pieces), number),
    height,
    rotated: blockText(pieces.flatMap((piece) => (piece.rotated ? [piece.text] : [])).join('')),
  };
}

async function readPages(document: PdfDocument, maxTextChars: number): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  let characters = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await readPage(document, number);
    characters += page.lines.reduce((sum, line) => sum + line.text.length, 0);
    if (characters > maxTextChars) throw new AppError('TEXT_TOO_LONG', { limit: maxTextChars });
    pages.push(page);
  }
  return pages;
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return error instanceof Error && error.name === 'PasswordException' ? encrypted(error) : damaged('structure', error);
}

/** Title in the file's properties, where it is more than a file name. */
const propertyTitle = (info: Readonly<Record<string, unknown>>): string | null => {
  const title = typeof info.Title === 'string' ? blockText(info.Title).slice(0, 300) : '';
  return title === '' || /\.\w{2,4}$/.test(title) ? null : title;
};

/** @throws AppError ENCRYPTED, DAMAGED, NO_TEXT, TEXT_TOO_LONG */
export async function readPdf(bytes: Uint8Array, { maxTextChars }: { maxTextChars: number }): Promise<Extracted> {
  const parser = new PDFParse({
    data: new Uint8Array(bytes), // pdf.js takes the buffer for itself
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    // load() is private in the types; the public methods give text without its places.
    const document = await (parser as unknown as { load(): Promise<PdfDocument> }).load();
    const pages = await readPages(document, maxTextChars);
    const lines = pages.flatMap((page) => page.lines);
    const rotated = pages.flatMap((page, i): Block[] =>
      page.rotated === '' ? [] : [{ kind: 'paragraph', text: page.rotated, page: i + 1 }],
    );
    if (lines.length === 0 && rotated.length === 0) throw new AppError('NO_TEXT');
    const blocks = [...blocksOf(lines, frameLines(pages)), ...rotated];
    const { info } = await document.getMetadata();
    return {
      format: 'pdf',
      blocks,
      pages: document.numPages,
      encoding: null,
      declaredTitle: propertyTitle(info),
      declared: declaredIn(blocks),
    };
  } catch (error) {
    throw toAppError(error);
  } finally {
    await parser.destroy();
  }
}
