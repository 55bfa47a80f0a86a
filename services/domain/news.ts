// What is new to the archive and answers a saved question.
import type { DocumentSummary } from './document.js';
import type { Passage } from './passage.js';
import type { Occurrence } from './result.js';

/** A document's newest text: the first of it that came in, however often its file was read again since. */
export interface Arrival {
  readonly id: string;
  /** the version that brought this text; 1: the document is new, later: its text was changed */
  readonly version: number;
  /** when that version came in, ISO 8601 */
  readonly addedAt: string;
}

export interface Newcomer {
  readonly document: DocumentSummary;
  readonly version: number;
  readonly addedAt: string;
  /** where it answers */
  readonly passage: Passage;
  readonly excerpt: Pick<Occurrence, 'before' | 'match' | 'after'>;
  /** of a wording, in the document; null for a search */
  readonly occurrences: number | null;
  /** start and end of what is cited */
  readonly range: { readonly start: number; readonly end: number };
}
