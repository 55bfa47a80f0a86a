// Has a Word document made in a process of its own, one at a time, which ends with its task.
import { builtModule } from '../../../config/root.js';
import { AppError } from '../../domain/errors.js';
import { createChildPool } from '../../process/child-pool.js';
import type { TakenCheck } from '../check.js';
import type { TakenComparison } from '../comparison.js';
import type { TakenList } from '../list.js';
import type { TakenVariants } from '../variants.js';
import type { OriginalTask } from './original/original.js';

const pool = createChildPool({
  module: builtModule('services/export/docx/worker.js'),
  processes: 1,
  timeoutMs: 60_000,
  memoryMb: 1024,
  tasksPerChild: 1,
  failure: (kind, cause) =>
    new AppError('EXPORT_FAILED', { why: cause instanceof Error ? cause.message : kind }, { cause }),
});

/** @throws AppError EXPORT_FAILED */
export const listApart = (list: TakenList): Promise<Uint8Array> => pool.run<Uint8Array>('list', list);

/** @throws AppError EXPORT_FAILED */
export const comparisonApart = (comparison: TakenComparison): Promise<Uint8Array> =>
  pool.run<Uint8Array>('comparison', comparison);

/** @throws AppError EXPORT_FAILED */
export const variantsApart = (variants: TakenVariants): Promise<Uint8Array> =>
  pool.run<Uint8Array>('variants', variants);

/** @throws AppError EXPORT_FAILED */
export const checkApart = (check: TakenCheck): Promise<Uint8Array> => pool.run<Uint8Array>('check', check);

/** @throws AppError NOT_DOCX, EXPORT_FAILED */
export async function originalApart(task: OriginalTask): Promise<Uint8Array> {
  const made = await pool.run<Uint8Array | null>('original', task);
  if (made === null) throw new AppError('NOT_DOCX');
  return made;
}
