// Works while holding a lease, and waits for it as long as another live process holds it.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LeaseName, Leases } from './leases.js';

const POLL_MS = 50;
const BEAT_MS = 5_000;

export async function withLease<T>(leases: Leases, name: LeaseName, work: () => Promise<T>): Promise<T> {
  const owner = randomUUID();
  while (!leases.take(name, owner)) await sleep(POLL_MS);
  const beat = setInterval(() => leases.take(name, owner), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    leases.release(name, owner);
  }
}
