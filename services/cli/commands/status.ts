// yanju status, yanju doctor: how the archive stands, and whether all that is needed is there.
import { accessSync, constants, mkdirSync } from 'node:fs';
import { openCatalogue } from '../../catalogue/open.js';
import { AppError } from '../../domain/errors.js';
import { readModel } from '../../embedding/model.js';
import { createEmbedder } from '../../embedding/transformers.js';
import { openEngine } from '../../engine/open.js';
import { openArchive } from '../../open-archive.js';
import type { Context } from '../context.js';
import { table } from '../terminal.js';

export async function status(options: { json?: boolean }, { settings, logger, say }: Context): Promise<number> {
  const open = openArchive(settings, logger);
  try {
    const health = await open.archive.health();
    const failed = open.catalogue.ledger.failed();
    if (options.json) {
      console.log(
        JSON.stringify(
          { ...health, ledger: open.catalogue.ledger.counts(), model: open.catalogue.fingerprint() },
          null,
          2,
        ),
      );
      return 0;
    }
    const none = '—';
    console.log(
      table([
        [say('documents'), String(health.documents)],
        [say('passages'), String(health.passages)],
        [say('indexedPassages'), `${health.indexed ?? none} (${health.engine})`],
        [say('pending'), String(health.pending)],
        [say('years'), `${health.yearFrom ?? none}–${health.yearTo ?? none}`],
        [say('fingerprint'), open.catalogue.fingerprint() ?? none],
        [say('failedFiles'), String(failed.length)],
      ]),
    );
    for (const { file, code, message } of failed) console.log(`✗ ${file}\n  ${code}：${message}`);
    return 0;
  } finally {
    await open.close();
  }
}

/** Tries each part by itself. Exit status: 0 when all is well, 1 otherwise. */
export async function doctor({ settings }: Context): Promise<number> {
  const checks: [string, () => unknown][] = [
    ['node', () => checkNode()],
    [
      'YANJU_DATA_DIR',
      () => {
        mkdirSync(settings.YANJU_DATA_DIR, { recursive: true });
        accessSync(settings.YANJU_DATA_DIR, constants.W_OK);
        return settings.YANJU_DATA_DIR;
      },
    ],
    ['catalogue', () => withCatalogue(settings.YANJU_DATA_DIR, (catalogue) => catalogue.id)],
    ['model', () => readModel(settings.YANJU_MODEL_DIR).fingerprint],
    [
      'embedding',
      async () => {
        const embedder = createEmbedder({ modelDir: settings.YANJU_MODEL_DIR, processes: 1 });
        try {
          const [vector] = await embedder.embed(['教育'], 'query');
          return `${vector?.length}`;
        } finally {
          await embedder.close();
        }
      },
    ],
    [
      `engine: ${settings.YANJU_ENGINE}`,
      () =>
        withCatalogue(settings.YANJU_DATA_DIR, async ({ id }) => {
          const engine = openEngine({
            settings,
            catalogueId: id,
            dimension: readModel(settings.YANJU_MODEL_DIR).use.dimension,
          });
          try {
            return `${await engine.size()}`;
          } finally {
            await engine.close();
          }
        }),
    ],
  ];
  let failed = 0;
  for (const [name, check] of checks) {
    try {
      console.log(`✓ ${name}  ${await check()}`);
    } catch (error) {
      failed++;
      const told = error instanceof AppError ? `${error.code}：${error.in(settings.YANJU_LANGUAGE)}` : String(error);
      console.log(`✗ ${name}  ${told}`);
    }
  }
  return failed > 0 ? 1 : 0;
}

const OLDEST_NODE = [20, 19] as const;
function checkNode(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
    throw new Error(`Node ≥ ${OLDEST_NODE.join('.')}`);
  return process.version;
}

async function withCatalogue<T>(
  dataDir: string,
  use: (catalogue: ReturnType<typeof openCatalogue>) => T | Promise<T>,
): Promise<T> {
  const catalogue = openCatalogue(dataDir);
  try {
    return await use(catalogue);
  } finally {
    catalogue.close();
  }
}
