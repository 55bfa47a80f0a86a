import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { openCatalogue } from '../../../services/catalogue/open.js';
import { withLease } from '../../../services/catalogue/with-lease.js';
import { temporaryFolder } from '../../support/temporary.js';

const catalogue = openCatalogue(temporaryFolder());
afterAll(() => catalogue.close());
const { leases } = catalogue;

test('one at a time holds a lease; others hold others', () => {
  expect(leases.take('reindex', 'a')).toBe(true);
  expect(leases.take('reindex', 'a')).toBe(true);
  expect(leases.take('reindex', 'b')).toBe(false);
  expect(leases.take('index', 'b')).toBe(true);
  leases.release('reindex', 'b'); // not its own
  expect(leases.take('reindex', 'b')).toBe(false);
  leases.release('reindex', 'a');
  expect(leases.take('reindex', 'b')).toBe(true);
  leases.release('reindex', 'b');
  leases.release('index', 'b');
});

test('the lease of a process that has died is taken over', () => {
  leases.take('reindex', 'dead');
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const db = new Database(join(catalogue.dataDir, 'catalogue.db'));
  db.prepare('UPDATE leases SET pid = ?').run(pid);
  db.close();
  expect(leases.take('reindex', 'next')).toBe(true);
  leases.release('reindex', 'next');
});

test('works that need the same lease come one after the other, also when one fails', async () => {
  const order: string[] = [];
  const work = (name: string, fails = false) =>
    withLease(leases, 'index', async () => {
      order.push(`${name} begins`);
      await sleep(20);
      order.push(`${name} ends`);
      if (fails) throw new Error(name);
    });
  const all = await Promise.allSettled([work('a', true), work('b'), work('c')]);
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  for (let i = 0; i < order.length; i += 2) expect(order[i + 1]).toBe(order[i]?.replace('begins', 'ends'));
  expect(order).toHaveLength(6);
});
