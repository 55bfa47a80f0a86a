// Reads runs, queue and ledger for whoever looks after the archive, a page at a time.
import type Database from 'better-sqlite3';
import type { HeldName, LedgerRequest, LedgerRow, RunCounts, RunFileStatus } from '../domain/intake.js';
import { LedgerLine } from '../domain/ledger.js';

/** A file of a run; the line is null while it waits. */
export interface RunEntry {
  readonly file: string;
  readonly line: LedgerLine | null;
  readonly finishedAt: string | null;
  /** JSON: what fills the message of its code, where the ledger still holds it */
  readonly errorValues: string | null;
  /** version of the document that came in with this run, where it is not the first */
  readonly version: number | null;
  /** for a duplicate: the file with the same content */
  readonly of: string | null;
}
export type LedgerEntryRow = LedgerRow & { readonly errorValues: string | null };

export interface IntakeReader {
  runCounts(runId: number): RunCounts;
  /** In the order of its jobs. */
  runEntries(
    runId: number,
    page: { readonly status?: RunFileStatus | undefined; readonly limit: number; readonly offset: number },
  ): RunEntry[];
  /** Files finished since a time, and when the newest of all was. */
  pace(since: string): { finished: number; last: string | null };
  /** When the oldest run with open jobs began. */
  oldestOpen(): string | null;
  ledgerCount(request: LedgerRequest): number;
  /** Rows after `request.after`; see `cursorOf`. */
  ledgerRows(request: LedgerRequest, limit: number): LedgerEntryRow[];
  /** Documents present under these names. */
  held(files: readonly string[]): HeldName[];
}

/** Where a row stands in its order; the page after it begins behind it. */
export const cursorOf = ({ file, at }: Pick<LedgerRow, 'file' | 'at'>, sort: LedgerRequest['sort']): string =>
  sort === 'file' ? file : `${at} ${file}`;

/** The file with the same bytes or text: a document, or a zip. + keeps SQLite to the index on the hash: of a status there are many. */
const sameAs = (hash: string) => `coalesce(d.file, (SELECT z.file FROM ledger z
  WHERE z.content_hash = ${hash} AND +z.status = 'indexed' AND z.members IS NOT NULL LIMIT 1))`;

const shown = `l.file, CASE WHEN l.status = 'indexed' AND l.unread > 0 THEN 'partial' ELSE l.status END AS status, l.code, l.message,
  l.error_values AS errorValues, l.document_id AS documentId, d.title, d.version AS versions,
  CASE WHEN l.status = 'duplicate' THEN ${sameAs('l.content_hash')} END AS "of",
  l.archive, l.members, l.unread, l.passages, l.at`;

type Value = string | number;

/** Conditions with their values; an index leads each of them but the name. */
function conditions({ status, code, name, from, to }: LedgerRequest): { where: string[]; values: Value[] } {
  const where: string[] = [];
  const values: Value[] = [];
  const add = (condition: string, ...given: Value[]): void => {
    where.push(condition);
    values.push(...given);
  };
  if (status === 'partial') add("l.status = 'indexed' AND l.unread > 0");
  else if (status) add('l.status = ?', status);
  if (code) add('l.code = ?', code);
  if (name) add('instr(lower(l.file), lower(?)) > 0', name);
  if (from) add('l.at >= ?', from);
  if (to) add('l.at < ?', `${to}U`); // 'U' follows the 'T' after the day
  return { where, values };
}

const whereOf = (where: readonly string[]): string => (where.length > 0 ? `WHERE ${where.join(' AND ')}` : '');

export function createIntakeReader(db: Database.Database): IntakeReader {
  const counts = db.prepare<[number], { status: keyof RunCounts | null; n: number }>(
    'SELECT status, count(*) AS n FROM jobs WHERE run_id = ? GROUP BY status',
  );
  const entries = (condition: string) => `SELECT j.file, j.result, j.finished_at AS finishedAt,
      CASE WHEN l.code = json_extract(j.result, '$.code') THEN l.error_values END AS errorValues,
      CASE WHEN j.status = 'indexed' AND d.version > 1 AND v.added_at >= r.started_at THEN d.version END AS version,
      CASE WHEN j.status = 'duplicate' THEN ${sameAs('l.content_hash')} END AS "of"
    FROM jobs j JOIN runs r ON r.id = j.run_id LEFT JOIN ledger l ON l.file = j.file
      LEFT JOIN documents d ON d.id = json_extract(j.result, '$.documentId')
      LEFT JOIN versions v ON v.document_id = d.id AND v.version = d.version
    WHERE j.run_id = ? AND ${condition} ORDER BY j.id LIMIT ? OFFSET ?`;
  const all = entries('1');
  const waiting = entries('j.status IS NULL');
  const ofStatus = entries('j.status = ?');

  return {
    runCounts(runId) {
      const found = counts.all(runId).map(({ status, n }) => [status ?? 'waiting', n]);
      return { waiting: 0, indexed: 0, unchanged: 0, duplicate: 0, failed: 0, ...Object.fromEntries(found) };
    },
    runEntries(runId, { status, limit, offset }) {
      const query = status === undefined ? all : status === 'waiting' ? waiting : ofStatus;
      const given = status === undefined || status === 'waiting' ? [runId] : [runId, status];
      return db
        .prepare<Value[], Omit<RunEntry, 'line'> & { result: string | null }>(query)
        .all(...given, limit, offset)
        .map(({ result, ...entry }) => ({
          ...entry,
          line: result === null ? null : LedgerLine.parse(JSON.parse(result)),
        }));
    },
    pace: (since) =>
      db
        .prepare<[string], { finished: number; last: string | null }>(
          `SELECT (SELECT count(*) FROM jobs WHERE finished_at >= ?) AS finished, (SELECT max(finished_at) FROM jobs) AS last`,
        )
        .get(since) ?? { finished: 0, last: null },
    oldestOpen: () =>
      db
        .prepare<[], string>(
          'SELECT r.started_at FROM jobs j JOIN runs r ON r.id = j.run_id WHERE j.result IS NULL ORDER BY j.id LIMIT 1',
        )
        .pluck()
        .get() ?? null,
    ledgerCount(request) {
      const { where, values } = conditions(request);
      return (
        db
          .prepare<Value[], number>(
            // an index is narrow, the rows of the table itself are wide
            `SELECT count(*) FROM ledger l ${where.length === 0 ? 'INDEXED BY ledger_status' : whereOf(where)}`,
          )
          .pluck()
          .get(...values) ?? 0
      );
    },
    ledgerRows(request, limit) {
      const { where, values } = conditions(request);
      const { sort, after } = request;
      if (after !== undefined && sort === 'file') {
        where.push('l.file > ?');
        values.push(after);
      } else if (after !== undefined) {
        where.push('(l.at, l.file) < (?, ?)');
        const space = after.indexOf(' ');
        values.push(after.slice(0, space), after.slice(space + 1));
      }
      const order = sort === 'file' ? 'l.file' : 'l.at DESC, l.file DESC';
      return db
        .prepare<Value[], LedgerEntryRow>(
          `SELECT ${shown} FROM ledger l LEFT JOIN documents d ON d.id = l.document_id ${whereOf(where)} ORDER BY ${order} LIMIT ?`,
        )
        .all(...values, limit);
    },
    held: (files) =>
      db
        .prepare<[string], HeldName>(
          `SELECT file, id AS documentId, title, version FROM documents
           WHERE removed_at IS NULL AND file IN (SELECT value FROM json_each(?)) ORDER BY file`,
        )
        .all(JSON.stringify(files)),
  };
}
