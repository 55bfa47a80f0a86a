// Opens an archive for answering: catalogue, engine and a query embedder of its own. Used by the composition roots.
import type { Logger } from 'pino';
import type { Settings } from '../config/settings.js';
import { createPreviewer } from '../ingest/preview/previewer.js';
import { createDraftReader } from '../ingest/read-draft.js';
import { createArchive } from './archive.js';
import { type Catalogue, openCatalogue } from './catalogue/open.js';
import type { Archive } from './domain/archive.js';
import { AppError } from './domain/errors.js';
import { adaptedTokens } from './embedding/adapted.js';
import { openAdapterShelf } from './embedding/adapter-shelf.js';
import type { AdapterChoice, Embedder, TokenEmbedder } from './embedding/embedder.js';
import { createEmbedder } from './embedding/transformers.js';
import type { EngineInUse } from './engine/in-use.js';
import { type Measure, measuredEmbedder, measuredEngine } from './measured.js';
import { openEngineInUse } from './open-engine.js';
import { openReranker } from './reranking/open.js';
import type { Reranking } from './search/rerank.js';

export interface OpenArchive {
  readonly archive: Archive;
  readonly catalogue: Catalogue;
  readonly engine: EngineInUse;
  /** query vectors go through the adapter in use */
  readonly embedder: Embedder | null;
  readonly reranking: Reranking | null;
  close(): Promise<void>;
}

/** Dimension of the vectors where no model can say it; the engine is then asked by keyword only. */
const DEFAULT_DIMENSION = 512;

/**
 * Without a usable model the archive still answers by keyword, and says so; without a usable adapter, without one.
 * @param adapter chooses another adapter than the archive has in use
 * @param measure is told how long engine and model take
 */
export function openArchive(
  settings: Settings,
  logger: Logger,
  adapter?: () => AdapterChoice | null,
  measure?: Measure,
): OpenArchive {
  const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
  const plain = openEmbedder(settings, logger);
  const shelf = openAdapterShelf(settings.YANJU_DATA_DIR);
  const embedder = plain && adaptedTokens(plain, adapter ?? (() => shelf.choice(plain)));
  const problem = embedder?.adapter?.()?.problem;
  if (problem) logger.warn({ event: 'adapter.unusable', problem });
  const engine = openEngineInUse({
    settings,
    catalogue,
    dimension: embedder?.dimension ?? DEFAULT_DIMENSION,
    model: embedder?.fingerprint,
    logger,
  });
  const reranker = openReranker(settings, embedder, logger);
  const reranking = reranker && {
    reranker,
    candidates: settings.YANJU_RERANK_CANDIDATES,
    timeoutMs: settings.YANJU_RERANK_TIMEOUT_MS,
  };
  const previewer = settings.YANJU_PREVIEW ? createPreviewer(settings) : null;
  const drafts = createDraftReader(settings);
  const archive = createArchive({
    settings,
    catalogue,
    engine: measure ? measuredEngine(engine, measure) : engine,
    embedder: measure && embedder ? measuredEmbedder(embedder, measure) : embedder,
    reranking,
    previewer,
    readDraft: drafts.read,
  });
  return {
    archive,
    catalogue,
    engine,
    embedder,
    reranking,
    async close() {
      await Promise.all([embedder?.close(), reranker?.close(), previewer?.close(), engine.close(), drafts.close()]);
      catalogue.close();
    },
  };
}

function openEmbedder(settings: Settings, logger: Logger): TokenEmbedder | null {
  try {
    return createEmbedder({
      modelDir: settings.YANJU_MODEL_DIR,
      processes: 1,
      download: settings.YANJU_MODEL_DOWNLOAD,
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logger.error({ event: 'model.unusable', code: error.code, message: error.message });
    return null;
  }
}
