// npm run bench:query -- [--folder DIR]
// Hybrid queries through the API, one client, in one run and in turn with what they are measured against, so that the
// machine's noise falls on all: the bare calls they cannot do without (query embedding and engine), and the least that a
// semantic search does (query embedding, and one plain scan of every passage's vector in 8 bits by sqlite-vec).
// Prints the ratios of the 95th percentiles.
import { join, resolve } from 'node:path';
import { createLogger } from '../config/logger.js';
import { projectRoot } from '../config/root.js';
import { startServer } from '../services/api/server.js';
import { evaluationDataDir } from '../services/evaluation/data-folder.js';
import { percentile } from '../services/evaluation/metrics.js';
import { readQueries } from '../services/evaluation/queries.js';
import { openArchive } from '../services/open-archive.js';
import { parse } from '../services/search/parse.js';
import { depthFor, VECTOR_MATCHES } from '../services/search/retrieve.js';
import { plainScan } from './quality/plain-scan.js';
import { argument, benchSettings } from './settings.js';

const folder = resolve(argument('folder', join(projectRoot, 'examples')));
const rounds = Number(argument('rounds', '3'));
const { settings: read } = benchSettings(evaluationDataDir(process.env.YANJU_DATA_DIR ?? 'data', folder));
const settings = { ...read, YANJU_PORT: 0, YANJU_RATE_LIMIT: 0 };
const logger = createLogger(settings, 'bench');

const open = openArchive(settings, logger); // the bare calls have an embedding process of their own
const server = await startServer(settings, logger, { worker: false });
const queries = readQueries(folder).map(({ query }) => query);

async function bare(q: string): Promise<void> {
  const { index, terms, text } = parse(q, settings.YANJU_MAX_QUERY_CHARS);
  const [vector] = (await open.embedder?.embed([text], 'query')) ?? [];
  await open.engine.query({
    keyword: { text: index, terms },
    ...(vector && { vector }),
    filter: {},
    depth: depthFor({ group: 'passage', page: 1, size: 10 }),
    vectorMatches: VECTOR_MATCHES,
  });
}
const scan = plainScan(open.catalogue, open.embedder?.fingerprint ?? '', open.embedder?.dimension ?? 0);
async function leastSemantic(q: string): Promise<void> {
  const [vector] = (await open.embedder?.embed([q], 'query')) ?? [];
  if (vector) scan(vector);
}
async function overHttp(q: string): Promise<void> {
  const response = await fetch(`${server.url}/api/search?${new URLSearchParams({ q, mode: 'hybrid' })}`);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  await response.json();
}
async function timed(call: (q: string) => Promise<void>, q: string): Promise<number> {
  const started = performance.now();
  await call(q);
  return performance.now() - started;
}

for (const q of queries.slice(0, 10)) await Promise.all([bare(q), leastSemantic(q), overHttp(q)]); // warm
const times = { api: [] as number[], bare: [] as number[], least: [] as number[] };
for (let round = 0; round < rounds; round++) {
  for (const q of queries) {
    times.bare.push(await timed(bare, q));
    times.least.push(await timed(leastSemantic, q));
    times.api.push(await timed(overHttp, q));
  }
}
const line = (of: number[]): string =>
  `p50 ${percentile(of, 0.5).toFixed(1)} ms, p95 ${percentile(of, 0.95).toFixed(1)} ms`;
console.log(`${settings.YANJU_ENGINE}, ${await open.engine.size()} passages, ${times.api.length} queries`);
console.log(
  `API:   ${line(times.api)}\nbare:  ${line(times.bare)}\nleast: ${line(times.least)} (query embedding and a plain scan of vectors)`,
);
for (const [name, of] of [
  ['bare', times.bare],
  ['least', times.least],
] as const) {
  const ratio = (p: number): string => (percentile(times.api, p) / percentile(of, p)).toFixed(2);
  console.log(`API ÷ ${name}: p95 ${ratio(0.95)}, p50 ${ratio(0.5)}`);
}
await server.close();
await open.close();
process.exit(0);
