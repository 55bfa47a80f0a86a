// Reads a draft as a document of the archive is read, in a process of its own; its bytes go there by memory, never by a
// file. A scan is read by OCR, and what was read is kept nowhere.
import type { Settings } from '../config/settings.js';
import { AppError } from '../services/domain/errors.js';
import type { ReadDraft, ReadDraftFile, ReadingOptions } from '../services/drafting/draft.js';
import { sha256 } from '../services/hash.js';
import { extractLimits } from './extract/limits.js';
import { draftOcr } from './ocr/draft-ocr.js';
import { type PageRead, prepareWithOcr } from './ocr/read-scans.js';
import { createPreparePool, type PreparePool } from './prepare-pool.js';

export interface DraftReader {
  readonly read: ReadDraftFile;
  close(): Promise<void>;
}

/** An archive's scans are read once; a draft leaves no trace. */
const keepingNothing = { recognised: { get: () => null, put: () => {} } };

/** The process starts with the first draft. */
export function createDraftReader(settings: Settings): DraftReader {
  let pool: PreparePool | null = null;
  const limits = extractLimits(settings);

  async function read(name: string, bytes: Uint8Array, { goesOn, onOcr }: ReadingOptions): Promise<ReadDraft> {
    pool ??= createPreparePool({
      processes: 1,
      timeoutS: settings.YANJU_EXTRACT_TIMEOUT_S,
      memoryMb: settings.YANJU_EXTRACT_MEMORY_MB,
    });
    const task = { file: name, bytes, contentHash: sha256(bytes), given: null, limits };
    const pages: PageRead[] = [];
    const reading = draftOcr(settings, {
      goesOn,
      onPage(page) {
        pages.push(page);
        onOcr(page.done, page.pages);
      },
    });
    try {
      const prepared = await prepareWithOcr(task, {
        pool,
        catalogue: keepingNothing,
        ...(reading && { ocr: reading.ocr }),
      });
      if (prepared.kind === 'archive') throw new AppError('UNSUPPORTED_TYPE', { type: 'zip' });
      if (prepared.kind === 'scan') throw new AppError('NO_TEXT');
      const { text, outline, metadata, unread } = prepared.version;
      return { text, outline, metadata, unread, ocr: readByOcr(pages) };
    } finally {
      await reading?.close();
    }
  }

  return {
    async read(name, bytes, options = withoutLimit) {
      if (bytes.length === 0) throw new AppError('EMPTY_FILE');
      return read(name, bytes, options);
    },
    close: async () => pool?.close(),
  };
}

const withoutLimit: ReadingOptions = { goesOn: () => true, onOcr: () => {} };

/** Pages on which OCR found words. */
function readByOcr(pages: readonly PageRead[]): ReadDraft['ocr'] {
  const read = pages.flatMap(({ confidence }) => confidence ?? []);
  if (read.length === 0) return null;
  const mean = read.reduce((sum, confidence) => sum + confidence, 0) / read.length;
  return { pages: read.length, confidence: Math.floor(100 * mean) / 100 };
}
