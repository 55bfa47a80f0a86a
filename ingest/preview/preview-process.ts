// A child process that makes previews of originals: what a file holds can crash or hang this process only.
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { serve } from '../../services/process/child.js';
import { type PageTask, pagePicture } from '../ocr/page-picture.js';
import { asSharp } from '../ocr/picture.js';
import { docxMarkup } from './docx-markup.js';
import { htmlMarkup } from './html-markup.js';
import { textMarkup } from './text-markup.js';

export interface MarkupTask {
  readonly path: string;
  readonly format: 'html' | 'txt' | 'md' | 'docx';
  /** of the markup made */
  readonly mostBytes: number;
}
/** Errors do not keep their class between processes. */
export type MarkupResult = { readonly markup: string } | { readonly why: string };
export type PageResult = { readonly bytes: Uint8Array } | { readonly why: string };

/** Wide enough to read small print of an A4 page on a sharp screen. */
const mostWidth = 1240;
const mostHeight = 3000;
const quality = 82;

sharp.cache(false);
sharp.concurrency(1);

const why = (cause: unknown): { why: string } => ({ why: cause instanceof Error ? cause.message : String(cause) });

async function markup({ path, format, mostBytes }: MarkupTask): Promise<MarkupResult> {
  try {
    const bytes = await readFile(path);
    const made =
      format === 'docx' ? await docxMarkup(bytes) : format === 'html' ? htmlMarkup(bytes) : textMarkup(bytes);
    return Buffer.byteLength(made) > mostBytes ? { why: `more than ${mostBytes} bytes` } : { markup: made };
  } catch (cause) {
    return why(cause);
  }
}

async function page(task: PageTask): Promise<PageResult> {
  try {
    const { picture } = await pagePicture(task);
    const drawn = asSharp(picture).resize({
      width: mostWidth,
      height: mostHeight,
      fit: 'inside',
      withoutEnlargement: true,
    });
    return { bytes: await drawn.webp({ quality }).toBuffer() };
  } catch (cause) {
    return why(cause);
  }
}

serve({ markup, page });
