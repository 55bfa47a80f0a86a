// A draft as the check takes it: read from a file or given as text, with what the archive's own extraction made of it.
import type { DraftReading } from '../domain/check.js';
import type { Metadata, OutlineEntry, UnreadPart } from '../domain/document.js';

export interface ReadDraft {
  /** the archive's stored form: cleaned, a block a line */
  readonly text: string;
  readonly outline: readonly OutlineEntry[];
  readonly metadata: Metadata;
  /** what OCR read of it */
  readonly ocr: DraftReading['ocr'];
  readonly unread: readonly UnreadPart[];
}

export interface ReadingOptions {
  /** Pages that are not read when it says no stay unread. */
  goesOn(): boolean;
  /** how many pages of a scan OCR has read */
  onOcr(done: number, of: number): void;
}

/** Reads a draft in processes of its own. @throws AppError with the reason why it cannot be read */
export type ReadDraftFile = (name: string, bytes: Uint8Array, options?: ReadingOptions) => Promise<ReadDraft>;
