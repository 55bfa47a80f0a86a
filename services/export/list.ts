// A list that is taken away: what was asked, what was searched, and a row for every hit or occurrence.
import type { DocumentSummary } from '../domain/document.js';
import type { Language } from '../domain/messages/language.js';
import type { Citation } from '../domain/place.js';

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
}

export interface TakenList {
  readonly kind: 'search' | 'wording';
  readonly language: Language;
  readonly title: string;
  /** what was asked, with its conditions; then how much was found, what was searched, and what is missing: a line each */
  readonly lines: readonly string[];
  /** what a reader must not overlook: that this is not all, or not complete */
  readonly warnings: readonly string[];
  readonly rows: readonly Row[];
  /** each document once, after GB/T 7714 */
  readonly references: readonly string[];
}

/** Rows come so many at a time, so that others are answered between. */
export const AT_A_TIME = { search: 100, wording: 200 } as const;

export const written = (n: number): string => n.toLocaleString('en-US');

/** 2026-11-25 */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** Each document's reference once, in the order of the rows. */
export function referencesOf(rows: readonly Row[], reference: (document: DocumentSummary) => string): string[] {
  const documents = new Map(rows.map(({ document }) => [document.id, document]));
  return [...documents.values()].map(reference);
}
