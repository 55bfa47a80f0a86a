// The ingest's queue: runs of jobs, and the lease that lets one worker at a time do them.
import { hostname } from 'node:os';
import type Database from 'better-sqlite3';
import type { AppError } from '../domain/errors.js';
import { LedgerLine, type LedgerSummary } from '../domain/ledger.js';
import { stillHolds } from '../process/holder.js';
import { ownPath } from './own-path.js';

export interface NewJob {
  readonly file: string;
  /** absolute path of the folder given at ingest; '' for uploads */
  readonly root: string;
  readonly path: string;
  /** JSON of what a metadata file says of it */
  readonly metadata: string | null;
  /** file of the zip that holds it */
  readonly archive: string | null;
  /** of a zip's member, unpacked */
  readonly bytes?: number;
  /** why a zip's member could not be unpacked; its path is '' */
  readonly failure?: Pick<AppError, 'code' | 'values'>;
}
export interface Job extends NewJob {
  readonly id: number;
  readonly runId: number;
}
export interface RunState {
  readonly id: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly removed: number;
  readonly files: number;
  readonly done: number;
}

export interface Queue {
  add(jobs: readonly NewJob[], removed: number): number;
  /** Adds jobs, and files that have gone, to a run that is under way. */
  extend(runId: number, jobs: readonly NewJob[], removed: number): void;
  /** Adds jobs to a run, which is open again if it had ended. */
  reopen(runId: number, jobs: readonly NewJob[]): void;
  /** What a run has unpacked so far out of a zip and the zips in it. */
  unpacked(runId: number, archive: string): { members: number; bytes: number };
  /** What a metadata file last said of each of these files, for those of which it did. */
  metadataOf(files: readonly string[]): Map<string, string>;
  /** Open jobs after `afterId`, in order. */
  open(afterId: number, limit: number): Job[];
  finish(jobId: number, line: LedgerLine): void;
  pending(): number;
  /** Closes runs without open jobs. */
  closeRuns(): void;
  run(id: number): RunState | null;
  runs(limit: number): RunState[];
  /** Results of a run in order, from the `offset`-th done job on. */
  lines(runId: number, afterJob: number): { job: number; line: LedgerLine }[];
  summary(runId: number): LedgerSummary | null;
  /** Takes or keeps the lease; false while another live worker holds it. */
  lease(owner: string): boolean;
  release(owner: string): void;
  /** Whether a live worker holds the lease. */
  isHeld(): boolean;
}

interface Lease {
  readonly owner: string;
  readonly pid: number;
  readonly beat_at: number;
}

