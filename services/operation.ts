// Tells how the service itself is.
import { SILENT_MS } from './catalogue/heartbeat.js';
import type { Catalogue } from './catalogue/open.js';
import type { Operation } from './domain/operation.js';
import type { Embedder } from './embedding/embedder.js';
import { freeSpace } from './free-space.js';

export function operation({ heartbeat, intake, dataDir }: Catalogue, embedder: Embedder | null): Operation {
  const now = Date.now();
  const secondsSince = (at: number): number => Math.max(0, Math.round((now - at) / 1000));
  const last = heartbeat.last();
  const oldest = intake.oldestOpen();
  return {
    worker: { alive: last !== null && now - last < SILENT_MS, secondsAgo: last === null ? null : secondsSince(last) },
    oldestPendingSeconds: oldest === null ? null : secondsSince(Date.parse(oldest)),
    diskFreeMb: Math.floor(freeSpace(dataDir) / 1024 ** 2),
    modelLoaded: (embedder?.busyMs() ?? 0) > 0,
  };
}
