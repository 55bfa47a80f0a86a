// A model's folder: the files of a Hugging Face ONNX export, `yanju.json` (how to use it) and `SHA256SUMS`.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../domain/errors.js';

/** How a model is used. A folder without `yanju.json` gets these defaults (those of most BERT-like encoders). */
export const ModelUse = z.object({
  dtype: z.enum(['fp32', 'fp16', 'q8', 'int8', 'uint8', 'q4']).default('q8'),
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

const onnxFile: Record<ModelUse['dtype'], string> = {
  fp32: 'model.onnx',
  fp16: 'model_fp16.onnx',
  q8: 'model_quantized.onnx',
  int8: 'model_int8.onnx',
  uint8: 'model_uint8.onnx',
  q4: 'model_q4.onnx',
};
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Reads a model's folder, checks its files against SHA256SUMS where the folder has one, and names it by content.
 * @throws AppError MODEL_MISSING, MODEL_CHECKSUM
 */
export function readModel(dir: string): Model {
  const usePath = join(dir, 'yanju.json');
  const use = ModelUse.parse(existsSync(usePath) ? JSON.parse(readFileSync(usePath, 'utf8')) : {});
  const names = ['config.json', 'tokenizer.json', 'tokenizer_config.json', join('onnx', onnxFile[use.dtype])];
  if (names.some((name) => !existsSync(join(dir, name)))) throw new AppError('MODEL_MISSING', { dir });

  const hashes = new Map(names.map((name) => [name, sha256(readFileSync(join(dir, name)))]));
  const sumsPath = join(dir, 'SHA256SUMS');
  if (existsSync(sumsPath)) {
    for (const line of readFileSync(sumsPath, 'utf8').split('\n').filter(Boolean)) {
      const [sum, name] = line.split(/\s+\*?/, 2);
      if (!sum || !name) continue;
      const actual = hashes.get(name) ?? (existsSync(join(dir, name)) ? sha256(readFileSync(join(dir, name))) : '');
      if (actual !== sum) throw new AppError('MODEL_CHECKSUM', { file: join(dir, name) });
    }
  }
  const content = sha256(JSON.stringify([use, [...hashes.values()]]));
  return { dir, use, fingerprint: `${basename(dir)}@${content.slice(0, 12)}` };
}
