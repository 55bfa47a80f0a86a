// npm run bench:kill -- [--folder DIR] [--kills 30] [--seed 1]
// Kills the ingest's worker (SIGKILL) at random moments and compares what comes out with an undisturbed ingest:
// nothing may be lost, nothing doubled, and the engine must hold exactly the catalogue's passages.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { createLogger } from '../config/logger.js';
import { projectRoot } from '../config/root.js';
import { runIngest } from '../services/cli/run-ingest.js';
import { openArchive } from '../services/open-archive.js';
import { argument, benchSettings } from './settings.js';

const folder = argument('folder', join(projectRoot, 'examples', 'documents'));
const kills = Number(argument('kills', '30'));
let seed = Number(argument('seed', '1'));
const random = (): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
  return seed / 2 ** 31;
};

interface Outcome {
  readonly seconds: number;
  readonly kills: number;
  readonly ledger: string[];
  readonly documents: string[];
  readonly passages: number;
  readonly indexed: number | null;
  readonly lines: number;
}

async function ingestOnce(dataDir: string, wanted: number, expectedSeconds: number): Promise<Outcome> {
  const { settings, env } = benchSettings(dataDir);
  const logger = createLogger(settings, 'kill');
  const started = performance.now();
  let running = true;
  let done = 0;
  const killer = (async () => {
    while (running && done < wanted) {
      await sleep(200 + random() * ((1_000 * expectedSeconds) / Math.max(1, wanted)));
      const pid = running ? workerPid(dataDir) : null;
      if (pid === null) continue;
      try {
        process.kill(pid, 'SIGKILL');
        done++;
      } catch {
        // it had ended by itself
      }
    }
  })();
  const lines: string[] = [];
  await runIngest({ settings, logger, paths: [folder], env, onLine: ({ file }) => lines.push(file) });
  running = false;
  await killer;
  const seconds = (performance.now() - started) / 1000;

  const db = new Database(join(dataDir, 'catalogue.db'), { readonly: true });
  const all = (sql: string): string[] =>
    db
      .prepare(sql)
      .raw()
      .all()
      .map((row) => JSON.stringify(row));
  const open = openArchive(settings, logger);
  try {
    const passages = all(
      'SELECT d.file, p.ordinal, p.start, p."end", p.embed_hash FROM passages p JOIN documents d ON d.id = p.document_id ORDER BY 1, 2',
    );
    return {
      seconds,
      kills: done,
      lines: new Set(lines).size === lines.length ? lines.length : -1,
      ledger: all('SELECT file, status, code, document_id, passages FROM ledger ORDER BY file'),
      documents: [
        ...all('SELECT id, file, version, title, number, region, date FROM documents ORDER BY id'),
        ...all('SELECT document_id, version, text_hash FROM versions ORDER BY 1, 2'),
        createHash('sha256').update(passages.join('\n')).digest('hex'),
      ],
      passages: passages.length,
      indexed: await open.engine.size(),
    };
  } finally {
    await open.close();
    db.close();
  }
}

function workerPid(dataDir: string): number | null {
  try {
    const db = new Database(join(dataDir, 'catalogue.db'), { readonly: true, fileMustExist: true });
    const pid = db.prepare<[], number>('SELECT pid FROM lease').pluck().get() ?? null;
    db.close();
    return pid;
  } catch {
    return null; // not made yet
  }
}

const scratch = mkdtempSync(join(tmpdir(), 'yanju-kill-'));
try {
  const calm = await ingestOnce(join(scratch, 'calm'), 0, 0);
  console.log(`undisturbed: ${calm.ledger.length} files, ${calm.passages} passages, ${calm.seconds.toFixed(1)} s`);
  const killed = await ingestOnce(join(scratch, 'killed'), kills, calm.seconds);
  console.log(
    `killed ${killed.kills} times: ${killed.ledger.length} files, ${killed.passages} passages, ${killed.seconds.toFixed(1)} s`,
  );
  const before = new Set([...calm.ledger, ...calm.documents]);
  const after = new Set([...killed.ledger, ...killed.documents]);
  const lost = [...before].filter((row) => !after.has(row));
  const added = [...after].filter((row) => !before.has(row));
  const held = killed.indexed === killed.passages && calm.indexed === calm.passages;
  console.log(
    `lost ${lost.length}, doubled or different ${added.length}, engine holds ${killed.indexed} of ${killed.passages}, lines ${killed.lines}`,
  );
  for (const row of [...lost.slice(0, 5), ...added.slice(0, 5)]) console.log(`  ${row}`);
  process.exitCode = lost.length + added.length === 0 && held && killed.lines === killed.ledger.length ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
