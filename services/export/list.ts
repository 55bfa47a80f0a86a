// A list that is taken away: what was asked, what was searched, and a row for every hit, occurrence or value.
import type { DocumentSummary } from '../domain/document.js';
import type { Citation } from '../domain/place.js';
import type { StatedTarget } from '../domain/target-table.js';
import type { Taken } from './taken.js';

/** A piece of a row's words; `found` is what was asked for. */
export interface Piece {
  readonly text: string;
  readonly found: boolean;
}

export interface Row {
  readonly document: DocumentSummary;
  readonly citation: Citation;
  readonly heading: readonly string[];
  readonly pieces: readonly Piece[];
  /** confidence where OCR read it */
  readonly ocr: number | null;
  /** titles of documents folded under it */
  readonly also: readonly string[];
  /** what the words state, in a list of targets */
  readonly stated?: Stated;
}

export type Stated = Pick<
  StatedTarget,
  'indicator' | 'comparison' | 'value' | 'valueTo' | 'unit' | 'year' | 'region' | 'folded'
>;

export interface TakenList extends Taken {
  readonly kind: 'search' | 'wording' | 'targets';
  /** what was asked, with its conditions; then how much was found, what was searched, and what is missing: a line each */
  readonly lines: readonly string[];
  readonly rows: readonly Row[];
  /** each document once, after GB/T 7714 */
  readonly references: readonly string[];
}

/** Rows come so many at a time, so that others are answered between. */
export const AT_A_TIME = { search: 100, wording: 200, targets: 20 } as const;

/** Each document's reference once, in the order of the rows. */
export function referencesOf(
  rows: readonly Pick<Row, 'document'>[],
  reference: (document: DocumentSummary) => string,
): string[] {
  const documents = new Map(rows.map(({ document }) => [document.id, document]));
  return [...documents.values()].map(reference);
}
