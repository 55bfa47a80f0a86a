// What flows through the ingest's pure steps: extract → clean → structure → chunk.
import type { Format, OutlineEntry, RemovedPart, UnreadPart } from '../services/domain/document.js';

/**
 * Where a block stood, as far as the file's markup tells; extract sets it, clean judges it.
 * navigation: in nav, header, aside, a menu, a form control, or hidden; footer: in a footer (also a Word file's headers and
 * footers); links: nearly all of it is links; markup: tags and comments of a file of data (xml).
 */
export type Hint = 'navigation' | 'footer' | 'links' | 'markup';

/** Where in the file a block was read, and how. */
interface Read {
  /** counts from 1; absent in formats without pages */
  readonly page?: number;
  /** mean confidence, 0 to 1, where OCR read it */
  readonly ocr?: number;
}

/** A block of a document in reading order, as its file shows it. */
export type Block = Read &
  (
    | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly hint?: Hint }
    | { readonly kind: 'paragraph'; readonly text: string; readonly hint?: Hint }
    | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[]; readonly header: boolean }
  );

/** What extract gives: the file's text, whole and in order, nothing judged yet. Texts hold no line breaks except within a table's cell. */
export interface Extracted {
  readonly format: Format;
  readonly blocks: readonly Block[];
  /** pages in the file, where the format has them */
  readonly pages: number | null;
  /** encoding that the bytes were read in, for html, txt and md */
  readonly encoding: string | null;
  /** title that the file itself gives (html <title>, docx properties): a candidate only */
  readonly declaredTitle: string | null;
  /** named values that the file states about itself: meta tags, official tables of 索引号/发文字号/成文日期, front matter */
  readonly declared: Readonly<Record<string, string>>;
  /** parts that could not be read; absent when the file was read whole */
  readonly unread?: readonly UnreadPart[];
  /** pages, counted from 1, whose text is missing or unusable: to be read by OCR; absent when there are none */
  readonly scans?: readonly number[];
}

/** A line that OCR read. The box is in the page's own units, y downwards. */
export interface RecognisedLine {
  readonly text: string;
  /** 0 to 1 */
  readonly confidence: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** A page that OCR read: its lines, and its size in the same units as their boxes (points, 1/72 inch, where it has a size). */
export interface RecognisedPage {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly RecognisedLine[];
}

/** What clean gives: the blocks kept, and every part taken out, with the reason; `before` counts blocks kept ahead of it. */
export interface Cleaned {
  readonly blocks: readonly Block[];
  readonly removed: readonly { readonly text: string; readonly reason: RemovalReason; readonly before: number }[];
  /** as in Extracted: tells which of several lines is the title */
  readonly declaredTitle?: string | null;
}
export type RemovalReason =
  | 'navigation'
  | 'advert'
  | 'share'
  | 'related'
  | 'footer'
  | 'watermark'
  | 'page number'
  | 'running header'
  | 'markup'
  | 'repeated title';

/** A line of the stored text: one block, or one row of a table. `level` is set on headings and on 条. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly kind: 'title' | 'heading' | 'article' | 'paragraph' | 'row';
  /** 1 … 9 for headings, from the top; absent for paragraphs and rows */
  readonly level?: number;
  readonly page?: number;
  /** mean confidence, where OCR read it */
  readonly ocr?: number;
  /** for rows: the table's header row, where it has one */
  readonly tableHeader?: string;
}

/** What structure gives: the stored text and what lies where in it. `text.slice(line.start, line.end)` has no line break. */
export interface Structured {
  readonly text: string;
  readonly lines: readonly Line[];
  /** headings and 条, in order */
  readonly outline: readonly OutlineEntry[];
  readonly removed: readonly RemovedPart[];
  /** the document's own title line, where one was recognised */
  readonly title: { readonly text: string; readonly start: number; readonly end: number } | null;
}

/** What chunk gives. `heading` is the path of headings above the passage, from the top, without the document's title. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly heading: readonly string[];
  readonly page: number | null;
  /** mean confidence by length, where OCR read any of it */
  readonly ocr: number | null;
  /** added for retrieval only: header row of the table that the passage was cut from */
  readonly tableHeader: string | null;
}
