// pdf → blocks, by pdf-parse (pdf.js): pieces of text with their places → segments → lines → paragraphs and tables.
import type { UnreadPart } from '../../services/domain/document.js';
import { AppError } from '../../services/domain/errors.js';
import type { Block, Extracted, RecognisedPage } from '../blocks.js';
import { blockText } from './block-text.js';
import { declaredIn } from './declared.js';
import { damaged, encrypted } from './failure.js';
import { type ReadPage, readPage } from './pdf/page.js';
import { frameLines } from './pdf/page-frame.js';
import { blocksOf } from './pdf/paragraphs.js';
import { openPdf, type PdfDocument } from './pdf/pdfjs.js';
import { asCharacters } from './pdf/segments.js';

/** More pages than any book has. */
const mostPages = 20_000;
/** After so many pages in a row that cannot be read, the rest of the file is given up. */
const mostDamaged = 50;
/** After so long, drawings are no longer looked at, so that a very long file still comes in, if without its tables. */
const drawingsMs = 20_000;

interface Numbered extends ReadPage {
  readonly number: number;
}

async function readPages(
  document: PdfDocument,
  maxTextChars: number,
  recognised: readonly RecognisedPage[],
): Promise<{ readonly pages: Numbered[]; readonly unread: UnreadPart[] }> {
  const pages: Numbered[] = [];
  const unread: UnreadPart[] = [];
  const read = new Map(recognised.map((page) => [page.page, page]));
  const started = Date.now();
  const last = Math.min(document.numPages, mostPages);
  let characters = 0;
  let damage: unknown;
  let inRow = 0;
  for (let number = 1; number <= last && inRow < mostDamaged; number++) {
    try {
      const page = await readPage(document, number, read.get(number), Date.now() - started < drawingsMs);
      pages.push({ ...page, number });
      inRow = 0;
      characters += lengthOf(page);
    } catch (error) {
      damage = error;
      unread.push({ reason: 'page', page: number });
      inRow++;
    }
    if (characters > maxTextChars) throw new AppError('TEXT_TOO_LONG', { limit: maxTextChars });
  }
  const reached = (pages.at(-1)?.number ?? 0) + unread.length;
  if (pages.length === 0) throw damage ?? damaged('structure');
  // The first page that was not tried stands for all that follow.
  if (document.numPages > last || inRow >= mostDamaged) unread.push({ reason: 'page', page: reached + 1 });
  return { pages, unread };
}

const lengthOf = ({ lines, rotated }: ReadPage): number =>
  lines.reduce((sum, { text, table }) => sum + text.length + (table?.rows.flat().join('').length ?? 0), rotated.length);

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return error instanceof Error && error.name === 'PasswordException' ? encrypted(error) : damaged('structure', error);
}

/** Title in the file's properties, where it is more than a file name. */
const propertyTitle = (info: Readonly<Record<string, unknown>>): string | null => {
  const title = typeof info.Title === 'string' ? asCharacters(blockText(info.Title)).slice(0, 300) : '';
  return title === '' || /\.\w{2,4}$/.test(title) ? null : title;
};

async function declaredTitle(document: PdfDocument): Promise<string | null> {
  try {
    return propertyTitle((await document.getMetadata()).info);
  } catch {
    return null; // a candidate only: the text was read
  }
}

/**
 * A page that cannot be read is named in `unread`, one whose text is missing or unusable in `scans`, unless OCR has read it.
 * @throws AppError ENCRYPTED, DAMAGED, NO_TEXT, TEXT_TOO_LONG
 */
export async function readPdf(
  bytes: Uint8Array,
  { maxTextChars }: { maxTextChars: number },
  recognised: readonly RecognisedPage[] = [],
): Promise<Extracted> {
  const file = openPdf(bytes);
  try {
    const document = await file.load();
    const { pages, unread } = await readPages(document, maxTextChars, recognised);
    const lines = pages.flatMap((page) => page.lines);
    const rotated = pages.flatMap(({ rotated, number }): Block[] =>
      rotated === '' ? [] : [{ kind: 'paragraph', text: rotated, page: number }],
    );
    const scans = pages.flatMap(({ scan, number }) => (scan ? [number] : []));
    if (lines.length === 0 && rotated.length === 0 && scans.length === 0) throw new AppError('NO_TEXT');
    const blocks = [...blocksOf(lines, frameLines(pages)), ...rotated];
    return {
      format: 'pdf',
      blocks,
      pages: document.numPages,
      encoding: null,
      declaredTitle: await declaredTitle(document),
      declared: declaredIn(blocks),
      ...(unread.length > 0 && { unread }),
      ...(scans.length > 0 && { scans }),
    };
  } catch (error) {
    throw toAppError(error);
  } finally {
    await file.destroy();
  }
}
