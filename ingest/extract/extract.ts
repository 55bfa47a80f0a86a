// A file's bytes → its text in blocks: what it is, then the reader of that format.
import type { Format } from '../../services/domain/document.js';
import { AppError } from '../../services/domain/errors.js';
import type { Block, Extracted, RecognisedPage } from '../blocks.js';
import { detectFormat } from './detect.js';
import { readDoc } from './doc.js';
import { readDocx } from './docx.js';
import { asDamaged } from './failure.js';
import { readHtml } from './html.js';
import { readImage } from './image.js';
import { readMht } from './mht.js';
import { readOfd } from './ofd.js';
import { readPdf } from './pdf.js';
import { readRtf } from './rtf.js';
import { readText } from './text.js';

export interface ExtractLimits {
  readonly maxTextChars: number;
  /** over all levels of an archive: files in it, bytes unpacked, and how deep archives may lie in archives */
  readonly maxMembers: number;
  readonly maxUnpackedMb: number;
  readonly maxNesting: number;
}

/** `recognised`: what OCR read of the pages that an earlier call named in `scans`. */
type Reader = (
  bytes: Uint8Array,
  limits: ExtractLimits,
  recognised: readonly RecognisedPage[],
) => Extracted | Promise<Extracted>;

const readers: Readonly<Record<Format, Reader>> = {
  docx: readDocx,
  doc: (bytes) => readDoc(bytes),
  pdf: readPdf,
  html: readHtml,
  txt: (bytes) => readText(bytes, 'txt'),
  md: (bytes) => readText(bytes, 'md'),
  wps: (bytes) => readDoc(bytes, 'wps'),
  rtf: readRtf,
  ofd: readOfd,
  mht: readMht,
  png: (bytes, _limits, recognised) => readImage(bytes, 'png', recognised),
  jpg: (bytes, _limits, recognised) => readImage(bytes, 'jpg', recognised),
  tiff: (bytes, _limits, recognised) => readImage(bytes, 'tiff', recognised),
};

const length = (block: Block): number =>
  block.kind === 'table' ? block.rows.flat().reduce((sum, cell) => sum + cell.length, 0) : block.text.length;

/** @throws AppError EMPTY_FILE, UNSUPPORTED_TYPE, ENCRYPTED, DAMAGED, NO_TEXT, TEXT_TOO_LONG, ENCODING_UNKNOWN */
export async function extract(
  bytes: Uint8Array,
  fileName: string,
  limits: ExtractLimits,
  recognised: readonly RecognisedPage[] = [],
): Promise<Extracted> {
  const format = detectFormat(bytes, fileName);
  let extracted: Extracted;
  try {
    extracted = await readers[format](bytes, limits, recognised);
  } catch (error) {
    throw asDamaged(error);
  }
  const characters = extracted.blocks.reduce((sum, block) => sum + length(block), 0);
  if (characters === 0 && !extracted.scans?.length) throw new AppError('NO_TEXT');
  if (characters > limits.maxTextChars) throw new AppError('TEXT_TOO_LONG', { limit: limits.maxTextChars });
  return extracted;
}
