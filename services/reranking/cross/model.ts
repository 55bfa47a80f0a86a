// A cross-encoder's folder: the files of a Hugging Face ONNX export for sequence classification, `yanju.json` (how to use
// it) and `SHA256SUMS`, the last two where there are any.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../domain/errors.js';
import { Dtype, hashModelFiles, missingModelFiles } from '../../embedding/model-files.js';

/** How a cross-encoder is used; the defaults are those of most BERT-like ones. */
export const CrossEncoderUse = z.object({
  dtype: Dtype.default('q8'),
  /** of query and text together, special tokens included */
  maxTokens: z.number().int().min(16).default(512),
  /** what a standard deviation of its scores weighs against one of the fused ranking's legs */
  weight: z.number().positive().default(1),
});
export type CrossEncoderUse = z.infer<typeof CrossEncoderUse>;

/** One number, or two classes of which the second is “answers”. */
const Config = z.object({
  id2label: z
    .record(z.string(), z.string())
    .optional()
    .transform((labels) => (labels ? Object.keys(labels).length : undefined)),
  num_labels: z.number().int().optional(),
});

export interface CrossEncoderModel {
  readonly dir: string;
  readonly use: CrossEncoderUse;
}

/**
 * Reads a cross-encoder's folder and checks its files against SHA256SUMS where the folder has one.
 * @throws AppError RERANKER_MISSING, MODEL_CHECKSUM
 */
export function readCrossEncoder(dir: string): CrossEncoderModel {
  const unusable = (why: string, cause?: unknown): AppError =>
    new AppError('RERANKER_MISSING', { dir, why }, { cause });
  const json = (name: string): unknown => JSON.parse(readFileSync(join(dir, name), 'utf8'));
  try {
    const use = CrossEncoderUse.parse(existsSync(join(dir, 'yanju.json')) ? json('yanju.json') : {});
    const [missing] = missingModelFiles(dir, use.dtype);
    if (missing !== undefined) throw unusable(missing);
    const config = Config.parse(json('config.json'));
    const labels = config.num_labels ?? config.id2label ?? 2; // the library's own default
    if (labels > 2) throw unusable(`${labels} labels`);
    hashModelFiles(dir, use.dtype);
    return { dir, use };
  } catch (error) {
    throw error instanceof AppError ? error : unusable(error instanceof Error ? error.message : String(error), error);
  }
}
