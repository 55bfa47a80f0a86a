// An adapter of a model's query vectors: one matrix, learnt from questions and the passages that answer them
// (services/learning/). A file of its own, JSON, that says which model it is for and where it comes from.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { AppError } from '../domain/errors.js';
import { sha256 } from '../hash.js';

/** What a measure gained or lost, on questions that the adapter had not seen. */
export const Gain = z.object({
  kind: z.string(),
  mode: z.string(),
  measure: z.string(),
  queries: z.number().int(),
  before: z.number(),
  after: z.number(),
  /** 95 % interval of the difference, by paired bootstrap */
  low: z.number(),
  high: z.number(),
});
export type Gain = z.infer<typeof Gain>;

export const Provenance = z.object({
  /** day, as 2026-01-31 */
  made: z.string(),
  /** the folder, or 'judgements' */
  source: z.string(),
  questions: z.number().int(),
  /** pairs of a question and a passage that answers it */
  pairs: z.number().int(),
  /** share of the fitted matrix, the rest being the identity, 0 … 1 */
  blend: z.number(),
  gains: z.array(Gain),
});
export type Provenance = z.infer<typeof Provenance>;

export const AdapterFile = z.object({
  format: z.literal(1),
  /** of the model whose query vectors it adapts */
  fingerprint: z.string(),
  dimension: z.number().int().positive(),
  /** dimension × dimension little-endian float32, row by row, in base64 */
  matrix: z.string(),
  /** of those bytes */
  sha256: z.string(),
  provenance: Provenance,
});
export type AdapterFile = z.infer<typeof AdapterFile>;

export interface Adapter {
  readonly name: string;
  readonly fingerprint: string;
  readonly dimension: number;
  readonly provenance: Provenance;
  /** The adapted vector, of unit length. */
  adapt(vector: Float32Array): Float32Array;
}

/** A name that is a file's name on every system. */
export const AdapterName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,80}$/u);

export const adapterExtension = '.adapter.json';

/** Aside and renamed: whoever reads sees the old file or the new one, whole. */
export function writeAdapter(
  path: string,
  { fingerprint, matrix, provenance }: { fingerprint: string; matrix: Float32Array; provenance: Provenance },
): void {
  const bytes = Buffer.alloc(matrix.length * 4);
  matrix.forEach((value, i) => {
    bytes.writeFloatLE(value, 4 * i);
  });
  const file: AdapterFile = {
    format: 1,
    fingerprint,
    dimension: Math.sqrt(matrix.length),
    matrix: bytes.toString('base64'),
    sha256: sha256(bytes),
    provenance,
  };
  writeFileSync(`${path}.new`, `${JSON.stringify(file)}\n`);
  renameSync(`${path}.new`, path);
}

/** @throws AppError ADAPTER_MISSING, ADAPTER_INVALID */
export function readAdapter(path: string): Adapter {
  const name = basename(path, adapterExtension);
  if (!existsSync(path)) throw new AppError('ADAPTER_MISSING', { name });
  const { matrix: encoded, ...file } = parse(path, name);
  const bytes = Buffer.from(encoded, 'base64');
  if (sha256(bytes) !== file.sha256 || bytes.length !== 4 * file.dimension ** 2) {
    throw new AppError('ADAPTER_INVALID', { name, why: 'sha256' });
  }
  const matrix = Float32Array.from({ length: file.dimension ** 2 }, (_, i) => bytes.readFloatLE(4 * i));
  return {
    name,
    fingerprint: file.fingerprint,
    dimension: file.dimension,
    provenance: file.provenance,
    adapt: (vector) => applied(matrix, vector),
  };
}

function parse(path: string, name: string): AdapterFile {
  try {
    return AdapterFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? (cause.issues[0]?.path.join('.') ?? '') : 'JSON';
    throw new AppError('ADAPTER_INVALID', { name, why }, { cause });
  }
}

/** The matrix times the vector, of unit length; the vector itself where nothing is left of it. */
export function applied(matrix: Float32Array, vector: Float32Array): Float32Array {
  const dimension = vector.length;
  const out = new Float32Array(dimension);
  let squares = 0;
  for (let row = 0; row < dimension; row++) {
    let sum = 0;
    const at = row * dimension;
    for (let i = 0; i < dimension; i++) sum += matrix[at + i]! * vector[i]!; // within the bounds that were checked
    out[row] = sum;
    squares += sum * sum;
  }
  const length = Math.sqrt(squares);
  if (!(length > 0)) return vector;
  for (let i = 0; i < dimension; i++) out[i]! /= length;
  return out;
}
