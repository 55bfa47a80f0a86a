// A file that has gone: its line in the ledger and its document are marked, and so is all that it held as a zip.
import type { LedgerEntry } from '../services/catalogue/ledger.js';
import type { Catalogue } from '../services/catalogue/open.js';

/** Gives the number of files marked. Call inside Catalogue.transaction. */
export function markGone({ ledger, store }: Catalogue, entry: LedgerEntry, at: string): number {
  const all = [entry, ...ledger.membersOf(entry.file)];
  for (const one of all) {
    if (one.status === 'indexed' && one.documentId) store.markRemoved(one.documentId, at);
    ledger.put({ ...one, status: 'removed', at });
  }
  return all.length;
}
