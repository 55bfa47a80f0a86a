// What flows through the ingest's pure steps: extract → clean → structure → chunk.
import type { Format, OutlineEntry, RemovedPart } from '../services/domain/document.js';

/**
 * Where a block stood, as far as the file's markup tells; extract sets it, clean judges it.
 * navigation: in nav, header, aside, a menu, a form control, or hidden; footer: in a footer (also a Word file's headers and
 * footers); links: nearly all of it is links.
 */
export type Hint = 'navigation' | 'footer' | 'links';

/** A block of a document in reading order, as its file shows it. `page` counts from 1; absent in formats without pages. */
export type Block =
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly text: string;
      readonly page?: number;
      readonly hint?: Hint;
    }
  | { readonly kind: 'paragraph'; readonly text: string; readonly page?: number; readonly hint?: Hint }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly string[])[];
      readonly header: boolean;
      readonly page?: number;
    };

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
}

/** What clean gives: the blocks kept, and every part taken out, with the reason; `before` counts blocks kept ahead of it. */
export interface Cleaned {
  readonly blocks: readonly Block[];
  readonly removed: readonly { readonly text: string; readonly reason: RemovalReason; readonly before: number }[];
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
  /** added for retrieval only: header row of the table that the passage was cut from */
  readonly tableHeader: string | null;
}
