// A circuit breaker: what has just not answered is not asked again for a while, so that a dead server does not cost every
// query its whole timeout.
import { AppError } from '../domain/errors.js';

export interface Breaker {
  /** Does the work, or throws at once what the last one threw, while that is recent. */
  through<T>(work: () => Promise<T>): Promise<T>;
}

export interface BreakerOptions {
  /** failures in a row after which nothing is asked for a while; one that took as long as `slowMs` is enough */
  readonly failures?: number;
  readonly slowMs?: number;
  /** first and longest pause, in ms; each failed trial doubles it */
  readonly pauseMs?: { readonly first: number; readonly last: number };
  readonly now?: () => number;
}

/** Only ENGINE_UNAVAILABLE counts: a server that refuses a question has answered. After a pause one question tries again. */
export function createBreaker({
  failures = 3,
  slowMs = 1_000,
  pauseMs = { first: 1_000, last: 15_000 },
  now = () => performance.now(),
}: BreakerOptions = {}): Breaker {
  let inARow = 0;
  let pause = 0;
  let closedUntil = 0;
  let trying = false;
  let last: AppError | null = null;

  const failed = (error: AppError, ms: number): void => {
    inARow++;
    last = error;
    if (pause === 0 && inARow < failures && ms < slowMs) return;
    pause = Math.min(pauseMs.last, pause === 0 ? pauseMs.first : pause * 2);
    closedUntil = now() + pause;
  };
  const answered = (): void => {
    inARow = 0;
    pause = 0;
    last = null;
  };

  return {
    async through(work) {
      const open = pause === 0;
      if (last && !open && (trying || now() < closedUntil)) throw last;
      const started = now();
      if (!open) trying = true;
      try {
        const result = await work();
        answered();
        return result;
      } catch (error) {
        // Of many questions that were under way when it broke, only the first makes the pause.
        const late = open && pause > 0;
        if (!(error instanceof AppError) || error.code !== 'ENGINE_UNAVAILABLE') answered();
        else if (!late) failed(error, now() - started);
        throw error;
      } finally {
        if (!open) trying = false;
      }
    },
  };
}