/** @param dataDir where what was sent lies by now, wherever it lay when it came */
export function createQueue(db: Database.Database, dataDir: string): Queue {
  const now = (): string => new Date().toISOString();
  const runState = `SELECT r.id, r.started_at AS startedAt, r.finished_at AS finishedAt, r.removed,
    count(j.id) AS files, count(j.result) AS done FROM runs r LEFT JOIN jobs j ON j.run_id = r.id`;
  const finish = db.prepare('UPDATE jobs SET result = ?, finished_at = ? WHERE id = ? AND result IS NULL');
  const insert = db.prepare(
    'INSERT INTO jobs (run_id, file, root, path, metadata, archive, bytes, failure) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertAll = (run: number, jobs: readonly NewJob[]): void => {
    for (const { file, root, path, metadata, archive, bytes, failure } of jobs) {
      insert.run(run, file, root, path, metadata, archive, bytes ?? null, failure ? JSON.stringify(failure) : null);
    }
  };
  const host = hostname();
  const holder = db.prepare<[], Lease>('SELECT owner, pid, beat_at FROM lease');
  const isLive = ({ owner, pid, beat_at }: Lease): boolean =>
    stillHolds({ host: owner.split('/')[0] ?? '', pid, heardAt: beat_at });
  const stateOf = (id: number): RunState | null =>
    db.prepare<[number], RunState>(`${runState} WHERE r.id = ? GROUP BY r.id`).get(id) ?? null;

  return {
    add: (jobs, removed) => {
      const run = Number(
        db.prepare('INSERT INTO runs (started_at, removed) VALUES (?, ?)').run(now(), removed).lastInsertRowid,
      );
      insertAll(run, jobs);
      return run;
    },
    extend(runId, jobs, removed) {
      insertAll(runId, jobs);
      db.prepare('UPDATE runs SET removed = removed + ? WHERE id = ?').run(removed, runId);
    },
    reopen(runId, jobs) {
      insertAll(runId, jobs);
      db.prepare('UPDATE runs SET finished_at = NULL WHERE id = ?').run(runId);
    },
    unpacked: (runId, archive) =>
      db
        .prepare<[number, string, string], { members: number; bytes: number }>(
          `SELECT count(*) AS members, coalesce(sum(bytes), 0) AS bytes FROM jobs
           WHERE run_id = ? AND archive IS NOT NULL AND file > ? || '/' AND file < ? || '0'`, // '0' follows '/'
        )
        .get(runId, archive, archive) ?? { members: 0, bytes: 0 },
    metadataOf: (files) =>
      new Map(
        db
          .prepare<[string], { file: string; metadata: string | null; id: number }>(
            'SELECT file, metadata, max(id) AS id FROM jobs WHERE file IN (SELECT value FROM json_each(?)) GROUP BY file',
          )
          .all(JSON.stringify(files))
          .flatMap(({ file, metadata }) => (metadata === null ? [] : [[file, metadata] as const])),
      ),
    open: (afterId, limit) =>
      db
        .prepare<[number, number], Omit<Job, 'failure'> & { failure: string | null }>(
          'SELECT id, run_id AS runId, file, root, path, metadata, archive, failure FROM jobs WHERE result IS NULL AND id > ? ORDER BY id LIMIT ?',
        )
        .all(afterId, limit)
        .map(({ failure, ...job }) => ({
          ...job,
          path: job.root === '' || job.archive !== null ? ownPath(dataDir, job.path) : job.path,
          ...(failure && { failure: JSON.parse(failure) as NonNullable<Job['failure']> }), // as insertAll wrote it
        })),
    finish: (jobId, line) => void finish.run(JSON.stringify(line), now(), jobId),
    pending: () => db.prepare<[], number>('SELECT count(*) FROM jobs WHERE result IS NULL').pluck().get() ?? 0,
    closeRuns: () =>
      void db
        .prepare(
          'UPDATE runs SET finished_at = ? WHERE finished_at IS NULL AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.run_id = runs.id AND j.result IS NULL)',
        )
        .run(now()),
    run: stateOf,
    runs: (limit) => db.prepare<[number], RunState>(`${runState} GROUP BY r.id ORDER BY r.id DESC LIMIT ?`).all(limit),
    lines: (runId, afterJob) =>
      db
        .prepare<[number, number], { job: number; result: string }>(
          'SELECT id AS job, result FROM jobs WHERE run_id = ? AND id > ? AND result IS NOT NULL ORDER BY id',
        )
        .all(runId, afterJob)
        .map(({ job, result }) => ({ job, line: LedgerLine.parse(JSON.parse(result)) })),
    summary(runId) {
      const run = stateOf(runId);
      if (!run?.finishedAt) return null;
      const count = db
        .prepare<[number, string], number>('SELECT count(*) FROM jobs WHERE run_id = ? AND status = ?')
        .pluck();
      const of = (status: string): number => count.get(runId, status) ?? 0;
      return {
        files: run.files,
        indexed: of('indexed'),
        unchanged: of('unchanged'),
        duplicate: of('duplicate'),
        failed: of('failed'),
        removed: run.removed,
        seconds: (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000,
        passages:
          db
            .prepare<[number], number>(
              "SELECT coalesce(sum(json_extract(result, '$.passages')), 0) FROM jobs WHERE run_id = ? AND status = 'indexed'",
            )
            .pluck()
            .get(runId) ?? 0,
      };
    },
    lease: (owner) =>
      db
        .transaction(() => {
          const held = holder.get();
          const own = `${host}/${owner}`;
          if (held && held.owner !== own && isLive(held)) return false;
          db.prepare('INSERT OR REPLACE INTO lease (one, owner, pid, beat_at) VALUES (1, ?, ?, ?)').run(
            own,
            process.pid,
            Date.now(),
          );
          return true;
        })
        .immediate(),
    release: (owner) => void db.prepare('DELETE FROM lease WHERE owner = ?').run(`${host}/${owner}`),
    isHeld() {
      const held = holder.get();
      return held !== undefined && isLive(held);
    },
  };
}
