// yanju evaluate FOLDER: ingests FOLDER/documents into a data folder of its own, kept, and judges FOLDER/queries.jsonl.
import { adapterInUse } from '../../embedding/adapted.js';
import { type AdapterShelf, openAdapterShelf } from '../../embedding/adapter-shelf.js';
import type { AdapterChoice } from '../../embedding/embedder.js';
import { evaluate as judge, type Row } from '../../evaluation/evaluate.js';
import { readQueries } from '../../evaluation/queries.js';
import { openArchive } from '../../open-archive.js';
import type { Context } from '../context.js';
import { ingestFolder } from '../ingest-folder.js';
import { progressBar, table } from '../terminal.js';
import { NO_ADAPTER } from './adapter.js';

export async function evaluate(
  folder: string,
  options: { json?: boolean; adapter?: string },
  context: Context,
): Promise<number> {
  const { settings: given, logger, say } = context;
  const queries = readQueries(folder);
  const { settings, summary, embedBusy } = await ingestFolder(folder, options.json === true, context);

  // Adapters are those of the archive proper, not of the data kept for this folder.
  const adapter = adapterFor(options.adapter, openAdapterShelf(given.YANJU_DATA_DIR));
  const open = openArchive(settings, logger, adapter);
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
      console.log(
        JSON.stringify({
          folder,
          engine: settings.YANJU_ENGINE,
          adapter: adapterInUse(open.embedder),
          summary,
          embedBusy,
          rows,
        }),
      );
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

/** The one that was asked for, none, or (undefined) what the folder's own data has in use. */
function adapterFor(name: string | undefined, shelf: AdapterShelf): (() => AdapterChoice | null) | undefined {
  if (name === undefined) return undefined;
  if (name === NO_ADAPTER) return () => null;
  const adapter = shelf.read(name);
  return () => ({ name, adapter, problem: null });
}
