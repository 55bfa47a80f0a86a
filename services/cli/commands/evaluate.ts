// yanju evaluate FOLDER: ingests FOLDER/documents into a data folder of its own, kept, and judges FOLDER/queries.jsonl.
import { join } from 'node:path';
import type { Settings } from '../../../config/settings.js';
import { evaluationDataDir } from '../../evaluation/data-folder.js';
import { evaluate as judge, type Row } from '../../evaluation/evaluate.js';
import { readQueries } from '../../evaluation/queries.js';
import { openArchive } from '../../open-archive.js';
import type { Context } from '../context.js';
import { runIngest } from '../run-ingest.js';
import { progressBar, table } from '../terminal.js';

export async function evaluate(
  folder: string,
  options: { json?: boolean },
  { settings: given, logger, say }: Context,
): Promise<number> {
  const queries = readQueries(folder);
  const settings: Settings = { ...given, YANJU_DATA_DIR: evaluationDataDir(given.YANJU_DATA_DIR, folder) };

  const reading = progressBar(say('reading'), options.json);
  let done = 0;
  const { summary, embedBusy } = await runIngest({
    settings,
    logger,
    paths: [join(folder, 'documents')],
    env: {
      YANJU_DATA_DIR: settings.YANJU_DATA_DIR,
      ...(process.env.YANJU_LOG_LEVEL ? {} : { YANJU_LOG_LEVEL: 'warn' }),
    },
    onPlanned: reading.total,
    onLine: (line) => reading.update(++done, line.file),
  });
  reading.stop();

  const open = openArchive(settings, logger);
  try {
    await open.embedder?.embed(['预热'], 'query'); // loading the model is not part of a query's time
    const judging = progressBar(say('judging'), options.json);
    judging.start(queries.length * 3);
    const rows = await judge({
      archive: open.archive,
      queries,
      documentOf: (file) => open.catalogue.ledger.get(file)?.documentId ?? null,
      progress: (judged) => judging.update(judged),
    });
    judging.stop();
    if (options.json) {
      console.log(JSON.stringify({ folder, engine: settings.YANJU_ENGINE, summary, embedBusy, rows }));
    } else {
      console.log(`${say('ingested', summary)}\n`);
      console.log(table([['kind', 'mode', 'queries', 'measures', 'p50 ms', 'p95 ms'], ...rows.map(cells)]));
    }
    return 0;
  } finally {
    await open.close();
  }
}

const cells = ({ kind, mode, queries, measures, p50, p95 }: Row): string[] => [
  kind,
  mode,
  String(queries),
  Object.entries(measures)
    .map(([measure, value]) => `${measure} ${value.toFixed(3)}`)
    .join('  '),
  p50.toFixed(0),
  p95.toFixed(0),
];
