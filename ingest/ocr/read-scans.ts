// A file's way through prepare when it has pages without text of their own: OCR reads them, and it is prepared with them.
import type { RecognisedPages } from '../../services/catalogue/recognised.js';
import { asAppError } from '../../services/domain/errors.js';
import type { RecognisedPage } from '../blocks.js';
import type { Prepared } from '../prepare.js';
import type { PreparePool } from '../prepare-pool.js';
import type { PrepareTask } from '../prepare-process.js';
import type { FileBytes } from './page-picture.js';
import type { Recognizer } from './recognizer.js';

/** How far OCR has come with a file. */
export interface OcrProgress {
  readonly file: string;
  readonly done: number;
  readonly pages: number;
}
/** A page that was read just now; `confidence` is null when it failed or nothing stood there. */
export interface PageRead extends OcrProgress {
  readonly page: number;
  readonly ms: number;
  readonly confidence: number | null;
}
export interface Ocr {
  readonly recognizer: Recognizer;
  /** of one file */
  readonly maxPages: number;
  /** of one page */
  readonly timeoutS: number;
  readonly onPage?: (page: PageRead) => void;
}
export interface ScanDeps {
  readonly pool: PreparePool;
  readonly catalogue: { readonly recognised: RecognisedPages };
  /** absent when it is switched off */
  readonly ocr?: Ocr;
}

/** Mean by length. */
function confidence({ lines }: RecognisedPage): number | null {
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  return length === 0 ? null : lines.reduce((sum, line) => sum + line.text.length * line.confidence, 0) / length;
}

type Scan = Extract<Prepared, { kind: 'scan' }>;
/** A file to prepare, by where it lies or by its bytes. */
export type ScanTask = Omit<PrepareTask, 'ocr' | 'path'> & FileBytes;

/** What was read of `pages`; a page that fails is left out. Pages go in parallel over the recognizer's processes. */
async function readPages(
  task: ScanTask,
  format: Scan['format'],
  pages: readonly number[],
  { recognised }: ScanDeps['catalogue'],
  { recognizer, onPage }: Ocr,
): Promise<RecognisedPage[]> {
  const { file, contentHash } = task;
  const lying: FileBytes = 'path' in task ? { path: task.path } : { bytes: task.bytes };
  let done = 0;
  const read = async (page: number): Promise<RecognisedPage | null> => {
    const known = recognised.get(contentHash, page, recognizer.name);
    if (known !== null) {
      done++;
      return JSON.parse(known) as RecognisedPage; // put below, under a name that changes with its shape
    }
    const started = performance.now();
    let result: RecognisedPage | null = null;
    try {
      result = await recognizer.recognise({ ...lying, format, page });
      recognised.put(contentHash, page, recognizer.name, JSON.stringify(result));
    } catch (cause) {
      if (asAppError(cause, 'STORAGE_FAILED').code !== 'OCR_FAILED') throw cause;
    }
    const ms = Math.round(performance.now() - started);
    onPage?.({ file, page, done: ++done, pages: pages.length, ms, confidence: result && confidence(result) });
    return result;
  };
  return (await Promise.all(pages.map(read))).filter((page) => page !== null);
}

/**
 * Prepares a file, with what OCR reads where it is switched on. The time that takes counts for no limit but OCR's own.
 * @throws AppError as prepare does, or OCR_FAILED when there is no text and pages could not be read
 */
export async function prepareWithOcr(task: ScanTask, { pool, catalogue, ocr }: ScanDeps): Promise<Prepared> {
  const first = await pool.prepare({ ...task, ocr: ocr ? 'ask' : 'off' });
  if (first.kind !== 'scan' || !ocr) return first;
  const [within, beyond] = [first.pages.slice(0, ocr.maxPages), new Set(first.pages.slice(ocr.maxPages))];
  const pages = await readPages(task, first.format, within, catalogue, ocr);
  const prepared = await pool.prepare({ ...task, ocr: pages });
  if (prepared.kind !== 'document' || beyond.size === 0) return prepared;
  const unread = prepared.version.unread.map((part) =>
    part.page !== null && beyond.has(part.page) ? { ...part, reason: 'scan' as const } : part,
  );
  return { ...prepared, version: { ...prepared.version, unread } };
}
