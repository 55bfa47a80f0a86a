// Reads a draft as a document of the archive is read, in a process of its own; its bytes go there by memory, never by a file.
import type { Settings } from '../config/settings.js';
import { AppError } from '../services/domain/errors.js';
import type { ReadDraftFile } from '../services/drafting/draft.js';
import { sha256 } from '../services/hash.js';
import { extractLimits } from './extract/limits.js';
import { createPreparePool, type PreparePool } from './prepare-pool.js';

export interface DraftReader {
  readonly read: ReadDraftFile;
  close(): Promise<void>;
}

/** The process starts with the first draft. */
export function createDraftReader(settings: Settings): DraftReader {
  let pool: PreparePool | null = null;
  const limits = extractLimits(settings);
  return {
    async read(name, bytes) {
      if (bytes.length === 0) throw new AppError('EMPTY_FILE');
      pool ??= createPreparePool({
        processes: 1,
        timeoutS: settings.YANJU_EXTRACT_TIMEOUT_S,
        memoryMb: settings.YANJU_EXTRACT_MEMORY_MB,
      });
      const task = { file: name, bytes, contentHash: sha256(bytes), given: null, limits, ocr: 'off' as const };
      const prepared = await pool.prepare(task);
      if (prepared.kind !== 'document') throw new AppError('UNSUPPORTED_TYPE', { type: 'zip' });
      const { text, outline, metadata } = prepared.version;
      return { text, outline, metadata };
    },
    close: async () => pool?.close(),
  };
}
