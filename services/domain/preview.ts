// What a page can show of an original: hostile until shown otherwise, so it comes as a picture or as sandboxed markup.
import { z } from 'zod';
import type { Format } from './document.js';

/** `markup`: one page of HTML, shown in a sandbox; `pages`: pictures, one a page; `none`: only the download is left. */
export const PreviewKind = z.enum(['markup', 'pages', 'none']);
export type PreviewKind = z.infer<typeof PreviewKind>;

const kinds: Partial<Readonly<Record<Format, PreviewKind>>> = {
  html: 'markup',
  txt: 'markup',
  md: 'markup',
  docx: 'markup',
  pdf: 'pages',
  png: 'pages',
  jpg: 'pages',
  tiff: 'pages',
};
export const previewKindOf = (format: Format): PreviewKind => kinds[format] ?? 'none';

export interface Preview {
  /** names what it was made from: the same name is the same preview */
  readonly name: string;
  /** a whole HTML document in UTF-8, without scripts; to be sent with a policy that allows nothing */
  readonly markup: string;
}

export interface PagePicture {
  readonly name: string;
  readonly type: 'image/webp';
  readonly bytes: Uint8Array;
}

/** Where a stored original lies, and what it is. */
export interface PreviewTask {
  readonly path: string;
  readonly contentHash: string;
  readonly format: Format;
}

/** The port: reads originals in processes of its own, with limits on time, memory and size. */
export interface Previewer {
  /** @throws AppError PREVIEW_UNAVAILABLE, PREVIEW_FAILED */
  markup(task: PreviewTask): Promise<Preview>;
  /** @throws AppError PREVIEW_UNAVAILABLE, PREVIEW_FAILED */
  page(task: PreviewTask & { readonly page: number }): Promise<PagePicture>;
  close(): Promise<void>;
}
