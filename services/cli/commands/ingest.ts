// yanju ingest PATH… [--metadata FILE] [--json], yanju retry [FILE…] [--json]
import { retry as queueAgain } from '../../catalogue/retry.js';
import type { LedgerLine } from '../../domain/ledger.js';
import type { Context } from '../context.js';
import { type FollowOptions, followRun, type IngestResult, runIngest } from '../run-ingest.js';
import { progressBar } from '../terminal.js';

export const ingest = (
  paths: readonly string[],
  options: { metadata?: string; json?: boolean },
  context: Context,
): Promise<number> =>
  shown(options, context, (following) =>
    runIngest({ ...following, paths, ...(options.metadata !== undefined && { metadataFile: options.metadata }) }),
  );

/** Names are paths in the archive, as `status` lists them. */
export const retry = (files: readonly string[], options: { json?: boolean }, context: Context): Promise<number> =>
  shown(options, context, (following) =>
    followRun(following, (catalogue) => queueAgain(catalogue, files.length > 0 ? { files } : {}).run),
  );

/** Shows a run as it goes on. Exit status: 0, or 2 when some file failed. */
async function shown(
  options: { json?: boolean },
  { settings, logger, say }: Context,
  run: (following: FollowOptions) => Promise<IngestResult>,
): Promise<number> {
  const bar = progressBar(say('reading'), options.json);
  const failed: LedgerLine[] = [];
  let done = 0;
  const { summary, embedBusy } = await run({
    settings,
    logger,
    quiet: true,
    onPlanned: bar.total,
    onOcr: (pages) => bar.update(done, say('ocrPages', { done: pages.done, pages: pages.pages })),
    onLine: (line) => {
      bar.update(++done, line.file);
      if (line.status === 'failed') failed.push(line);
      if (options.json) console.log(JSON.stringify(line));
    },
  });
  bar.stop();
  if (options.json) {
    console.log(JSON.stringify({ summary }));
  } else {
    for (const line of failed) console.log(`✗ ${line.file}\n  ${line.code}：${line.message}`);
    console.log(say('ingested', summary));
    if (summary.removed > 0) console.log(say('removed', { removed: summary.removed }));
  }
  if (embedBusy !== null) logger.info({ event: 'ingest.embedding', busy: Number(embedBusy.toFixed(3)) });
  return summary.failed > 0 ? 2 : 0;
}
