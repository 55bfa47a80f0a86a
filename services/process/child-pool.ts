// Runs tasks in child processes with limits on time and memory. A child that crashes or hangs costs its own task only.
import workerpool, { type Pool } from 'workerpool';
import type { AppError } from '../domain/errors.js';

export interface ChildPoolOptions {
  /** absolute path of a built module that calls serve() of child.ts */
  readonly module: string;
  readonly processes: number;
  /** wall-clock limit of one task */
  readonly timeoutMs: number;
  /** limit of the heap, and of the resident set, of each child */
  readonly memoryMb: number;
  /** a child is replaced after so many tasks, so that what libraries leak does not add up; by default never */
  readonly tasksPerChild?: number;
  /** what a task that took too long, or whose child ended, fails with */
  readonly failure: (kind: 'timeout' | 'crashed', cause?: unknown) => AppError;
}

export interface ChildPool {
  /**
   * Runs a method of the module with one argument; tasks wait in order for a free child.
   * @throws AppError of `failure`, or what the method throws as its message
   */
  run<T>(method: string, input: unknown): Promise<T>;
  /** Ends all children at once; tasks that are running or waiting end as crashed. */
  close(): Promise<void>;
}

/** How long a child that is to end may take before it is killed. */
const graceMs = 100;
const heapShare = 0.8;

interface Slot {
  pool: Pool | null;
  used: number;
}

export function createChildPool(options: ChildPoolOptions): ChildPool {
  const { module, processes, timeoutMs, memoryMb, failure, tasksPerChild = Number.POSITIVE_INFINITY } = options;
  const free: Slot[] = Array.from({ length: processes }, () => ({ pool: null, used: 0 }));
  const slots = [...free];
  const waiting: ((slot: Slot | null) => void)[] = [];
  let closed = false;

  const start = (): Pool =>
    workerpool.pool(module, {
      workerType: 'process',
      maxWorkers: 1,
      workerTerminateTimeout: graceMs,
      forkArgs: [String(memoryMb)],
      forkOpts: { serialization: 'advanced', execArgv: [`--max-old-space-size=${Math.round(heapShare * memoryMb)}`] },
      // Taken in and dropped: a child's words must not end up among the parent's own output.
      emitStdStreams: true,
    });
  const end = async (slot: Slot): Promise<void> => {
    const { pool } = slot;
    slot.pool = null;
    slot.used = 0;
    // A child that has crashed cannot be told to end; there is nothing left to do about it.
    await pool?.terminate(true, 10 * graceMs).catch(() => undefined);
  };
  const take = (): Promise<Slot | null> =>
    new Promise((resolve) => {
      const slot = closed ? null : free.pop();
      if (slot !== undefined) resolve(slot);
      else waiting.push(resolve);
    });
  const release = (slot: Slot): void => {
    const next = waiting.shift();
    if (next) next(closed ? null : slot);
    else free.push(slot);
  };
  const toAppError = (cause: unknown): AppError =>
    failure(cause instanceof workerpool.Promise.TimeoutError ? 'timeout' : 'crashed', cause);

  return {
    async run<T>(method: string, input: unknown): Promise<T> {
      const slot = await take();
      if (!slot) throw failure('crashed');
      try {
        slot.pool ??= start();
        slot.used++;
        // The caller knows what its own module answers.
        return (await slot.pool.exec(method, [input]).timeout(timeoutMs)) as T;
      } catch (cause) {
        await end(slot);
        throw toAppError(cause);
      } finally {
        if (slot.used >= tasksPerChild) await end(slot);
        release(slot);
      }
    },
    async close() {
      closed = true;
      for (const resolve of waiting.splice(0)) resolve(null);
      await Promise.all(slots.map(end));
    },
  };
}
