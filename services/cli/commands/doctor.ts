// yanju doctor: whether all that is needed is there, and which files want looking after.
import type { Settings } from '../../../config/settings.js';
import { AppError } from '../../domain/errors.js';
import { type SayDoctor, sayDoctorIn } from '../../domain/messages/doctor.js';
import type { Language } from '../../domain/messages/language.js';
import { toldIn } from '../../domain/report.js';
import { readModel } from '../../embedding/model.js';
import { createEmbedder } from '../../embedding/transformers.js';
import { indexCondition } from '../../index-condition.js';
import { openEngineInUse } from '../../open-engine.js';
import { checkReranker } from '../../reranking/open.js';
import type { Context } from '../context.js';
import { type Check, withCatalogue } from '../doctor/check.js';
import { machineChecks } from '../doctor/machine.js';
import { meilisearchChecks } from '../doctor/meilisearch.js';
import { serviceChecks } from '../doctor/service.js';
import { indexLine } from '../show-index.js';
import type { Say } from '../terminal.js';

type Level = 'ok' | 'warning' | 'failed';
interface Finding {
  readonly name: string;
  readonly level: Level;
  readonly told: string;
}
const signs: Readonly<Record<Level, string>> = { ok: '✓', warning: '!', failed: '✗' };

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
async function checkOcr({ YANJU_OCR }: Settings, say: SayDoctor): Promise<string> {
  if (!YANJU_OCR) return say('ocrOff');
  const { loadModels } = await import('../../../ingest/ocr/models.js');
  return say('ocrCharacters', { count: (await loadModels()).characters.length });
}

/** @throws AppError when the index cannot answer as it should */
const checkEngine = ({ settings, logger }: Context): Promise<string> =>
  withCatalogue(settings.YANJU_DATA_DIR, async (catalogue) => {
    const { use, fingerprint } = readModel(settings.YANJU_MODEL_DIR);
    const engine = openEngineInUse({ settings, catalogue, dimension: use.dimension, model: fingerprint, logger });
    try {
      if (catalogue.documents.counts().documents === 0) return `${engine.name} ${await engine.identity()}`;
      const condition = await indexCondition({ catalogue, engine, fingerprint });
      const told = indexLine(condition, settings.YANJU_LANGUAGE);
      if (condition.state !== 'ready') throw new Error(told);
      return `${engine.name}  ${await engine.size()}  ${told}`;
    } finally {
      await engine.close();
    }
  });

async function find({ name, run }: Check, language: Language): Promise<Finding> {
  try {
    const found = await run();
    if (typeof found === 'string') return { name, level: 'ok', told: found };
    return { name, level: 'warning', told: found.warning };
  } catch (error) {
    if (error instanceof AppError) return { name, level: 'failed', told: `${error.code}：${error.in(language)}` };
    return { name, level: 'failed', told: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * Tries each part by itself, then names files that failed, by code. Exit status: 0 when no part is missing, 1 otherwise; what
 * only wants looking after leaves it at 0.
 */
export async function doctor({ json = false }: { json?: boolean }, context: Context): Promise<number> {
  const { settings, say } = context;
  const { YANJU_DATA_DIR: folder, YANJU_LANGUAGE: language } = settings;
  const sayDoctor = sayDoctorIn(language);
  const checks: Check[] = [
    ...machineChecks(folder, sayDoctor),
    ...serviceChecks(settings, sayDoctor),
    { name: 'catalogue', run: () => withCatalogue(folder, (catalogue) => catalogue.id) },
    { name: 'model', run: () => readModel(settings.YANJU_MODEL_DIR).fingerprint },
    { name: 'embedding', run: () => checkEmbedding(settings) },
    {
      name: `reranker: ${settings.YANJU_RERANK}`,
      run: () => withCatalogue(folder, (catalogue) => checkReranker(settings, catalogue)),
    },
    { name: 'OCR', run: () => checkOcr(settings, sayDoctor) },
    ...meilisearchChecks(settings, sayDoctor),
    { name: 'engine', run: () => checkEngine(context) },
  ];
  const findings: Finding[] = [];
  for (const check of checks) {
    const finding = await find(check, language);
    findings.push(finding);
    if (!json) console.log(`${signs[finding.level]} ${finding.name}  ${finding.told}`);
  }
  const isWell = findings.every(({ level }) => level !== 'failed');
  // a catalogue that cannot be opened was told above
  const files = await withCatalogue(folder, ({ report }) => ({ ...report.counts(), codes: report.codes() })).catch(
    () => null,
  );
  if (json) console.log(JSON.stringify({ ok: isWell, checks: findings, files }, null, 2));
  else if (files) await tellFiles(settings, say);
  return isWell ? 0 : 1;
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
