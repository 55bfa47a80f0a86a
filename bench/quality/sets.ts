// The sets that quality is judged on: each an evaluation folder, its queries, and its archive on every engine at hand.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { projectRoot } from '../../config/root.js';
import type { Settings } from '../../config/settings.js';
import { createArchive } from '../../services/archive.js';
import type { Catalogue } from '../../services/catalogue/open.js';
import { runIngest } from '../../services/cli/run-ingest.js';
import { progressBar } from '../../services/cli/terminal.js';
import type { Archive } from '../../services/domain/archive.js';
import type { Embedder } from '../../services/embedding/embedder.js';
import { remembering } from '../../services/embedding/remembering.js';
import type { Engine } from '../../services/engine/engine.js';
import { openEngine } from '../../services/engine/open.js';
import { evaluationDataDir } from '../../services/evaluation/data-folder.js';
import { type EvaluationQuery, readQueries } from '../../services/evaluation/queries.js';
import { openArchive } from '../../services/open-archive.js';
import { syncBatch } from '../../services/search/index-documents.js';

export interface QuerySet {
  readonly name: string;
  readonly folder: string;
}
export interface OpenSet {
  readonly queries: readonly EvaluationQuery[];
  readonly catalogue: Catalogue;
  readonly embedder: Embedder;
  readonly engine: Engine;
  /** this product on the embedded engine, and on Meilisearch where there is a server */
  readonly embedded: Archive;
  readonly onMeilisearch: Archive | null;
  close(): Promise<void>;
}

const SHARED = ['archive', 'stard'];

/** The sets of the shared folder; the bundled examples where it is not there. `names` picks some of them. */
export function findSets(shared: string, names: readonly string[]): QuerySet[] {
  const found = SHARED.map((name) => ({ name, folder: join(shared, name) })).filter(({ folder }) => existsSync(folder));
  const examples = { name: 'examples', folder: join(projectRoot, 'examples') };
  const wanted = (set: QuerySet): boolean => names.length === 0 || names.includes(set.name);
  const picked = found.length > 0 ? found.filter(wanted) : [examples];
  return names.includes(examples.name) && !picked.includes(examples) ? [...picked, examples] : picked;
}

/** Ingests what has changed since the last run, and brings both engines up to it. */
export async function openSet({ name, folder }: QuerySet, given: Settings, logger: Logger): Promise<OpenSet> {
  const settings: Settings = {
    ...given,
    YANJU_ENGINE: 'embedded',
    YANJU_DATA_DIR: evaluationDataDir(given.YANJU_DATA_DIR, folder),
  };
  const reading = progressBar(name);
  let done = 0;
  await runIngest({
    settings,
    logger,
    paths: [join(folder, 'documents')],
    env: {
      YANJU_DATA_DIR: settings.YANJU_DATA_DIR,
      YANJU_ENGINE: 'embedded',
      YANJU_LOG_LEVEL: settings.YANJU_LOG_LEVEL,
    },
    onPlanned: (files) => reading.start(files),
    onLine: ({ file }) => reading.update(++done, file),
  });
  reading.stop();

  const open = openArchive(settings, logger);
  const { catalogue, engine } = open;
  if (!open.embedder) throw new Error(`the model in ${settings.YANJU_MODEL_DIR} cannot be used`);
  const embedder = remembering(open.embedder);
  const archiveOn = (on: Engine): Archive =>
    createArchive({ settings, catalogue, engine: on, embedder, reranking: open.reranking });
  const meilisearch = settings.MEILI_URL
    ? openEngine({
        settings: { ...settings, YANJU_ENGINE: 'meilisearch' },
        catalogueId: catalogue.id,
        dimension: embedder.dimension,
      })
    : null;
  while (meilisearch && (await syncBatch(catalogue, meilisearch, embedder.fingerprint)));
  return {
    queries: readQueries(folder),
    catalogue,
    embedder,
    engine,
    embedded: archiveOn(engine),
    onMeilisearch: meilisearch && archiveOn(meilisearch),
    async close() {
      await meilisearch?.close();
      await open.close();
    },
  };
}
