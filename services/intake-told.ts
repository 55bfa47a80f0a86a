// What pages and the API tell of a run, of the queue and of the ledger.
import { cursorOf, type LedgerEntryRow, type RunEntry } from './catalogue/intake.js';
import type { Catalogue } from './catalogue/open.js';
import { AppError } from './domain/errors.js';
import type {
  LedgerPage,
  LedgerRequest,
  LedgerRow,
  QueueState,
  RunFile,
  RunReport,
  RunRequest,
} from './domain/intake.js';
import type { Language } from './domain/messages/language.js';
import { toldIn } from './domain/report.js';

const MINUTE_MS = 60_000;
/** Over how long the pace is measured. */
const PACE_MINUTES = 10;
/** A worker looks for work every half second: after so long, none is there. */
const ABSENT_MS = 15_000;
/** The longest that one file may take by default: reading, and some hundred pages of OCR. */
const STUCK_MS = 10 * MINUTE_MS;
const HEAD = 16;

/** A failure in the language asked for, where what fills its message is still known. */
function messageIn(
  failure: { file: string; code: string | null | undefined; message: string | null | undefined },
  errorValues: string | null,
  language: Language,
): string | null {
  const { file, code, message } = failure;
  if (!code) return null;
  const values = errorValues === null ? null : (JSON.parse(errorValues) as AppError['values']); // as the pipeline stored it
  return toldIn({ file, code, message: message ?? '', values, at: '' }, language).message;
}

function fileOf({ file, line, finishedAt, errorValues, version, of }: RunEntry, language: Language): RunFile {
  if (line === null) return { file, status: 'waiting', finishedAt };
  const { ms: _, message: told, ...rest } = line;
  const message = messageIn({ file, code: line.code, message: told }, errorValues, language);
  return {
    ...rest,
    ...(message !== null && { message }),
    ...(version !== null && { version }),
    ...(of !== null && { of }),
    finishedAt,
  };
}

export function runReport(
  { queue, intake }: Catalogue,
  id: number,
  { status, page, size }: RunRequest,
  language: Language,
): RunReport {
  const run = queue.run(id);
  if (!run) throw new AppError('RUN_NOT_FOUND', { run: id });
  const counts = intake.runCounts(id);
  return {
    id,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    counts,
    total: status === undefined ? run.files : counts[status],
    files: intake
      .runEntries(id, { status, limit: size, offset: (page - 1) * size })
      .map((entry) => fileOf(entry, language)),
    summary: queue.summary(id),
  };
}

/** How long a time is past; nothing is past for ever. */
const since = (at: string | null): number => (at === null ? Number.POSITIVE_INFINITY : Date.now() - Date.parse(at));

export function queueState({ queue, intake }: Catalogue): QueueState {
  const pending = queue.pending();
  const [held, oldest] = [queue.isHeld(), intake.oldestOpen()];
  const measuredMs = Math.min(since(oldest), PACE_MINUTES * MINUTE_MS);
  const { finished, last } = intake.pace(new Date(Date.now() - measuredMs).toISOString());
  const waitingFor = Math.min(since(oldest), since(last));
  const perMinute = finished === 0 ? null : (finished * MINUTE_MS) / Math.max(measuredMs, 1);
  const worker = pending === 0 ? 'idle' : held ? 'busy' : waitingFor > ABSENT_MS ? 'absent' : 'idle';
  return {
    pending,
    worker,
    stuck: worker === 'busy' && waitingFor > STUCK_MS,
    lastFinishedAt: last,
    perMinute,
    minutesLeft: pending === 0 || perMinute === null ? null : pending / perMinute,
    next: queue.open(0, HEAD).map(({ file, runId }) => ({ file, run: runId })),
  };
}

function rowOf({ errorValues, ...row }: LedgerEntryRow, language: Language): LedgerRow {
  return { ...row, message: messageIn(row, errorValues, language) };
}

export function ledgerPage({ intake }: Catalogue, request: LedgerRequest, language: Language): LedgerPage {
  const rows = intake.ledgerRows(request, request.size + 1);
  const shown = rows.slice(0, request.size);
  const last = shown.at(-1);
  return {
    total: intake.ledgerCount(request),
    rows: shown.map((row) => rowOf(row, language)),
    next: rows.length > request.size && last ? cursorOf(last, request.sort) : null,
  };
}
