// Queues files once more that failed, or of which parts could not be read.
import type { RetryRequest } from '../domain/report.js';
import type { LedgerEntry } from './ledger.js';
import type { Catalogue } from './open.js';
import type { NewJob } from './queue.js';

/** Of a file that was read in part only the bytes are known to be the same: it must be told to be read anew. */
function chosen({ files, code, list }: RetryRequest, { ledger }: Catalogue): LedgerEntry[] {
  const named = files && new Set(files);
  const wanted = (entry: LedgerEntry): boolean =>
    (!named || named.has(entry.file)) && (code === undefined || entry.code === code);
  return [
    ...(list === 'partial' ? [] : ledger.failed().filter(wanted)),
    ...(list === 'failed' ? [] : ledger.partlyRead().filter(wanted)),
  ];
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
export function retry(catalogue: Catalogue, request: RetryRequest): { run: number; files: number } {
  return catalogue.transaction(() => {
    const entries = new Map(
      chosen(request, catalogue).map((entry) => {
        if (entry.status === 'indexed') catalogue.ledger.forgetRecipe(entry.file);
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
