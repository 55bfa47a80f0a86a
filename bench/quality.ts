// npm run bench:quality -- [--shared DIR] [--sets archive,stard,examples] [--json FILE] [--docs DIR]
// Search quality in one run: this product on both engines, its single legs, and what a user could take instead, by kind
// of query, with a paired significance test. Prints tables, and writes them and a chart to docs/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createLogger } from '../config/logger.js';
import { projectRoot } from '../config/root.js';
import { chart } from './quality/chart.js';
import { againstBestLeg, compare, withPooled } from './quality/compare.js';
import { draw } from './quality/draw.js';
import { judgeSet, type Result } from './quality/judge-set.js';
import { report } from './quality/report.js';
import { findSets, openSet } from './quality/sets.js';
import { HYBRID, LEGS, ON_MEILISEARCH, skippedWithout, systemNames } from './quality/systems.js';
import { argument, benchSettings } from './settings.js';

const shared = resolve(argument('shared', process.env.YANJU_SHARED ?? join(projectRoot, '..', 'shared')));
const names = argument('sets', '').split(',').filter(Boolean);
const docs = resolve(argument('docs', join(projectRoot, 'docs')));
const json = argument('json', '');
const { settings } = benchSettings(process.env.YANJU_DATA_DIR ?? 'data');
const logger = createLogger(settings, 'bench');

const judged: Result[] = [];
for (const set of findSets(shared, names)) {
  const open = await openSet(set, settings, logger);
  judged.push(...(await judgeSet(set.name, open, settings)));
  await open.close();
}

const results = withPooled(judged);
const hybrids = [HYBRID, ON_MEILISEARCH];
const comparisons = hybrids.map((hybrid) => compare(results, hybrid));
const bestLegs = hybrids.map((hybrid, i) => againstBestLeg(results, comparisons[i] ?? [], LEGS[hybrid] ?? []));
const skipped = skippedWithout(settings.MEILI_URL);
const tables = report({ results, systems: systemNames, skipped, comparisons, bestLegs });
console.log(tables);

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
write(
  join(docs, 'quality.md'),
  `# Search quality\n\nWritten by \`npm run bench:quality\`.\n\n![](images/quality.svg)\n\n${tables}\n`,
);
write(join(docs, 'images', 'quality.svg'), `${await draw(chart(results, systemNames))}\n`);
if (json) write(resolve(json), JSON.stringify({ results, comparisons, bestLegs, skipped }));
process.exit(0);
