// How much of the hand-labelled noise is taken out, and how much of the labelled text is kept: noise-labels.tsv against
// the stored text, line by line. Lines are those of page-lines.ts; no text of a file leaves this module.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { clean } from '../../ingest/clean.js';
import { type ExtractLimits, extract } from '../../ingest/extract/extract.js';
import { structure } from '../../ingest/structure.js';
import { AppError } from '../../services/domain/errors.js';
import { type Half, kindOf, type LineKind, noiseKinds, readLabels } from './noise-labels.js';
import { type Scored, scoreLines } from './noise-score.js';
import { pageLines } from './page-lines.js';

export interface NoiseCounts {
  readonly noise: number;
  /** noise lines that are not in the stored text */
  readonly removed: number;
  readonly good: number;
  /** good lines that are */
  readonly kept: number;
  /** good lines with a watermark or page numeral inside, and those of them whose injection is gone */
  readonly injected: number;
  readonly injectionsGone: number;
}
export interface LineRef {
  readonly file: string;
  /** from 1, of page-lines.ts */
  readonly line: number;
  readonly kind: LineKind;
}
export interface FileNoise extends NoiseCounts {
  readonly file: string;
  readonly half: Half;
  /** why the file was not read, as the ingest says it; all its lines then count as removed */
  readonly failed: string | null;
  readonly noiseKept: readonly LineRef[];
  readonly goodLost: readonly LineRef[];
}
export interface NoiseResult {
  readonly all: NoiseCounts;
  readonly halves: Readonly<Record<Half, NoiseCounts>>;
  /** by kind of noise: labelled lines, and those removed */
  readonly kinds: Readonly<Record<Half, Readonly<Record<string, { lines: number; removed: number }>>>>;
  /** the worst first: good lost, then noise kept */
  readonly files: readonly FileNoise[];
  /** files whose bytes are not those that were labelled; they are left out */
  readonly changed: readonly string[];
}

/**
 * Runs extract → clean → structure on every labelled file.
 * How a line is found there: noise-score.ts.
 *
 * @param documents the folder that the labels' paths are relative to
 */
export async function measureNoise(documents: string): Promise<NoiseResult> {
  const changed: string[] = [];
  const files: FileNoise[] = [];
  const kinds = { dev: kindCounts(), 'held-out': kindCounts() };
  for (const labelled of readLabels()) {
    const bytes = readFileSync(join(documents, labelled.file));
    if (!createHash('sha256').update(bytes).digest('hex').startsWith(labelled.sha256)) {
      changed.push(labelled.file);
      continue;
    }
    const { text, failed } = await storedText(bytes, labelled.file);
    const scored = scoreLines(pageLines(bytes, labelled.file), kindOf(labelled.ranges), text);
    const ref = ({ line, kind }: Scored): LineRef => ({ file: labelled.file, line, kind });
    for (const { kind, held } of scored.noise) {
      const count = kinds[labelled.half][kind];
      if (!count) continue;
      count.lines++;
      if (!held) count.removed++;
    }
    const noiseKept = scored.noise.filter(({ held }) => held).map(ref);
    const goodLost = scored.good.filter(({ held }) => !held).map(ref);
    files.push({
      file: labelled.file,
      half: labelled.half,
      failed,
      noise: scored.noise.length,
      removed: scored.noise.length - noiseKept.length,
      good: scored.good.length,
      kept: scored.good.length - goodLost.length,
      injected: scored.injected,
      injectionsGone: scored.injectionsGone,
      noiseKept,
      goodLost,
    });
  }
  files.sort((a, b) => b.goodLost.length - a.goodLost.length || b.noiseKept.length - a.noiseKept.length);
  const half = (name: Half): NoiseCounts => total(files.filter((file) => file.half === name));
  return { all: total(files), halves: { dev: half('dev'), 'held-out': half('held-out') }, kinds, files, changed };
}

const kindCounts = (): Record<string, { lines: number; removed: number }> =>
  Object.fromEntries(noiseKinds.map((kind) => [kind, { lines: 0, removed: 0 }]));

const total = (files: readonly NoiseCounts[]): NoiseCounts => {
  const sum = (of: keyof NoiseCounts): number => files.reduce((all, file) => all + file[of], 0);
  return {
    noise: sum('noise'),
    removed: sum('removed'),
    good: sum('good'),
    kept: sum('kept'),
    injected: sum('injected'),
    injectionsGone: sum('injectionsGone'),
  };
};

/** Beyond what any labelled file needs. */
const limits: ExtractLimits = { maxTextChars: 5_000_000, maxMembers: 1, maxUnpackedMb: 1, maxNesting: 0 };

/** As ingest/prepare.ts does it. */
async function storedText(bytes: Uint8Array, file: string): Promise<{ text: string; failed: string | null }> {
  try {
    const { text } = structure(clean(await extract(bytes, basename(file), limits)));
    return { text, failed: null };
  } catch (error) {
    if (error instanceof AppError) return { text: '', failed: error.code };
    throw error;
  }
}
