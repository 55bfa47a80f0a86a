// What is used of pdf.js, which comes with pdf-parse and whose types pdf-parse does not pass on.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFParse } from 'pdf-parse';

export interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getMetadata(): Promise<{ readonly info: Readonly<Record<string, unknown>> }>;
}
export interface PdfPage {
  readonly commonObjs: { has(name: string): boolean; get(name: string): unknown };
  getViewport(options: { scale: number }): {
    readonly width: number;
    readonly height: number;
    readonly transform: readonly number[];
  };
  getAnnotations(): Promise<readonly PdfAnnotation[]>;
  getTextContent(): Promise<{
    readonly items: readonly (PdfItem | { readonly type: string })[];
    readonly styles: Readonly<Record<string, { readonly vertical?: boolean }>>;
  }>;
  getOperatorList(): Promise<PdfOperations>;
  cleanup(): void;
}
export interface PdfAnnotation {
  readonly id: string;
  readonly subtype: string;
  readonly rect: readonly number[];
  readonly fieldType?: string;
  readonly fieldValue?: unknown;
  readonly hidden?: boolean;
  readonly contentsObj?: { readonly str: string };
}
export interface PdfItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}
export interface PdfOperations {
  readonly fnArray: readonly number[];
  /** of a shape that goes with the operation */
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

const require = createRequire(import.meta.url);
const folder = dirname(createRequire(require.resolve('pdf-parse')).resolve('pdfjs-dist/package.json'));
const subfolder = (name: string): string => `${join(folder, name)}/`;

/** The numbers of the operations, by name. */
export const { OPS: operations } = (await import(pathToFileURL(join(folder, 'legacy/build/pdf.mjs')).href)) as {
  readonly OPS: Readonly<Record<string, number>>;
}; // the module's types are not resolvable from here

/** More pixels than a page scanned at 600 dpi has; OCR does without larger pictures. */
const mostPixels = 120_000_000;

/**
 * Opens a file without a password, or with an empty one. Whoever opens closes. Pictures are decoded only where pages are
 * to be drawn: they are large, and the text needs their place alone.
 */
export function openPdf(
  bytes: Uint8Array,
  pictures: 'decoded' | 'left out' = 'left out',
): { load(): Promise<PdfDocument>; destroy(): Promise<void> } {
  const parser = new PDFParse({
    data: new Uint8Array(bytes), // pdf.js takes the buffer for itself
    cMapUrl: subfolder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: subfolder('standard_fonts'),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    wasmUrl: subfolder('wasm'),
    maxImageSize: pictures === 'decoded' ? mostPixels : 0,
    // What tells fonts without a mapping to Unicode.
    fontExtraProperties: true,
    verbosity: 0,
  });
  // load() is private in the types; the public methods give text without its places.
  return parser as unknown as { load(): Promise<PdfDocument>; destroy(): Promise<void> };
}
