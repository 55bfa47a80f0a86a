// Queues files that failed once more.
import type { LedgerEntry } from './ledger.js';
import type { Catalogue } from './open.js';
import type { NewJob } from './queue.js';

export interface RetryRequest {
  /** all that failed, where none are named; a file that did not fail is passed over */
  readonly files?: readonly string[];
  /** only those that failed with this code */
  readonly code?: string;
}

/** A member that was not unpacked, or unpacked too much, comes anew with the outermost zip: limits count over all of it. */
function entryToQueue(entry: LedgerEntry, { ledger }: Catalogue): LedgerEntry {
  if (entry.path !== '' && !entry.code?.startsWith('ARCHIVE_')) return entry;
  let found = entry;
  while (found.archive !== null) {
    const around = ledger.get(found.archive);
    if (!around) break;
    found = around;
  }
  return found;
}

/** Gives the run, and how many files it begins with. */
export function retry(catalogue: Catalogue, { files, code }: RetryRequest): { run: number; files: number } {
  return catalogue.transaction(() => {
    const wanted = files && new Set(files);
    const failed = catalogue.ledger
      .failed()
      .filter((entry) => (!wanted || wanted.has(entry.file)) && (code === undefined || entry.code === code));
    const entries = new Map(
      failed.map((entry) => {
        const queued = entryToQueue(entry, catalogue);
        return [queued.file, queued] as const;
      }),
    );
    const metadata = catalogue.queue.metadataOf([...entries.keys()]);
    const jobs = [...entries.values()].map(
      ({ file, root, path, archive }): NewJob => ({ file, root, path, archive, metadata: metadata.get(file) ?? null }),
    );
    return { run: catalogue.queue.add(jobs, 0), files: jobs.length };
  });
}
