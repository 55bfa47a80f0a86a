// yanju doctor: whether all that is needed is there, and which files want looking after.
import { accessSync, constants, mkdirSync } from 'node:fs';
import type { Settings } from '../../../config/settings.js';
import { openCatalogue } from '../../catalogue/open.js';
import { AppError } from '../../domain/errors.js';
import { toldIn } from '../../domain/report.js';
import { readModel } from '../../embedding/model.js';
import { createEmbedder } from '../../embedding/transformers.js';
import { openEngine } from '../../engine/open.js';
import { freeSpace } from '../../free-space.js';
import { checkReranker } from '../../reranking/open.js';
import type { Context } from '../context.js';
import type { Say } from '../terminal.js';

const OLDEST_NODE = [20, 19] as const;
const LEAST_DISK_MB = 500;

function checkNode(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
    throw new Error(`Node ≥ ${OLDEST_NODE.join('.')}`);
  return process.version;
}

function checkDataDir(folder: string): string {
  mkdirSync(folder, { recursive: true });
  accessSync(folder, constants.W_OK);
  return folder;
}

function checkDisk(folder: string, say: Say): string {
  const free = Math.floor(freeSpace(folder) / 1024 ** 2);
  const told = say('diskFree', { free });
  if (free < LEAST_DISK_MB) throw new Error(told);
  return told;
}

async function checkEmbedding({ YANJU_MODEL_DIR }: Settings): Promise<string> {
  const embedder = createEmbedder({ modelDir: YANJU_MODEL_DIR, processes: 1 });
  try {
    const [vector] = await embedder.embed(['教育'], 'query');
    return `${vector?.length}`;
  } finally {
    await embedder.close();
  }
}

/** Where the models are missing, so is the module that finds them: it is only loaded here. */
async function checkOcr({ YANJU_OCR }: Settings, say: Say): Promise<string> {
  if (!YANJU_OCR) return say('ocrOff');
  const { loadModels } = await import('../../../ingest/ocr/models.js');
  return say('ocrCharacters', { count: (await loadModels()).characters.length });
}

const checkEngine = (settings: Settings): Promise<string> =>
  withCatalogue(settings.YANJU_DATA_DIR, async ({ id }) => {
    const { dimension } = readModel(settings.YANJU_MODEL_DIR).use;
    const engine = openEngine({ settings, catalogueId: id, dimension });
    try {
      return `${await engine.size()}`;
    } finally {
      await engine.close();
    }
  });

/** Tries each part by itself, then names files that failed, by code. Exit status: 0 when no part is missing, 1 otherwise. */
export async function doctor({ settings, say }: Context): Promise<number> {
  const folder = settings.YANJU_DATA_DIR;
  const checks: [string, () => unknown][] = [
    ['node', checkNode],
    ['YANJU_DATA_DIR', () => checkDataDir(folder)],
    ['disk', () => checkDisk(folder, say)],
    ['catalogue', () => withCatalogue(folder, (catalogue) => catalogue.id)],
    ['model', () => readModel(settings.YANJU_MODEL_DIR).fingerprint],
    ['embedding', () => checkEmbedding(settings)],
    [
      `reranker: ${settings.YANJU_RERANK}`,
      () => withCatalogue(folder, (catalogue) => checkReranker(settings, catalogue)),
    ],
    ['OCR', () => checkOcr(settings, say)],
    [`engine: ${settings.YANJU_ENGINE}`, () => checkEngine(settings)],
  ];
  let missing = 0;
  for (const [name, check] of checks) {
    try {
      console.log(`✓ ${name}  ${await check()}`);
    } catch (error) {
      missing++;
      const told = error instanceof AppError ? `${error.code}：${error.in(settings.YANJU_LANGUAGE)}` : String(error);
      console.log(`✗ ${name}  ${told}`);
    }
  }
  await tellFiles(settings, say).catch(() => undefined); // a catalogue that cannot be opened was told above
  return missing > 0 ? 1 : 0;
}

/** Failed files by code, with an example that says what to do; documents that were read in part. */
const tellFiles = ({ YANJU_DATA_DIR, YANJU_LANGUAGE }: Settings, say: Say): Promise<void> =>
  withCatalogue(YANJU_DATA_DIR, ({ report }) => {
    for (const { code, count } of report.codes()) {
      const [example] = report.failures(code, { limit: 1, offset: 0 });
      if (example) console.log(`! ${say('failedWith', { count, code })}  ${toldIn(example, YANJU_LANGUAGE).message}`);
    }
    const { failed, partial } = report.counts();
    if (failed > 0) console.log(`  ${say('retryHint')}`);
    if (partial > 0) console.log(`! ${say('partlyRead')}  ${partial}`);
  });

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
