// A file's way from bytes to a document ready to be stored: extract → clean → structure → metadata → chunk.
// Runs in a child process of its own (prepare-process.ts); everything but extract is pure.

import type { NewEmbedding, NewPassage, NewVersion } from '../services/catalogue/store.js';
import type { Format, PageStart } from '../services/domain/document.js';
import { AppError } from '../services/domain/errors.js';
import { normalForm } from '../services/domain/text.js';
import { sha256 } from '../services/hash.js';
import type { Chunk, RecognisedPage, Structured } from './blocks.js';
import { windowsOf } from './chunk/windows.js';
import { chunk } from './chunk.js';
import { clean } from './clean.js';
import { embedText } from './embed-text.js';
import { type Member, type Unpacking, unpackArchive } from './extract/archive/unpack.js';
import { isArchive } from './extract/detect.js';
import { type ExtractLimits, extract } from './extract/extract.js';
import type { GivenMetadata } from './metadata/file.js';
import { readMetadata } from './metadata.js';
import { structure } from './structure.js';

/**
 * Grows when a step's result changes, so that files already in the archive are read anew.
 */
export const ingestVersion = 5;

export interface PrepareInput {
  /** path in the archive */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly contentHash: string;
  readonly given: GivenMetadata | null;
  readonly limits: ExtractLimits;
  /** what OCR read of the pages that were asked for; `ask`: name them; `off`: do without */
  readonly ocr: 'ask' | 'off' | readonly RecognisedPage[];
  /** where to unpack an archive to; without it, an archive is only told to be one */
  readonly unpack?: Unpacking;
}

export type Prepared =
  | { readonly kind: 'document'; readonly version: NewVersion }
  /** pages that OCR must read first */
  | { readonly kind: 'scan'; readonly format: Format; readonly pages: readonly number[] }
  /** a zip of files; `members` is null where it was not to be unpacked */
  | { readonly kind: 'archive'; readonly members: readonly Member[] | null };

/** @throws AppError with the reason why the file cannot be read */
export async function prepare(input: PrepareInput): Promise<Prepared> {
  const { file, bytes, contentHash, given, limits, ocr, unpack } = input;
  if (isArchive(bytes)) return { kind: 'archive', members: unpack ? await unpackArchive(bytes, limits, unpack) : null };
  const recognised = typeof ocr === 'string' ? [] : ocr;
  const extracted = await extract(bytes, file.slice(file.lastIndexOf('/') + 1), limits, recognised);
  if (ocr === 'ask' && extracted.scans?.length) {
    return { kind: 'scan', format: extracted.format, pages: extracted.scans };
  }
  const cleaned = clean(extracted);
  const structured = structure(cleaned);
  const normal = normalForm(structured.text);
  if (normal === '') throw new AppError(ocr !== 'off' && extracted.scans?.length ? 'OCR_FAILED' : 'NO_TEXT');
  const { metadata, origins } = readMetadata({ structured, extracted, file, ...(given && { given }) });
  const version: NewVersion = {
    file,
    contentHash,
    textHash: sha256(normal),
    format: extracted.format,
    text: structured.text,
    outline: structured.outline,
    pages: extracted.pages,
    pageStarts: pageStartsOf(structured),
    removed: structured.removed,
    unread: [
      ...(extracted.unread ?? []),
      ...(extracted.scans ?? []).map((page) => ({
        reason: ocr === 'off' ? ('scan' as const) : ('ocr' as const),
        page,
      })),
    ],
    metadata,
    origins,
    passages: chunk(structured).map((part) => passageOf(part, structured.text, metadata.title)),
  };
  return { kind: 'document', version };
}

function passageOf(part: Chunk, text: string, title: string): NewPassage {
  const embedding = ({ start, end }: { start: number; end: number }): NewEmbedding => {
    const embedded = embedText(title, part, text.slice(start, end));
    return { start, end, embedText: embedded, embedHash: sha256(embedded) };
  };
  const { heading, page, ocr } = part;
  return { ...embedding(part), heading, page, ocr, windows: windowsOf(text, part).map(embedding) };
}

/** A page begins with the first line that begins on it; one that only goes on with a line of the page before has none. */
function pageStartsOf({ lines }: Structured): PageStart[] {
  const found: PageStart[] = [];
  for (const { page, start } of lines) {
    if (page !== undefined && page > (found.at(-1)?.page ?? 0)) found.push({ page, start });
  }
  return found;
}
