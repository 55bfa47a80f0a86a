// npm run bench:reindex -- DATA_DIR [--clients 20] [--pause 500] [--queries FILE]   (needs MEILI_URL)
// An archive is moved embedded → Meilisearch → embedded while clients search: errors, and answers that neither engine gives
// when it is asked in peace. Then once more there and back while files are taken in. On a copy of the data folder, with an
// index of its own on the server.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyCatalogue, makeOwn } from '../services/catalogue/copy.js';
import { Health } from '../services/domain/archive.js';
import { dropIndex } from './drop-index.js';
import { type Answered, answersOf, prepared, type Question, startClients } from './reindex/clients.js';
import { differences } from './reindex/differences.js';
import { ingestMeanwhile } from './reindex/ingest-meanwhile.js';
import { parity } from './reindex/parity.js';
import { serve, untilIdle, yanju } from './reindex/service.js';
import { argument } from './settings.js';

const given = process.argv[2];
if (!given || given.startsWith('--') || !process.env.MEILI_URL) throw new Error('MEILI_URL=… bench:reindex DATA_DIR');
const clients = Number(argument('clients', '20'));
const pauseMs = Number(argument('pause', '500'));
const queries = readFileSync(argument('queries', join('..', 'shared', 'archive', 'queries.jsonl')), 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { query: string }).query);
const questions: Question[] = queries.flatMap((q) =>
  (['keyword', 'semantic', 'hybrid'] as const).map((mode) => ({ q, mode })),
);

const folder = mkdtempSync(join(tmpdir(), 'yanju-bench-reindex-'));
const dataDir = join(folder, 'data');
mkdirSync(dataDir);
await copyCatalogue(given, join(dataDir, 'catalogue.db'));
makeOwn(join(dataDir, 'catalogue.db'));
const env = {
  ...process.env,
  YANJU_DATA_DIR: dataDir,
  YANJU_PORT: argument('port', '3198'),
  YANJU_RATE_LIMIT: '0',
  YANJU_LOG_LEVEL: process.env.YANJU_LOG_LEVEL ?? 'error',
  YANJU_ENGINE: '',
};
const seconds = (from: number): string => ((performance.now() - from) / 1000).toFixed(0);
let failed = 0;
const fail = (count: number): number => {
  failed += count;
  return count;
};

let service: Awaited<ReturnType<typeof serve>> | null = null;
try {
  await untilIdle(env); // families and facts up to date, so that no answer changes by itself
  await yanju(['reindex', '--to', 'embedded', '--json'], env);
  service = await serve(env);
  const { url } = service;
  const health = async (): Promise<Health> => Health.parse(await (await fetch(`${url}/api/health`)).json());
  const settled = async (engine: string): Promise<void> => {
    for (let tries = 0; tries < 600; tries++) {
      const { engine: now, index, indexed, passages, pending } = await health();
      if (now === engine && index.state === 'ready' && index.lacking === 0 && indexed === passages && pending === 0)
        return;
      await sleep(500);
    }
    throw new Error(`not settled on ${engine}: ${JSON.stringify(await health())}`);
  };
  await settled('embedded');
  await prepared(url);
  const embedded = await answersOf(url, questions);
  const after = new Map<string, ReadonlyMap<string, string>>();
  const taken: Answered[] = [];
  for (const to of ['meilisearch', 'embedded'] as const) {
    const running = startClients({ url, questions, clients, pauseMs });
    await sleep(3_000);
    const from = performance.now();
    const told = await yanju(['reindex', '--to', to, '--json'], env);
    const took = seconds(from);
    await sleep(5_000);
    taken.push(...(await running.stop()));
    await settled(to);
    after.set(to, await answersOf(url, questions));
    console.log(`reindex --to ${to} with ${clients} clients: ${took} s; ${told.trim()}`);
  }
  const [meilisearch, again] = [after.get('meilisearch') ?? embedded, after.get('embedded') ?? embedded];

  const errors = taken.filter(({ status }) => status !== 200);
  const degraded = taken.filter(({ degraded }) => degraded);
  const isOf = (answers: ReadonlyMap<string, string>) => (one: Answered) => answers.get(one.key) === one.answer;
  const wrong = taken.filter(
    (one) => one.status === 200 && !one.degraded && !isOf(embedded)(one) && !isOf(meilisearch)(one),
  );
  const ms = taken.map((one) => one.ms).sort((a, b) => a - b);
  const at = (share: number): string => (ms[Math.floor(share * (ms.length - 1))] ?? 0).toFixed(0);
  console.log(
    `${taken.length} answers: ${fail(errors.length)} errors, ${fail(wrong.length)} wrong, ${fail(degraded.length)} degraded; ` +
      `${taken.filter(isOf(embedded)).length} as embedded, ${taken.filter(isOf(meilisearch)).length} as Meilisearch; ` +
      `ms: median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`,
  );
  const say = (key: string, answer: string): void => {
    const [one, other] = [embedded, meilisearch].map((answers) =>
      differences(JSON.parse(answers.get(key) ?? '{}'), JSON.parse(answer)).slice(0, 4),
    );
    console.log(`${key}: unlike embedded in ${one}; unlike Meilisearch in ${other}`);
  };
  for (const { status, key, answer } of errors.slice(0, 5)) console.log(status, key, answer.slice(0, 300));
  for (const { key, answer } of wrong.slice(0, 10)) say(key, answer);
  const moved = [...again].filter(([key, answer]) => embedded.get(key) !== answer);
  console.log(`embedded before and after: ${embedded.size - fail(moved.length)} of ${embedded.size} answers identical`);
  for (const [key, answer] of moved) say(key, answer);
  for (const line of parity(embedded, meilisearch)) console.log(line);

  for (const args of [['--to', 'meilisearch'], ['--undo']]) {
    const from = performance.now();
    const reindexing = yanju(['reindex', ...args, '--json'], env);
    const meanwhile = await ingestMeanwhile({
      url,
      env,
      folder: join(folder, `files ${args.join(' ')}`),
      until: reindexing,
    });
    await settled(args[1] ?? 'embedded');
    const lost = await meanwhile.missing();
    console.log(
      `reindex ${args.join(' ')}, ${meanwhile.files} files taken in meanwhile: ${seconds(from)} s; ` +
        `${fail(meanwhile.late)} not found when their ingest had ended, ${fail(lost)} not found afterwards`,
    );
  }
} finally {
  await service?.stop();
  await dropIndex(dataDir);
  rmSync(folder, { recursive: true, force: true });
}
if (failed > 0) process.exitCode = 1;
