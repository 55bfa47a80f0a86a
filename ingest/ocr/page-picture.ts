// A page of a file as a picture of bounded size: of a PDF it is drawn, of a picture file it is taken.
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Format } from '../../services/domain/document.js';
import { openPdf } from '../extract/pdf/pdfjs.js';
import { asSharp, type Picture, pictureOf } from './picture.js';

/** Where a file's bytes lie; or the bytes themselves, where nothing of it may touch the disk. */
export type FileBytes = { readonly path: string } | { readonly bytes: Uint8Array };

export type PageTask = FileBytes & {
  readonly format: Format;
  /** counted from 1 */
  readonly page: number;
};
export interface PagePicture {
  readonly picture: Picture;
  /** points, 1/72 inch, in a pixel */
  readonly scale: number;
}

const drawnDpi = 200;
const mostPixels = 25_000_000;
/** What a picture file may hold before it is made smaller; a page at 600 dpi has 35 million. */
const mostPixelsIn = 120_000_000;
/** Picture files without a resolution, or with the 72 that cameras put in, are taken for pictures of a screen. */
const screenDpi = 96;

/** What drawing needs of pdf.js beside what reading its text does. */
interface DrawnPdf {
  getPage(number: number): Promise<{
    getViewport(options: { scale: number }): Viewport;
    render(options: { canvasContext: unknown; canvas: unknown; viewport: Viewport }): {
      readonly promise: Promise<void>;
    };
    cleanup(): void;
  }>;
  readonly canvasFactory: { create(width: number, height: number): { canvas: unknown; context: Canvas2d } };
}
interface Viewport {
  readonly width: number;
  readonly height: number;
}
interface Canvas2d {
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
}

/** The file that the page before was of stays open: its pages mostly come one after another. Bytes have no name to know them by. */
let open: { readonly path: string | null; readonly pdf: ReturnType<typeof openPdf> } | null = null;

async function opened(file: FileBytes): Promise<DrawnPdf> {
  const path = 'path' in file ? file.path : null;
  if (path === null || open?.path !== path) {
    await closed();
    open = { path, pdf: openPdf('path' in file ? readFileSync(file.path) : file.bytes, 'decoded') };
  }
  return (await open!.pdf.load()) as unknown as DrawnPdf; // pdf.js's own document, of which pdfjs.ts names another part
}

async function closed(): Promise<void> {
  const before = open;
  open = null;
  await before?.pdf.destroy();
}

async function ofPdf(task: PageTask): Promise<PagePicture> {
  try {
    const document = await opened(task);
    const page = await document.getPage(task.page);
    const size = page.getViewport({ scale: 1 });
    const scale = Math.min(drawnDpi / 72, Math.sqrt(mostPixels / (size.width * size.height)));
    const viewport = page.getViewport({ scale });
    const [width, height] = [Math.max(1, Math.floor(viewport.width)), Math.max(1, Math.floor(viewport.height))];
    const { canvas, context } = document.canvasFactory.create(width, height);
    await page.render({ canvasContext: context, canvas, viewport }).promise;
    const { data } = context.getImageData(0, 0, width, height);
    page.cleanup();
    return { picture: await pictureOf(sharp(data, { raw: { width, height, channels: 4 } })), scale: 1 / scale };
  } catch (cause) {
    await closed();
    throw cause;
  }
}

async function ofImage(task: PageTask): Promise<PagePicture> {
  const image = sharp('path' in task ? task.path : task.bytes, {
    page: task.page - 1,
    limitInputPixels: mostPixelsIn,
    failOn: 'truncated',
  });
  const { density } = await image.metadata();
  const whole = await pictureOf(image.autoOrient());
  const shrink = Math.min(1, Math.sqrt(mostPixels / (whole.width * whole.height)));
  const picture =
    shrink === 1 ? whole : await pictureOf(asSharp(whole).resize({ width: Math.floor(whole.width * shrink) }));
  const dpi = density && density > 72 ? density : screenDpi;
  return { picture, scale: 72 / (dpi * shrink) };
}

/** Turned as the file says (PDF's Rotate, EXIF), on white. @throws Error when the page cannot be drawn */
export const pagePicture = (task: PageTask): Promise<PagePicture> =>
  task.format === 'pdf' ? ofPdf(task) : ofImage(task); // what is no picture either is refused by sharp
