import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SILENT_MS } from '../../services/catalogue/heartbeat.js';
import { openCatalogue } from '../../services/catalogue/open.js';
import { operation } from '../../services/operation.js';
import { temporaryFolder } from '../support/temporary.js';

const folder = temporaryFolder();
const open = () => openCatalogue(mkdtempSync(join(folder, 'case-')));

test('a worker is alive for as long as it gives signs, and was never there before the first', () => {
  const catalogue = open();
  expect(operation(catalogue, null).worker).toEqual({ alive: false, secondsAgo: null });
  catalogue.heartbeat.beat();
  expect(operation(catalogue, null).worker).toEqual({ alive: true, secondsAgo: 0 });
  const db = new Database(join(catalogue.dataDir, 'catalogue.db'));
  db.prepare("UPDATE meta SET value = ? WHERE key = 'worker_beat'").run(String(Date.now() - SILENT_MS - 1000));
  db.close();
  expect(operation(catalogue, null).worker).toEqual({ alive: false, secondsAgo: SILENT_MS / 1000 + 1 });
  catalogue.close();
});

test('what workers did is added up over their lives', () => {
  const catalogue = open();
  catalogue.heartbeat.beat({ files: { indexed: 2 }, seconds: { embed: 0.5 } });
  catalogue.heartbeat.beat();
  catalogue.heartbeat.beat({ files: { indexed: 1, failed: 1 }, seconds: { embed: 0.25, store: 1 } });
  expect(catalogue.heartbeat.totals()).toEqual({
    files: { indexed: 3, failed: 1 },
    seconds: { embed: 0.75, store: 1 },
  });
  catalogue.close();
});

test('the file that waits longest tells how long; signs of life change nothing that readers see', () => {
  const catalogue = open();
  expect(operation(catalogue, null).oldestPendingSeconds).toBeNull();
  const revision = catalogue.revision();
  catalogue.transaction(() =>
    catalogue.queue.add([{ file: 'a', root: '', path: 'a', metadata: null, archive: null }], 0),
  );
  const db = new Database(join(catalogue.dataDir, 'catalogue.db'));
  db.prepare('UPDATE runs SET started_at = ?').run(new Date(Date.now() - 90_000).toISOString());
  db.close();
  catalogue.heartbeat.beat();
  expect(operation(catalogue, null).oldestPendingSeconds).toBe(90);
  expect(operation(catalogue, null).diskFreeMb).toBeGreaterThan(0);
  expect(catalogue.revision()).toBe(revision);
  catalogue.close();
});
