// A line of the ledger, of a file that was taken in, where a test says nothing else.
import type { LedgerEntry } from '../../services/catalogue/ledger.js';

export const ledgerEntry = (file: string, changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  file,
  root: '',
  path: '',
  status: 'indexed',
  code: null,
  message: null,
  errorValues: null,
  documentId: null,
  contentHash: null,
  recipe: '',
  passages: null,
  archive: null,
  members: null,
  unread: null,
  ms: 1,
  at: '2025-06-01T00:00:00.000Z',
  ...changes,
});
