// The path of a rebuild: built aside, followed, counted, asked, put in place; and the way back to the index before.
import type { Catalogue } from '../catalogue/open.js';
import { withLease } from '../catalogue/with-lease.js';
import { AppError } from '../domain/errors.js';
import type { Engine, EngineName } from '../engine/engine.js';
import { giveBatch, syncBatch } from '../search/index-documents.js';
import { type BuildDeps, catchUp, type Held, holdsAll } from './build-aside.js';
import { askCanaries, type CanaryReport, canaryQuestions, type Question } from './canaries.js';

export interface MoveDeps extends Pick<BuildDeps, 'catalogue' | 'fingerprint' | 'embed' | 'progress'> {
  /** the engine whose index is made */
  readonly engine: Engine;
  /** address of its server, for processes whose settings name none */
  readonly url: string | null;
  /** whether services that use another engine go over to this one */
  readonly moves: boolean;
}

/**
 * Makes the engine's index anew and puts it in place when it answers rightly; services that run move over by themselves.
 * When it does not, the old one stays. Ingest goes on meanwhile, but for the moment in which the index is asked and put
 * in place: until then it waits with giving documents to the index, and with nothing else.
 */
export async function buildAndMove({ engine, url, moves, ...deps }: MoveDeps): Promise<CanaryReport> {
  const { catalogue, fingerprint } = deps;
  const rebuild = await engine.rebuild();
  try {
    const held: Held = new Map();
    await catchUp({ ...deps, rebuild }, held);
    return await withLease(catalogue.leases, 'index', async () => {
      const report = await askedWhole({ ...deps, rebuild }, held);
      if (report.failed.length > 0) {
        await rebuild.abort();
        return report;
      }
      const identity = await rebuild.commit();
      catalogue.transaction(() => {
        catalogue.sync.keepOnly(identity);
        catalogue.sync.applied(
          identity,
          [...held].map(([documentId, { revision }]) => ({ documentId, revision })),
        );
        catalogue.indexes.complete({ identity, fingerprint });
        catalogue.setFingerprint(fingerprint);
        if (moves) moveTo(catalogue, engine.name, url);
      });
      return report;
    });
  } catch (error) {
    await rebuild.abort().catch(() => {}); // the first error is the one to tell
    throw error;
  }
}

/** Asks the new index when it has all that the catalogue has at that moment. */
async function askedWhole(deps: BuildDeps, held: Held): Promise<CanaryReport> {
  const { catalogue, fingerprint, rebuild } = deps;
  for (;;) {
    await catchUp(deps, held);
    const questions = questionsWhen(() => holdsAll(catalogue, held), catalogue, fingerprint);
    if (questions) return askCanaries(rebuild, questions);
  }
}

const questionsWhen = (whole: () => boolean, catalogue: Catalogue, fingerprint: string): Question[] | null =>
  catalogue.atOneMoment(() => (whole() ? canaryQuestions(catalogue, fingerprint) : null));

const moveTo = (catalogue: Catalogue, engine: EngineName, url: string | null): void =>
  catalogue.indexes.setMove({ engine, url, at: new Date().toISOString() });

/**
 * Goes back to an engine whose index was kept: gives it what came in since, asks it, and moves.
 * @throws AppError REINDEX_NOTHING_KEPT when its index is not there, was never whole, or is of another model
 */
export async function moveBack({
  catalogue,
  engine,
  url,
  fingerprint,
}: Omit<MoveDeps, 'embed' | 'progress' | 'moves'>): Promise<CanaryReport> {
  const kept = catalogue.indexes.get(await engine.identity());
  if (kept?.fingerprint !== fingerprint) throw new AppError('REINDEX_NOTHING_KEPT', { engine: engine.name });
  while (await syncBatch(catalogue, engine, fingerprint));
  return withLease(catalogue.leases, 'index', async () => {
    for (;;) {
      while (await giveBatch(catalogue, engine, fingerprint));
      const identity = await engine.identity();
      const questions = questionsWhen(() => !catalogue.sync.isBehind(identity), catalogue, fingerprint);
      if (!questions) continue;
      const report = await askCanaries(engine, questions);
      if (report.failed.length === 0) moveTo(catalogue, engine.name, url);
      return report;
    }
  });
}
