// npm run bench:backup -- DATA_DIR [--queries FILE]: backs an archive up, restores it into an empty folder, and compares
// the answers of both to every query, in full, in three modes and as a wording; with MEILI_URL set, on Meilisearch too.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '../config/logger.js';
import type { Settings } from '../config/settings.js';
import { backup } from '../services/backup/backup.js';
import { readBackup } from '../services/backup/read-backup.js';
import { restore } from '../services/backup/restore.js';
import { reindex } from '../services/cli/commands/reindex.js';
import { speak } from '../services/cli/terminal.js';
import { SearchRequest, WordingRequest } from '../services/domain/query.js';
import { openArchive } from '../services/open-archive.js';
import { dropIndex } from './drop-index.js';
import { argument, benchSettings } from './settings.js';

const dataDir = process.argv[2];
if (!dataDir || dataDir.startsWith('--')) throw new Error('bench:backup DATA_DIR [--queries FILE]');
const queries = readFileSync(argument('queries', join('..', 'shared', 'archive', 'queries.jsonl')), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { query: string }).query);

/** Every answer as a line of JSON, without the time that it took. */
async function answers(settings: Settings): Promise<string[]> {
  const open = openArchive(settings, createLogger(settings, 'bench'));
  try {
    await open.archive.prepared();
    const all: string[] = [];
    for (const q of queries) {
      for (const mode of ['keyword', 'semantic', 'hybrid'] as const) {
        const { took: _, ...answer } = await open.archive.search(SearchRequest.parse({ q, mode, size: 20 }));
        all.push(JSON.stringify(answer));
      }
      const { took: _, ...wording } = { took: 0, ...(await open.archive.wording(WordingRequest.parse({ q }))) };
      all.push(JSON.stringify(wording));
    }
    return all;
  } finally {
    await open.close();
  }
}

const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(1);
const folder = mkdtempSync(join(tmpdir(), 'yanju-bench-backup-'));
try {
  for (const engine of ['embedded', ...(process.env.MEILI_URL ? ['meilisearch' as const] : [])] as const) {
    const { settings: given } = benchSettings(dataDir);
    const settings = { ...given, YANJU_ENGINE: engine, MEILI_URL: process.env.MEILI_URL };
    const logger = createLogger(settings, 'bench');
    const say = speak('en');
    await reindex({ to: engine }, { settings, logger, say }, true);
    const before = await answers(settings);
    const file = join(folder, `${engine}.yanju`);
    let from = performance.now();
    const { documents, passages } = await backup(dataDir, file);
    console.log(
      `${engine}: backup of ${documents} documents, ${passages} passages: ${seconds(from)} s, ${Math.ceil(statSync(file).size / 1024 ** 2)} MB`,
    );
    from = performance.now();
    await readBackup(file, null);
    console.log(`${engine}: check ${seconds(from)} s`);
    const restored = join(folder, engine);
    from = performance.now();
    await restore(file, restored);
    const put = seconds(from);
    await reindex({ to: engine }, { settings: { ...settings, YANJU_DATA_DIR: restored }, logger, say }, true);
    console.log(`${engine}: restore ${put} s, with the index ${seconds(from)} s`);
    const after = await answers({ ...settings, YANJU_DATA_DIR: restored });
    const same = after.filter((answer, i) => answer === before[i]).length;
    console.log(`${engine}: ${same} of ${before.length} answers identical (${queries.length} queries)`);
    if (same < before.length) process.exitCode = 1;
    if (engine === 'meilisearch') await dropIndex(restored);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
