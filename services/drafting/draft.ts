// A draft as the check takes it: read from a file or given as text, with what the archive's own extraction made of it.
import type { Metadata, OutlineEntry } from '../domain/document.js';

export interface ReadDraft {
  /** the archive's stored form: cleaned, a block a line */
  readonly text: string;
  readonly outline: readonly OutlineEntry[];
  readonly metadata: Metadata;
}

/** Reads a draft in a process of its own. @throws AppError with the reason why it cannot be read */
export type ReadDraftFile = (name: string, bytes: Uint8Array) => Promise<ReadDraft>;
