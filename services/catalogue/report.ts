// Reads the ledger for whoever looks after the archive: what failed, what was read in part, what is there twice.
import type Database from 'better-sqlite3';
import type { Duplicate, Failure, PartlyRead, ReportCounts } from '../domain/report.js';

export interface Page {
  readonly limit: number;
  readonly offset: number;
}
export interface Report {
  counts(): ReportCounts;
  /** Failed files by code, the most frequent first. */
  codes(): { code: string; count: number }[];
  /** By file; of one code where one is given. */
  failures(code: string | null, page: Page): Failure[];
  partlyRead(page: Page): PartlyRead[];
  duplicates(page: Page): Duplicate[];
}

export function createReport(db: Database.Database): Report {
  return {
    counts: () =>
      db
        .prepare<[], ReportCounts>(
          `SELECT coalesce(sum(status = 'indexed'), 0) AS indexed, coalesce(sum(status = 'duplicate'), 0) AS duplicate,
             coalesce(sum(status = 'failed'), 0) AS failed, coalesce(sum(status = 'indexed' AND unread > 0), 0) AS partial FROM ledger`,
        )
        .get() ?? { indexed: 0, duplicate: 0, failed: 0, partial: 0 },
    codes: () =>
      db
        .prepare<[], { code: string; count: number }>(
          "SELECT code, count(*) AS count FROM ledger WHERE status = 'failed' GROUP BY code ORDER BY count DESC, code",
        )
        .all(),
    failures: (code, { limit, offset }) =>
      db
        .prepare<[string | null, string | null, number, number], Omit<Failure, 'values'> & { values: string | null }>(
          `SELECT file, code, message, error_values AS "values", at FROM ledger
           WHERE status = 'failed' AND (? IS NULL OR code = ?) ORDER BY file LIMIT ? OFFSET ?`,
        )
        .all(code, code, limit, offset)
        .map((row) => ({ ...row, values: row.values === null ? null : (JSON.parse(row.values) as Failure['values']) })), // as store wrote it
    partlyRead: ({ limit, offset }) =>
      db
        .prepare<[number, number], PartlyRead>(
          `SELECT file, document_id AS documentId, unread, at FROM ledger
           WHERE status = 'indexed' AND unread > 0 ORDER BY file LIMIT ? OFFSET ?`,
        )
        .all(limit, offset),
    duplicates: ({ limit, offset }) =>
      db
        .prepare<[number, number], Duplicate>(
          `SELECT l.file, l.at, l.document_id AS documentId, coalesce(d.file, (SELECT z.file FROM ledger z
             WHERE z.content_hash = l.content_hash AND +z.status = 'indexed' AND z.members IS NOT NULL LIMIT 1), '') AS "of"
           FROM ledger l LEFT JOIN documents d ON d.id = l.document_id
           WHERE l.status = 'duplicate' ORDER BY l.file LIMIT ? OFFSET ?`,
        )
        .all(limit, offset),
  };
}
