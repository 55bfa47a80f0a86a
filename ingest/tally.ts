// What a worker does, counted until it is told with the next sign of life.
import { addTotals } from '../services/catalogue/heartbeat.js';
import type { Stage, WorkerTotals } from '../services/domain/operation.js';

export interface Tally {
  file(outcome: string): void;
  /** Does the work, and counts its time to a stage. */
  timed<Result>(stage: Stage, work: () => Promise<Result>): Promise<Result>;
  timedNow<Result>(stage: Stage, work: () => Result): Result;
  /** Gives what was counted since it was last asked; undefined when there was nothing. */
  take(): WorkerTotals | undefined;
}

export function createTally(): Tally {
  let totals: WorkerTotals | undefined;
  const add = (more: WorkerTotals): void => {
    totals = totals ? addTotals(totals, more) : more;
  };
  const spent = (stage: Stage, started: number): void =>
    add({ files: {}, seconds: { [stage]: (performance.now() - started) / 1000 } });
  return {
    file: (outcome) => add({ files: { [outcome]: 1 }, seconds: {} }),
    async timed(stage, work) {
      const started = performance.now();
      try {
        return await work();
      } finally {
        spent(stage, started);
      }
    },
    timedNow(stage, work) {
      const started = performance.now();
      try {
        return work();
      } finally {
        spent(stage, started);
      }
    },
    take() {
      const taken = totals;
      totals = undefined;
      return taken;
    },
  };
}
