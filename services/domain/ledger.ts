// The ledger: what became of every file.
import { z } from 'zod';

export const LedgerStatus = z.enum(['indexed', 'unchanged', 'duplicate', 'failed']);
export type LedgerStatus = z.infer<typeof LedgerStatus>;

/** One line a file, as `yanju ingest --json` prints it. `code` and `message` come with `failed`. */
export const LedgerLine = z.object({
  file: z.string(),
  status: LedgerStatus,
  code: z.string().optional(),
  message: z.string().optional(),
  documentId: z.string().optional(),
  passages: z.number().int().optional(),
  /** for a zip: how many files it holds; each has a line of its own */
  members: z.number().int().optional(),
  /** parts of the file that could not be read, though the rest was */
  unread: z.number().int().optional(),
  ms: z.number(),
});
export type LedgerLine = z.infer<typeof LedgerLine>;

/** files = indexed + unchanged + duplicate + failed, always; `removed` stands outside the four. */
export const LedgerSummary = z.object({
  files: z.number().int(),
  indexed: z.number().int(),
  unchanged: z.number().int(),
  duplicate: z.number().int(),
  failed: z.number().int(),
  removed: z.number().int(),
  seconds: z.number(),
  passages: z.number().int(),
});
export type LedgerSummary = z.infer<typeof LedgerSummary>;
