// npm run bench:load -- --folder DIR [--clients 50] [--seconds 180]
// Clients search, open and check while a folder is taken in, on a server of its own with an empty data folder and no limit
// on requests: how many answers fail, and how long they take.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { builtModule, projectRoot } from '../config/root.js';
import { argument } from './settings.js';

const folder = argument('folder', join(projectRoot, 'examples', 'documents'));
const clients = Number(argument('clients', '50'));
const seconds = Number(argument('seconds', '180'));
const port = Number(argument('port', '3199'));
const url = `http://127.0.0.1:${port}`;
const dataDir = mkdtempSync(join(tmpdir(), 'yanju-bench-load-'));
const env = {
  ...process.env,
  YANJU_DATA_DIR: dataDir,
  YANJU_PORT: String(port),
  YANJU_RATE_LIMIT: '0',
  YANJU_LOG_LEVEL: 'error',
};

const yanju = (...args: string[]): ChildProcess =>
  spawn(process.execPath, [builtModule('services/cli/main.js'), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
const ended = (child: ChildProcess): Promise<void> => new Promise((resolve) => child.once('exit', () => resolve()));

const questions = [
  '孩子满六岁了是不是一定要上学',
  '随迁子女怎么入学',
  '课后服务',
  '学前教育毛入园率',
  '教师工资',
  '美育 课时',
];
const requests = questions.flatMap((question) => {
  const q = encodeURIComponent(question);
  return [
    { path: `/api/search?q=${q}&mode=hybrid` },
    { path: `/api/search?q=${q}&mode=keyword&group=document` },
    { path: `/api/wording?q=${q}` },
    { path: `/?q=${q}` },
    { path: `/search?q=${q}` },
    { path: `/api/suggest?q=${q.slice(0, 9)}` },
    { path: '/api/documents?size=20' },
    { path: `/timeline?q=${q}` },
    { path: '/api/health' },
  ];
});

const server = yanju('serve');
let [peak, out] = [0, ''];
try {
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(`${url}/api/health/live`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    await sleep(200);
  }
  const ingest = yanju('ingest', folder, '--json');
  ingest.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  const taken = performance.now();
  const ingested = ended(ingest).then(() => (performance.now() - taken) / 1000);
  const watch = setInterval(async () => {
    const text = await fetch(`${url}/metrics`).then(
      (answer) => answer.text(),
      () => '',
    );
    peak = Math.max(peak, Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? 0));
  }, 5_000);
  const result = await autocannon({ url, connections: clients, duration: seconds, timeout: 60, requests });
  clearInterval(watch);
  console.log(
    `${clients} clients, ${seconds} s: ${result.requests.total} answers; ${JSON.stringify(result.statusCodeStats)}; connections failed ${result.errors}, of these timed out ${result.timeouts}`,
  );
  console.log(
    `latency ms: median ${result.latency.p50}, p90 ${result.latency.p90}, p99 ${result.latency.p99}, longest ${result.latency.max}; the server's memory at most ${Math.round(peak / 1024 ** 2)} MiB`,
  );
  const took = await Promise.race([ingested, sleep(900_000).then(() => null)]);
  const { summary } = JSON.parse(out.trim().split('\n').at(-1) ?? '{}') as { summary?: object };
  console.log(`ingest: ${took?.toFixed(0) ?? 'not ended after'} s ${JSON.stringify(summary)}`);
  const wrong = Object.entries(result.statusCodeStats ?? {}).filter(
    ([status]) => Number(status) >= 400 && status !== '429',
  );
  if (result.errors > 0 || wrong.length > 0) process.exitCode = 1;
} finally {
  server.kill('SIGTERM');
  await ended(server);
  rmSync(dataDir, { recursive: true, force: true });
}
