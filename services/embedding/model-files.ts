// The files of a Hugging Face ONNX export in a folder, and whether they are what its SHA256SUMS says.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../domain/errors.js';
import { sha256 } from '../hash.js';

export const Dtype = z.enum(['fp32', 'fp16', 'q8', 'int8', 'uint8', 'q4']);
export type Dtype = z.infer<typeof Dtype>;

const onnxFile: Record<Dtype, string> = {
  fp32: 'model.onnx',
  fp16: 'model_fp16.onnx',
  q8: 'model_quantized.onnx',
  int8: 'model_int8.onnx',
  uint8: 'model_uint8.onnx',
  q4: 'model_q4.onnx',
};
const filesOf = (dtype: Dtype): string[] => [
  'config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  join('onnx', onnxFile[dtype]),
];

/** What of the files that a model consists of is not there. */
export const missingModelFiles = (dir: string, dtype: Dtype): string[] =>
  filesOf(dtype).filter((name) => !existsSync(join(dir, name)));

/**
 * The hashes of a model's files, which must be there; checked where the folder has SHA256SUMS.
 * @throws AppError MODEL_CHECKSUM
 */
export function hashModelFiles(dir: string, dtype: Dtype): string[] {
  const hashes = new Map(filesOf(dtype).map((name) => [name, sha256(readFileSync(join(dir, name)))]));
  const sumsPath = join(dir, 'SHA256SUMS');
  if (existsSync(sumsPath)) {
    for (const line of readFileSync(sumsPath, 'utf8').split('\n').filter(Boolean)) {
      const [sum, name] = line.split(/\s+\*?/, 2);
      if (!sum || !name) continue;
      const actual = hashes.get(name) ?? (existsSync(join(dir, name)) ? sha256(readFileSync(join(dir, name))) : '');
      if (actual !== sum) throw new AppError('MODEL_CHECKSUM', { file: join(dir, name) });
    }
  }
  return [...hashes.values()];
}
