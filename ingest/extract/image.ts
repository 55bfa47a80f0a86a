// png, jpg, tiff → blocks: what OCR read on them, in the order and paragraphs that a PDF's pages are put in.
import type { Block, Extracted, RecognisedPage } from '../blocks.js';
import { declaredIn } from './declared.js';
import { damaged } from './failure.js';
import { linesOf } from './pdf/lines.js';
import { frameLines } from './pdf/page-frame.js';
import { blocksOf } from './pdf/paragraphs.js';
import { recognisedSegments } from './pdf/recognised.js';

export type ImageFormat = 'png' | 'jpg' | 'tiff';

/** Pages of a file that claims more are not asked for. */
const mostPages = 10_000;

/** Loaded when the first picture comes: most archives have none. */
async function pagesIn(bytes: Uint8Array): Promise<number> {
  const { default: sharp } = await import('sharp');
  try {
    return Math.min(mostPages, (await sharp(bytes, { limitInputPixels: false }).metadata()).pages ?? 1);
  } catch (cause) {
    throw damaged('structure', cause);
  }
}

/** @throws AppError DAMAGED */
export async function readImage(
  bytes: Uint8Array,
  format: ImageFormat,
  recognised: readonly RecognisedPage[],
): Promise<Extracted> {
  const pages = await pagesIn(bytes);
  const read = new Map(recognised.map((page) => [page.page, page]));
  const framed = [...read.values()]
    .sort((a, b) => a.page - b.page)
    .map((page) => ({ lines: linesOf(recognisedSegments(page), page.page), height: page.height }));
  const lines = framed.flatMap((page) => page.lines);
  const blocks: Block[] = lines.length === 0 ? [] : blocksOf(lines, frameLines(framed));
  const scans = Array.from({ length: pages }, (_, i) => i + 1).filter((page) => !read.has(page));
  return {
    format,
    blocks,
    pages,
    encoding: null,
    declaredTitle: null,
    declared: declaredIn(blocks),
    ...(scans.length > 0 && { scans }),
  };
}
