// One call of ingest: plans the run, starts a worker, and follows the run in the catalogue to its end.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Settings } from '../../config/settings.js';
import { readMetadataFile } from '../../ingest/metadata/file.js';
import { plan } from '../../ingest/plan.js';
import { source } from '../../ingest/source.js';
import { superviseWorker } from '../../ingest/supervise.js';
import { openCatalogue } from '../catalogue/open.js';
import type { LedgerLine, LedgerSummary } from '../domain/ledger.js';
import { readModel } from '../embedding/model.js';

const POLL_MS = 100;

export interface IngestOptions {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly paths: readonly string[];
  readonly metadataFile?: string;
  /** environment of the worker beside the present one */
  readonly env?: Record<string, string>;
  readonly onPlanned?: (files: number) => void;
  readonly onLine?: (line: LedgerLine) => void;
}
export interface IngestResult {
  readonly summary: LedgerSummary;
  /** share of the ingest's time that the embedding processes computed, 0 … 1; null when nothing was embedded here */
  readonly embedBusy: number | null;
}

/** Works whether a server runs on the same data or not: whichever worker holds the lease does the jobs. */
export async function runIngest({
  settings,
  logger,
  paths,
  metadataFile,
  env,
  onPlanned,
  onLine,
}: IngestOptions): Promise<IngestResult> {
  readModel(settings.YANJU_MODEL_DIR); // tells at once what the worker would only find later
  const files = source(paths);
  const metadata = metadataFile === undefined ? null : readMetadataFile(metadataFile);
  const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
  try {
    const run = plan(catalogue, files, (file) => {
      const given = metadata?.get(file);
      return given ? JSON.stringify(given) : null;
    });
    onPlanned?.(files.files.length);
    const worker = superviseWorker({ untilIdle: true, logger, ...(env && { env }) });
    let failure: unknown = null;
    worker.done.catch((error) => {
      failure = error;
    });
    try {
      for (let last = 0; ; ) {
        const finished = catalogue.queue.run(run)?.finishedAt != null; // before the lines, so that none is missed
        for (const { job, line } of catalogue.queue.lines(run, last)) {
          last = job;
          onLine?.(line);
        }
        if (finished) break;
        if (failure) throw failure;
        await sleep(POLL_MS);
      }
      const summary = catalogue.queue.summary(run);
      if (!summary) throw new Error('a finished run has a summary');
      await worker.done.catch(() => {}); // it ends by itself; its measure comes last
      const measured = worker.measured();
      return {
        summary,
        embedBusy:
          measured && measured.embedBusyMs > 0 ? measured.embedBusyMs / (measured.embedProcesses * measured.ms) : null,
      };
    } finally {
      await worker.stop();
    }
  } finally {
    catalogue.close();
  }
}
