// yanju reindex: embeds what the present model has not embedded yet, builds the index aside, asks it, and puts it in place.
// `--to` moves the archive to another engine, `--undo` back to the one before. Works while the service runs.
import { randomUUID } from 'node:crypto';
import type { Settings } from '../../../config/settings.js';
import { type Catalogue, openCatalogue } from '../../catalogue/open.js';
import { AppError } from '../../domain/errors.js';
import type { Embedder } from '../../embedding/embedder.js';
import { createEmbedder } from '../../embedding/transformers.js';
import { type EngineChoice, engineChoice, leadsBack } from '../../engine/choice.js';
import type { EngineName } from '../../engine/engine.js';
import { openEngine } from '../../engine/open.js';
import type { CanaryReport } from '../../reindex/canaries.js';
import { buildAndMove, moveBack } from '../../reindex/move.js';
import { fillForReranker } from '../../reranking/open.js';
import { embedMissing } from '../../search/embed-missing.js';
import type { Context } from '../context.js';
import { sayOfIndex } from '../show-index.js';
import { progressBar } from '../terminal.js';

export interface ReindexCommand {
  readonly to?: EngineName;
  readonly undo?: boolean;
  readonly json?: boolean;
}

const BEAT_MS = 5_000;

/** @param quiet says nothing on standard output */
export async function reindex(options: ReindexCommand, context: Context, quiet = false): Promise<number> {
  const { settings, logger } = context;
  const catalogue = openCatalogue(settings.YANJU_DATA_DIR);
  const owner = randomUUID();
  if (!catalogue.leases.take('reindex', owner)) throw new AppError('REINDEX_RUNNING');
  const beat = setInterval(() => catalogue.leases.take('reindex', owner), BEAT_MS).unref();
  const embedder = createEmbedder({
    modelDir: settings.YANJU_MODEL_DIR,
    processes: settings.YANJU_EMBED_PROCESSES,
    download: settings.YANJU_MODEL_DOWNLOAD,
  });
  try {
    const choice = target(options, settings, catalogue);
    const { dimension, fingerprint: model } = embedder;
    const engine = openEngine({ settings, catalogueId: catalogue.id, dimension, model, choice });
    const moves = options.to !== undefined || options.undo === true;
    const moving = { catalogue, engine, fingerprint: model, url: withoutSecret(choice.url), moves };
    const before = catalogue.indexes.move()?.number ?? 0;
    try {
      const report = options.undo
        ? await moveBack(moving)
        : await build(moving, { embedder, context, quiet: quiet || options.json === true });
      const moved = (catalogue.indexes.move()?.number ?? 0) > before;
      logger.info({ event: 'reindex.done', engine: engine.name, moved, failed: report.failed.length });
      tell({ report, moved, engine: engine.name, catalogue }, options, context, quiet);
      return report.failed.length > 0 ? 1 : 0;
    } finally {
      await engine.close();
    }
  } finally {
    clearInterval(beat);
    catalogue.leases.release('reindex', owner);
    await embedder.close();
    catalogue.close();
  }
}

/** The engine whose index is wanted: the one named, the other one, or the one in use. */
function target({ to, undo }: ReindexCommand, settings: Settings, catalogue: Catalogue): EngineChoice {
  const move = catalogue.indexes.move();
  const usual = engineChoice(settings, move, move?.number ?? 0).engine;
  const engine = undo ? (usual === 'embedded' ? 'meilisearch' : 'embedded') : (to ?? usual);
  const url = engine === 'meilisearch' ? (settings.MEILI_URL ?? move?.url ?? null) : null;
  if (undo && engine === 'meilisearch' && url === null) throw new AppError('REINDEX_NOTHING_KEPT', { engine });
  return { engine, url };
}

/** An address with a name and a key in it stays in the settings. */
function withoutSecret(url: string | null): string | null {
  if (url === null) return null;
  const { username, password } = new URL(url);
  return username || password ? null : url;
}

async function build(
  moving: Omit<Parameters<typeof buildAndMove>[0], 'embed' | 'progress'>,
  {
    embedder,
    context: { settings, say },
    quiet,
  }: { embedder: ReturnType<typeof createEmbedder>; context: Context; quiet: boolean },
): Promise<CanaryReport> {
  const { catalogue } = moving;
  const embedding = progressBar(say('embedding'), quiet);
  await embedMissing(catalogue, embedder, (done, total) =>
    done === 0 ? embedding.start(total) : embedding.update(done),
  );
  embedding.stop();
  const filling = progressBar(say('filling'), quiet);
  await fillForReranker(settings, catalogue, embedder, (done, total) =>
    done === 0 ? filling.start(total) : filling.update(done),
  );
  filling.stop();
  const indexing = progressBar(say('indexing'), quiet);
  try {
    return await buildAndMove({
      ...moving,
      embed: () => embedMissing(catalogue, embedder satisfies Embedder),
      progress(done, total) {
        indexing.total(total);
        indexing.update(done);
      },
    });
  } finally {
    indexing.stop();
  }
}

interface Done {
  readonly report: CanaryReport;
  readonly moved: boolean;
  readonly engine: EngineName;
  readonly catalogue: Catalogue;
}

function tell(
  { report: { asked, failed }, moved, engine, catalogue }: Done,
  { json }: ReindexCommand,
  { settings, say }: Context,
  quiet: boolean,
): void {
  const { documents, passages } = catalogue.documents.counts();
  const ofIndex = sayOfIndex(settings.YANJU_LANGUAGE);
  if (quiet) return;
  if (json) {
    console.log(JSON.stringify({ engine, moved, documents, passages, asked, failed }));
    return;
  }
  if (failed.length > 0) {
    console.log(ofIndex('refused', { asked, count: failed.length }));
    for (const { kind, ...values } of failed) console.log(`✗ ${ofIndex(kind, values)}`);
    return;
  }
  console.log(say('reindexed', { documents, passages }));
  console.log(ofIndex('asked', { asked }));
  if (moved) console.log(ofIndex('moved', { engine }));
  const set = leadsBack(settings, engine);
  if (set !== null) console.log(ofIndex('leadsBack', { set, engine }));
}
