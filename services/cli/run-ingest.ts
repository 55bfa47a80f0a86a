// One call of ingest or retry: plans the run, starts a worker, and follows the run in the catalogue to its end.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Settings } from '../../config/settings.js';
import { type GivenMetadata, readMetadataFile } from '../../ingest/metadata/file.js';
import type { OcrProgress } from '../../ingest/ocr/read-scans.js';
import { plan } from '../../ingest/plan.js';
import { source } from '../../ingest/source.js';
import { superviseWorker } from '../../ingest/supervise.js';
import { type Catalogue, openCatalogue } from '../catalogue/open.js';
import type { LedgerLine, LedgerSummary } from '../domain/ledger.js';
import { readModel } from '../embedding/model.js';

const POLL_MS = 100;

export interface FollowOptions {
  readonly onOcr?: (pages: OcrProgress) => void;
  readonly settings: Settings;
  readonly logger: Logger;
  /** environment of the worker beside the present one */
  readonly env?: Record<string, string>;
  /** the worker logs warnings only, unless the level is set */
  readonly quiet?: boolean;
  /** again when zips turn out to hold more files */
  readonly onPlanned?: (files: number) => void;
  readonly onLine?: (line: LedgerLine) => void;
}
export interface IngestOptions extends FollowOptions {
  readonly paths: readonly string[];
  readonly metadataFile?: string;
}
export interface IngestResult {
  readonly summary: LedgerSummary;
  /** share of the ingest's time that the embedding processes computed, 0 … 1; null when nothing was embedded here */
  readonly embedBusy: number | null;
}

/**
 * What a metadata file says of each file that is there, as JSON; a zip's comes with that of its members, by their paths
 * inside it (archive.ts hands it on).
 */
function metadataByFile(given: ReadonlyMap<string, GivenMetadata>, files: ReadonlySet<string>): Map<string, string> {
  interface Found {
    own?: GivenMetadata;
    readonly members: Map<string, GivenMetadata>;
  }
  const found = new Map<string, Found>();
  const of = (file: string): Found => {
    const entry = found.get(file) ?? { members: new Map() };
    found.set(file, entry);
    return entry;
  };
  for (const [path, line] of given) {
    if (files.has(path)) of(path).own = line;
    for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
      const zip = path.slice(0, at);
      if (files.has(zip)) of(zip).members.set(path.slice(at + 1), line);
    }
  }
  return new Map(
    [...found].map(([file, { own, members }]) => [
      file,
      JSON.stringify({ ...own, ...(members.size > 0 && { members: Object.fromEntries(members) }) }),
    ]),
  );
}

/** Works whether a server runs on the same data or not: whichever worker holds the lease does the jobs. */
export async function runIngest({ paths, metadataFile, ...options }: IngestOptions): Promise<IngestResult> {
  const files = source(paths);
  const given = metadataFile === undefined ? null : readMetadataFile(metadataFile);
  const metadata = given && metadataByFile(given, new Set(files.files.map(({ file }) => file)));
  return followRun(options, (catalogue) => plan(catalogue, files, (file) => metadata?.get(file) ?? null));
}

/** @param planRun gives the run's id */
export async function followRun(
  { settings, logger, env, quiet = false, onPlanned, onOcr, onLine }: FollowOptions,
  planRun: (catalogue: Catalogue) => number,
): Promise<IngestResult> {
  readModel(settings.YANJU_MODEL_DIR); // tells at once what the worker would only find later
  const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
  try {
    const run = planRun(catalogue);
    let planned = 0;
    const worker = superviseWorker({ untilIdle: true, quiet, logger, ...(onOcr && { onOcr }), ...(env && { env }) });
    let failure: unknown = null;
    worker.done.catch((error) => {
      failure = error;
    });
    try {
      for (let last = 0; ; ) {
        const state = catalogue.queue.run(run);
        const finished = state?.finishedAt != null; // before the lines, so that none is missed
        if (state && state.files !== planned) {
          planned = state.files;
          onPlanned?.(planned);
        }
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
