// Queues files once more: those that failed, those of which parts could not be read, and, by name, those that were removed.
import { existsSync } from 'node:fs';
import type { AppError, ErrorCode } from '../domain/errors.js';
import type { RetryRequest } from '../domain/report.js';
import type { LedgerEntry } from './ledger.js';
import type { Catalogue } from './open.js';
import type { NewJob } from './queue.js';

/** Of a file that was read in part only the bytes are known to be the same: it must be told to be read anew. */
function chosen({ files, code, list }: RetryRequest, { ledger }: Catalogue): LedgerEntry[] {
  const named = files && new Set(files);
  const wanted = (entry: LedgerEntry): boolean =>
    (!named || named.has(entry.file)) && (code === undefined || entry.code === code);
  if (list === 'removed') {
    const entries = (files ?? []).map((file) => ledger.get(file));
    return entries.filter((entry) => entry?.status === 'removed') as LedgerEntry[]; // none of them is null
  }
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

/** A file that was too large when it was sent is not there to be read: it fails as it did, until it is sent again. */
function failureOf({ path, archive, code, errorValues }: LedgerEntry): NewJob['failure'] {
  if (path !== '' || archive !== null || code === null) return undefined;
  return { code: code as ErrorCode, values: JSON.parse(errorValues ?? '{}') as AppError['values'] }; // as the pipeline stored them
}

/** The file may have gone from where it was read; what was read is kept. */
function pathOf({ path, contentHash }: LedgerEntry, { originals }: Catalogue): string {
  const isGone = contentHash !== null && !existsSync(path) && originals.has(contentHash);
  return isGone ? originals.path(contentHash) : path;
}

/** Queues what the ledger knows of these files once more, as a run of its own. Call inside Catalogue.transaction. */
export function queueAgain(catalogue: Catalogue, entries: readonly LedgerEntry[]): number {
  const { queue } = catalogue;
  const metadata = queue.metadataOf(entries.map(({ file }) => file));
  const jobs = entries.map((entry): NewJob => {
    const { file, root, archive } = entry;
    const failure = failureOf(entry);
    return {
      file,
      root,
      path: pathOf(entry, catalogue),
      archive,
      metadata: metadata.get(file) ?? null,
      ...(failure && { failure }),
    };
  });
  return queue.add(jobs, 0);
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
    return { run: queueAgain(catalogue, [...entries.values()]), files: entries.size };
  });
}
