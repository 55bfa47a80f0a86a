// Turns a call of ingest into a run of jobs in the queue, and marks what has gone from the folders given.
import type { Catalogue } from '../services/catalogue/open.js';
import { markGone } from './gone.js';
import type { Source } from './source.js';

/** Queues every file; `metadata` gives a file's line of a metadata file, as JSON. Gives the run's id. */
export function plan(catalogue: Catalogue, source: Source, metadata: (file: string) => string | null): number {
  const present = new Set(source.files.map(({ file }) => file));
  return catalogue.transaction(() => {
    const at = new Date().toISOString();
    const gone = source.roots.flatMap((root) => catalogue.ledger.ofRoot(root)).filter(({ file }) => !present.has(file));
    const removed = gone.reduce((sum, entry) => sum + markGone(catalogue, entry, at), 0);
    return catalogue.queue.add(
      source.files.map((file) => ({ ...file, metadata: metadata(file.file), archive: null })),
      removed,
    );
  });
}
