// The queries of an evaluation folder: queries.jsonl, one JSON object a line.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../domain/errors.js';

const Common = { id: z.string(), query: z.string() };
/** Judged by document (and passage). `also_relevant` counts neither for nor against. */
export const DocumentQuery = z.object({
  ...Common,
  kind: z.string(),
  filter: z.object({ region: z.string().optional(), year: z.number().int().optional() }).optional(),
  gold_docs: z.array(z.string()),
  gold_passage: z.string().default(''),
  also_relevant: z.array(z.string()).default([]),
});
export type DocumentQuery = z.infer<typeof DocumentQuery>;

/** Judged by passage: relevant when it comes from `doc` and holds the start of `text`. */
export const PassageQuery = z.object({
  ...Common,
  kind: z.string(),
  gold: z.array(z.object({ doc: z.string(), text: z.string() })).min(1),
});
export type PassageQuery = z.infer<typeof PassageQuery>;

export const EvaluationQuery = z.union([PassageQuery, DocumentQuery]);
export type EvaluationQuery = z.infer<typeof EvaluationQuery>;

/** @throws AppError PATH_NOT_FOUND, INVALID_REQUEST naming the line */
export function readQueries(folder: string): EvaluationQuery[] {
  const path = join(folder, 'queries.jsonl');
  if (!existsSync(path)) throw new AppError('PATH_NOT_FOUND', { path });
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return [];
      try {
        return [EvaluationQuery.parse(JSON.parse(line))];
      } catch (cause) {
        throw new AppError('INVALID_REQUEST', { why: `${path}:${i + 1}` }, { cause });
      }
    });
}
