// yanju status: how the archive stands, and which files failed.
import { toldIn } from '../../domain/report.js';
import { openArchive } from '../../open-archive.js';
import type { Context } from '../context.js';
import { adapterLine } from '../show.js';
import { indexLine, sayOfIndex } from '../show-index.js';
import { table } from '../terminal.js';

export async function status(options: { json?: boolean }, { settings, logger, say }: Context): Promise<number> {
  const open = openArchive(settings, logger);
  try {
    const health = await open.archive.health();
    const { counts } = open.archive.report();
    if (options.json) {
      console.log(
        JSON.stringify(
          {
            ...health,
            ledger: open.catalogue.ledger.counts(),
            partial: open.archive.report().counts.partial,
            model: open.catalogue.fingerprint(),
          },
          null,
          2,
        ),
      );
      return 0;
    }
    const none = '—';
    const { worker, oldestPendingSeconds: oldest } = health.operation;
    const heard = worker.secondsAgo;
    console.log(
      table([
        [say('documents'), String(health.documents)],
        [say('passages'), String(health.passages)],
        [say('indexedPassages'), `${health.indexed ?? none} (${health.engine})`],
        [sayOfIndex(settings.YANJU_LANGUAGE)('index'), indexLine(health.index, settings.YANJU_LANGUAGE)],
        [say('pending'), String(health.pending)],
        [say('oldestPending'), oldest === null ? none : say('seconds', { seconds: oldest })],
        [say('workerState'), heard === null ? none : say('secondsAgo', { seconds: heard })],
        [say('diskLeft'), `${health.operation.diskFreeMb} MB`],
        [say('years'), `${health.yearFrom ?? none}–${health.yearTo ?? none}`],
        [say('fingerprint'), open.catalogue.fingerprint() ?? none],
        [say('queryAdapter'), adapterLine(health.adapter, say)],
        [say('failedFiles'), String(counts.failed)],
        [say('partlyRead'), String(counts.partial)],
      ]),
    );
    for (const failure of open.archive.failures(null, 1, counts.failed)) {
      const { file, code, message } = toldIn(failure, settings.YANJU_LANGUAGE);
      console.log(`✗ ${file}\n  ${code}：${message}`);
    }
    if (counts.failed > 0) console.log(say('retryHint'));
    return 0;
  } finally {
    await open.close();
  }
}
