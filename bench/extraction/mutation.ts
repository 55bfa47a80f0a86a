// Spoilt files of every format through the pool that the worker reads files with: each ends in a document or an error
// with a code, within its time, and the process that asked lives on.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readSettings, type Settings } from '../../config/settings.js';
import { extractLimits } from '../../ingest/extract/limits.js';
import { createPreparePool, type PreparePool } from '../../ingest/prepare-pool.js';
import { AppError } from '../../services/domain/errors.js';
import { sha256 } from '../../services/hash.js';
import { createRandom, mutate } from './mutate.js';
import { type Sample, samplesByType } from './samples.js';

export interface MutationFigures {
  readonly runs: number;
  /** what could still be read, archives and scans among it */
  readonly documents: number;
  readonly failedByCode: Readonly<Record<string, number>>;
  /** processes of the pool that ended under a file, or had to be ended for their memory */
  readonly crashedChildren: number;
  /** files ended at their time limit, and those not even then */
  readonly timeouts: number;
  readonly workerDown: 0 | 1;
  readonly seconds: number;
  /** runs that crashed or took too long, to be made again by `mutant` */
  readonly toLookAt: readonly { readonly run: number; readonly name: string; readonly outcome: string }[];
}

export interface MutationOptions {
  readonly runs: number;
  readonly seed: number;
  /** shared data: its hostile files and its archive are spoilt as well */
  readonly folder?: string;
  readonly onRun?: (done: number, of: number) => void;
}

/** The file of one run: the same for the same samples, seed and run. */
export function mutant(samples: readonly (readonly Sample[])[], seed: number, run: number): Sample {
  const random = createRandom(seed * 1_000_003 + run);
  const type = random.pick(samples);
  const { name, bytes } = random.pick(type);
  const other = random.pick(random.next() < 0.7 ? type : random.pick(samples));
  return { name, bytes: mutate(bytes, other.bytes, random) };
}

/** How much longer than its limit a file may take until it counts as hanging: processes start and end, and files wait. */
const PATIENCE_S = 120;

async function outcomeOf({ name, bytes }: Sample, run: number, folder: string, pool: PreparePool, settings: Settings) {
  const path = join(folder, `file-${run}`);
  const into = join(folder, `unpacked-${run}`);
  writeFileSync(path, bytes);
  mkdirSync(into);
  const unpack = { folder: into, depth: 0, usedMembers: 0, usedBytes: 0, maxFileMb: 50 };
  const task = { file: name, path, contentHash: sha256(bytes), given: null, limits: extractLimits(settings), unpack };
  const stop = new AbortController();
  try {
    return await Promise.race([
      pool.prepare({ ...task, ocr: 'ask' }).then(({ kind }) => kind as string),
      sleep((settings.YANJU_EXTRACT_TIMEOUT_S + PATIENCE_S) * 1000, 'hang', { signal: stop.signal }),
    ]);
  } catch (error) {
    return error instanceof AppError ? error.code : `not an AppError: ${String(error)}`;
  } finally {
    stop.abort();
    rmSync(path);
    rmSync(into, { recursive: true });
  }
}

export async function measureMutations({ runs, seed, folder, onRun }: MutationOptions): Promise<MutationFigures> {
  const started = performance.now();
  const settings = readSettings();
  const folders = folder === undefined ? [] : [join(folder, 'hostile', 'files'), join(folder, 'archive', 'documents')];
  const samples = await samplesByType(folders.filter((path) => existsSync(path)));
  const processes = 2;
  const timeoutS = settings.YANJU_EXTRACT_TIMEOUT_S;
  const pool = createPreparePool({ processes, timeoutS, memoryMb: settings.YANJU_EXTRACT_MEMORY_MB });
  const scratch = mkdtempSync(join(tmpdir(), 'yanju-mutations-'));
  const outcomes: Record<string, number> = {};
  const toLookAt: { run: number; name: string; outcome: string }[] = [];
  let next = 0;
  let done = 0;
  const line = async (): Promise<void> => {
    for (let run = next++; run < runs; run = next++) {
      const sample = mutant(samples, seed, run);
      const outcome = await outcomeOf(sample, run, scratch, pool, settings);
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      if (/^EXTRACT_|^hang|^not/.test(outcome)) {
        toLookAt.push({ run, name: sample.name, outcome });
        process.stderr.write(`seed ${seed}, run ${run}, ${sample.name}: ${outcome}\n`);
      }
      onRun?.(++done, runs);
    }
  };
  try {
    await Promise.all(Array.from({ length: processes }, line));
  } finally {
    await pool.close();
    rmSync(scratch, { recursive: true, force: true });
  }
  const of = (outcome: string): number => outcomes[outcome] ?? 0;
  return {
    runs,
    documents: of('document') + of('scan') + of('archive'),
    failedByCode: Object.fromEntries(Object.entries(outcomes).filter(([outcome]) => /^[A-Z]/.test(outcome))),
    crashedChildren: of('EXTRACT_CRASHED'),
    timeouts: of('EXTRACT_TIMEOUT') + of('hang'),
    workerDown: Object.keys(outcomes).some((outcome) => outcome.startsWith('not')) ? 1 : 0,
    seconds: (performance.now() - started) / 1000,
    toLookAt,
  };
}
