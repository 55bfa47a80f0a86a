// A worker's sign of life, and what it has done so far, for whoever watches from another process.
import type Database from 'better-sqlite3';
import type { WorkerTotals } from '../domain/operation.js';

/** How often a worker gives a sign. */
export const BEAT_MS = 5_000;
/** After so long without one it is taken for dead. */
export const SILENT_MS = 30_000;

export interface Heartbeat {
  /** Gives a sign, and adds what was done since the last one. */
  beat(done?: WorkerTotals): void;
  /** When the last sign was given, milliseconds since 1970; null: never. */
  last(): number | null;
  totals(): WorkerTotals;
}

const none: WorkerTotals = { files: {}, seconds: {} };

const sum = (
  a: Readonly<Record<string, number | undefined>>,
  b: Readonly<Record<string, number | undefined>>,
): Record<string, number> =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)]),
  );

export const addTotals = (a: WorkerTotals, b: WorkerTotals): WorkerTotals => ({
  files: sum(a.files, b.files),
  seconds: sum(a.seconds, b.seconds),
});

export function createHeartbeat(db: Database.Database): Heartbeat {
  const read = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
  const write = db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  const totals = (): WorkerTotals => {
    const stored = read.get('worker_totals');
    return stored === undefined ? none : (JSON.parse(stored) as WorkerTotals); // as beat wrote it
  };
  return {
    beat: (done) =>
      void db
        .transaction(() => {
          write.run('worker_beat', String(Date.now()));
          if (done) write.run('worker_totals', JSON.stringify(addTotals(totals(), done)));
        })
        .immediate(),
    last() {
      const stored = read.get('worker_beat');
      return stored === undefined ? null : Number(stored);
    },
    totals,
  };
}
