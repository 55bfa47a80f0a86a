// A file's way from bytes to a document ready to be stored: extract → clean → structure → metadata → chunk.
// Runs in a child process of its own (prepare-process.ts); everything but extract is pure.

import type { NewVersion } from '../services/catalogue/store.js';
import { AppError } from '../services/domain/errors.js';
import { normalForm } from '../services/domain/text.js';
import { chunk } from './chunk.js';
import { clean } from './clean.js';
import { embedText } from './embed-text.js';
import { extract } from './extract/extract.js';
import { sha256 } from './hash.js';
import type { GivenMetadata } from './metadata/file.js';
import { readMetadata } from './metadata.js';
import { structure } from './structure.js';

/**
 * Grows when a step's result changes, so that files already in the archive are read anew.
 */
export const ingestVersion = 1;

export interface PrepareInput {
  /** path in the archive */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly contentHash: string;
  readonly given: GivenMetadata | null;
  readonly limits: { readonly maxTextChars: number };
}

/** @throws AppError with the reason why the file cannot be read */
export async function prepare({ file, bytes, contentHash, given, limits }: PrepareInput): Promise<NewVersion> {
  const extracted = await extract(bytes, file.slice(file.lastIndexOf('/') + 1), limits);
  const cleaned = clean(extracted);
  const structured = structure(cleaned);
  const normal = normalForm(structured.text);
  if (normal === '') throw new AppError('NO_TEXT');
  const { metadata, origins } = readMetadata({ structured, extracted, file, ...(given && { given }) });
  return {
    file,
    contentHash,
    textHash: sha256(normal),
    format: extracted.format,
    text: structured.text,
    outline: structured.outline,
    pages: extracted.pages,
    removed: structured.removed,
    metadata,
    origins,
    passages: chunk(structured).map((part) => {
      const text = embedText(metadata.title, part, structured.text.slice(part.start, part.end));
      return {
        start: part.start,
        end: part.end,
        heading: part.heading,
        page: part.page,
        embedText: text,
        embedHash: sha256(text),
      };
    }),
  };
}
