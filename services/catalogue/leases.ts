// Leases by name: what one process at a time may do, on whichever machine. A holder that has died loses them.
import { hostname } from 'node:os';
import type Database from 'better-sqlite3';
import { stillHolds } from '../process/holder.js';

/** reindex: a rebuild, from its beginning to its end; index: changing an index that is in use, a batch at a time. */
export type LeaseName = 'reindex' | 'index';

export interface Leases {
  /** Takes or keeps it; false while another live process holds it. */
  take(name: LeaseName, owner: string): boolean;
  release(name: LeaseName, owner: string): void;
}

export function createLeases(db: Database.Database): Leases {
  const host = hostname();
  const held = db.prepare<[string], { owner: string; pid: number; beat_at: number }>(
    'SELECT owner, pid, beat_at FROM leases WHERE name = ?',
  );
  const take = db.prepare('INSERT OR REPLACE INTO leases (name, owner, pid, beat_at) VALUES (?, ?, ?, ?)');
  return {
    take: (name, owner) =>
      db
        .transaction(() => {
          const own = `${host}/${owner}`;
          const now = held.get(name);
          if (now && now.owner !== own) {
            const { owner, pid, beat_at: heardAt } = now;
            if (stillHolds({ host: owner.split('/')[0] ?? '', pid, heardAt })) return false;
          }
          take.run(name, own, process.pid, Date.now());
          return true;
        })
        .immediate(),
    release: (name, owner) =>
      void db.prepare('DELETE FROM leases WHERE name = ? AND owner = ?').run(name, `${host}/${owner}`),
  };
}
