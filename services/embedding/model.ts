// A model's folder: the files of a Hugging Face ONNX export, `yanju.json` (how to use it) and `SHA256SUMS`.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../domain/errors.js';
import { sha256 } from '../hash.js';
import { Dtype, hashModelFiles, missingModelFiles } from './model-files.js';

/** How a model is used. A folder without `yanju.json` gets these defaults (those of most BERT-like encoders). */
export const ModelUse = z.object({
  dtype: Dtype.default('q8'),
  pooling: z.enum(['cls', 'mean']).default('cls'),
  dimension: z.number().int().positive().default(512),
  /** special tokens included */
  maxTokens: z.number().int().positive().default(512),
  queryPrefix: z.string().default(''),
  passagePrefix: z.string().default(''),
});
export type ModelUse = z.infer<typeof ModelUse>;

export interface Model {
  readonly dir: string;
  readonly use: ModelUse;
  /** name and content hash, e.g. bge-small-zh-v1.5@3f2a91c04d5e */
  readonly fingerprint: string;
}

/**
 * Reads a model's folder, checks its files against SHA256SUMS where the folder has one, and names it by content.
 * @throws AppError MODEL_MISSING, MODEL_CHECKSUM
 */
export function readModel(dir: string): Model {
  const usePath = join(dir, 'yanju.json');
  const use = ModelUse.parse(existsSync(usePath) ? JSON.parse(readFileSync(usePath, 'utf8')) : {});
  if (missingModelFiles(dir, use.dtype).length > 0) throw new AppError('MODEL_MISSING', { dir });
  const content = sha256(JSON.stringify([use, hashModelFiles(dir, use.dtype)]));
  return { dir, use, fingerprint: `${basename(dir)}@${content.slice(0, 12)}` };
}
