// Whether a process that left its name behind (in a lease, in the name of a file) is still at it.
import { hostname } from 'node:os';

export interface Holder {
  readonly host: string;
  readonly pid: number;
  /** when it was last heard of, milliseconds since 1970 */
  readonly heardAt: number;
}

/** A process on another machine counts as gone when nothing was heard of it for so long. */
const ELSEWHERE_MS = 30_000;
/** On this machine its pid may be another's by now: in a container that was started again the same few come back. */
const HERE_MS = 900_000;

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // it runs, as another user
  }
};

const began = Date.now() - process.uptime() * 1000;
/** Whoever had this process's own pid before it began is gone. */
const wasBefore = ({ pid, heardAt }: Holder): boolean => pid === process.pid && heardAt < began;

export function stillHolds(holder: Holder, now = Date.now()): boolean {
  const { host, pid, heardAt } = holder;
  if (host !== hostname()) return now - heardAt < ELSEWHERE_MS;
  return alive(pid) && now - heardAt < HERE_MS && !wasBefore(holder);
}
