// Works the queue: several files are read and embedded at a time, and stored in the order of their jobs;
// the engine follows batch by batch meanwhile.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Job } from '../services/catalogue/queue.js';
import { documentIdOf } from '../services/catalogue/store.js';
import { type AppError, asAppError } from '../services/domain/errors.js';
import type { LedgerLine } from '../services/domain/ledger.js';
import type { EngineInUse } from '../services/engine/in-use.js';
import { keepFacts } from '../services/facts/keep-facts.js';
import { linkDocuments } from '../services/families/link-documents.js';
import { syncBatch } from '../services/search/index-documents.js';
import { holds, type Outcome, type PipelineDeps, prepareJob, store } from './pipeline.js';
import type { Tally } from './tally.js';

/** Files under way at once: enough that the embedding processes never wait for the next one. */
const WINDOW = 16;

export interface WorkDeps extends PipelineDeps {
  readonly engine: Pick<EngineInUse, 'hold'>;
  readonly logger: Logger;
  readonly tally: Tally;
  /** how often the engine is asked for its last batch before it counts as out of reach */
  readonly engineTries: number;
}

/**
 * Does every open job and brings the engine, the families and the facts up to date; resolves when nothing is left.
 * @throws AppError when the work cannot go on (model, engine); what was done until then stays done, and what needs no engine
 *   was done without it
 */
export async function work(deps: WorkDeps): Promise<void> {
  const { catalogue } = deps;
  const engine = followEngine(deps);
  catalogue.originals.clearScratch();
  let engineFailure: AppError | null = null;
  try {
    let last = 0;
    const under: Promise<Outcome>[] = [];
    const take = (): void => {
      for (const job of catalogue.queue.open(last, WINDOW - under.length)) {
        under.push(startJob(job, deps));
        last = job.id;
      }
    };
    for (take(); under.length > 0; take()) {
      const ready = await under[0]!; // the loop's condition
      under.shift();
      const outcome = holds(ready, catalogue) ? ready : await prepareJob(ready.job, deps, true);
      const line = deps.tally.timedNow('store', () => store(outcome, catalogue));
      deps.tally.file(line.status);
      tellFile(line, deps.logger);
      deps.onProgress?.();
      engine.wake();
    }
  } finally {
    engineFailure = await engine.finish();
  }
  const told = (event: string) => (documentId: string, error?: unknown) => {
    if (error !== undefined) deps.logger.error({ event, documentId, err: error });
    deps.onProgress?.();
  };
  await deps.tally.timed('families', () => linkDocuments(catalogue, told('families.failed')));
  await deps.tally.timed('facts', () => keepFacts(catalogue, told('facts.failed')));
  if (engineFailure) throw engineFailure; // its run stays open: it is not searchable yet
  catalogue.queue.closeRuns();
}

/** A file's name may say what it holds, and stands in the ledger: a log has its document's id. */
function tellFile({ file, message: _, ...line }: LedgerLine, logger: Logger): void {
  const document = documentIdOf(file);
  logger.info({ event: 'ingest.file', document, ...line });
  logger.debug({ event: 'ingest.path', document, file });
}

function startJob(job: Job, deps: WorkDeps): Promise<Outcome> {
  const outcome = prepareJob(job, deps);
  outcome.catch(() => {}); // it is awaited in turn; until then its failure is not unhandled
  return outcome;
}

/** Gives the engine its batches while the queue is worked, without ever running twice at once. */
function followEngine({ catalogue, engine, engineTries, embedder, logger, tally }: WorkDeps): {
  wake(): void;
  /** Resolves when the engine has all, or with why it has not. */
  finish(): Promise<AppError | null>;
} {
  let running: Promise<void> | null = null;
  let failure: unknown = null;
  const run = async (): Promise<void> => {
    while (await engine.hold((held) => syncBatch(catalogue, held, embedder.fingerprint)));
  };
  const timedRun = (): Promise<void> => tally.timed('index', run);
  return {
    wake() {
      if (running || failure) return;
      running = timedRun()
        .catch((error) => {
          failure = error;
        })
        .finally(() => {
          running = null;
        });
    },
    async finish() {
      await running;
      for (let attempt = 1; ; attempt++) {
        try {
          await timedRun();
          return null;
        } catch (cause) {
          const error = asAppError(cause, 'ENGINE_UNAVAILABLE');
          logger.warn({ event: 'engine.behind', code: error.code, attempt });
          if (attempt >= engineTries) return error;
          await sleep(500 * 2 ** attempt);
        }
      }
    },
  };
}
