// How files come in and go, behind the archive's port: sent, queued, told of, tried again, corrected, removed.
import type { LedgerEntry } from './catalogue/ledger.js';
import type { Catalogue } from './catalogue/open.js';
import type { NewJob } from './catalogue/queue.js';
import { queueAgain, retry } from './catalogue/retry.js';
import type { Archive, Run } from './domain/archive.js';
import { AppError } from './domain/errors.js';
import type { Correction, SentFile } from './domain/intake.js';
import { sha256 } from './hash.js';
import { ledgerPage, queueState, runReport } from './intake-told.js';
import { resolveRegion } from './regions/regions.js';

const MAX_RUN_LINES = 1_000;

type Intake = Pick<
  Archive,
  'upload' | 'remove' | 'retry' | 'runs' | 'run' | 'recentRuns' | 'queue' | 'ledger' | 'held' | 'correction' | 'correct'
>;

/** The bytes lie among the originals before the job is queued, so that nothing is kept twice. */
function jobOf(sent: SentFile, { originals }: Catalogue): NewJob {
  const base = { file: sent.name.normalize('NFC'), root: '', metadata: null, archive: null };
  if ('failure' in sent) return { ...base, path: '', failure: sent.failure };
  if ('stored' in sent) return { ...base, path: originals.adopt(sent.stored.contentHash, sent.stored.path) };
  const contentHash = sha256(sent.bytes);
  originals.put(contentHash, sent.bytes);
  return { ...base, path: originals.path(contentHash) };
}

/** What the pipeline reads (GivenMetadata), with the names of the values that came by hand. */
function givenOf({ region: named, ...values }: Correction): string | null {
  const region = named === undefined ? undefined : resolveRegion(named);
  if (named !== undefined && !region) throw new AppError('REGION_UNKNOWN', { region: named });
  const given = { ...values, ...(region && { region: { name: region.name, code: region.code } }) };
  const byHand = [...Object.keys(given), ...(region ? ['regionCode'] : []), ...(values.date ? ['year'] : [])];
  return byHand.length === 0 ? null : JSON.stringify({ ...given, ...yearOf(values), byHand });
}
const yearOf = ({ date }: Pick<Correction, 'date'>) => (date === undefined ? {} : { year: Number(date.slice(0, 4)) });

export function intake(catalogue: Catalogue): Intake {
  const { documents, ledger, queue, corrections } = catalogue;
  const entryOf = (id: string): LedgerEntry => {
    const entry = ledger.get(documents.detail(id).file);
    if (!entry) throw new AppError('DOCUMENT_NOT_FOUND', { id });
    return entry;
  };
  return {
    async upload(files, into) {
      if (into !== undefined && !queue.run(into)) throw new AppError('RUN_NOT_FOUND', { run: into });
      const jobs = files.map((file) => jobOf(file, catalogue));
      return catalogue.transaction(() => {
        if (into === undefined) return { run: queue.add(jobs, 0) };
        queue.reopen(into, jobs);
        return { run: into };
      });
    },
    async remove(id) {
      const { file } = documents.detail(id);
      catalogue.transaction(() => {
        const at = new Date().toISOString();
        catalogue.store.markRemoved(id, at);
        const entry = ledger.get(file);
        if (entry?.status === 'indexed') ledger.put({ ...entry, status: 'removed', at });
      });
    },
    retry: (request) => retry(catalogue, request),
    runs: (limit) =>
      queue.runs(limit).map(
        (run): Run => ({
          ...run,
          lines: queue
            .lines(run.id, 0)
            .slice(0, MAX_RUN_LINES)
            .map(({ line }) => line),
          summary: queue.summary(run.id),
        }),
      ),
    run: (id, request, language) => runReport(catalogue, id, request, language),
    recentRuns: (limit) =>
      queue.runs(limit).map(({ id, startedAt, finishedAt }) => ({
        id,
        startedAt,
        finishedAt,
        counts: catalogue.intake.runCounts(id),
      })),
    queue: () => queueState(catalogue),
    ledger: (request, language) => ledgerPage(catalogue, request, language),
    held: (files) => catalogue.intake.held(files.map((file) => file.normalize('NFC'))),
    correction(id) {
      const stored = corrections.of(documents.detail(id).file);
      if (stored === null) return {};
      // as givenOf wrote it
      const {
        region,
        byHand: _,
        year: __,
        ...values
      } = JSON.parse(stored) as Omit<Correction, 'region'> & {
        readonly region?: { readonly name: string };
        readonly byHand: readonly string[];
        readonly year?: number;
      };
      return { ...values, ...(region && { region: region.name }) };
    },
    correct(id, correction) {
      const entry = entryOf(id);
      const given = givenOf(correction);
      return catalogue.transaction(() => {
        corrections.put(entry.file, given, new Date().toISOString());
        return { run: queueAgain(catalogue, [entry]) };
      });
    },
  };
}
