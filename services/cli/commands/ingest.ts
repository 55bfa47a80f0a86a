// yanju ingest PATH… [--metadata FILE] [--json]
import type { LedgerLine } from '../../domain/ledger.js';
import type { Context } from '../context.js';
import { runIngest } from '../run-ingest.js';
import { progressBar } from '../terminal.js';

/** Exit status: 0, or 2 when some file failed. */
export async function ingest(
  paths: readonly string[],
  options: { metadata?: string; json?: boolean },
  { settings, logger, say }: Context,
): Promise<number> {
  const bar = progressBar(say('reading'), options.json);
  const failed: LedgerLine[] = [];
  let done = 0;
  const { summary, embedBusy } = await runIngest({
    settings,
    logger,
    paths,
    ...(options.metadata !== undefined && { metadataFile: options.metadata }),
    env: process.env.YANJU_LOG_LEVEL ? {} : { YANJU_LOG_LEVEL: 'warn' },
    onPlanned: bar.total,
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
