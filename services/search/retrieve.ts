// Asks the legs: the query's vector, the engine, the verbatim scan; goes on with what is left when one fails.
import type { Snapshot } from '../catalogue/snapshot.js';
import { AppError, type ErrorCode } from '../domain/errors.js';
import type { Mode, SearchRequest } from '../domain/query.js';
import type { Degraded } from '../domain/result.js';
import type { Embedder } from '../embedding/embedder.js';
import type { Engine, EngineAnswer, EngineFilter } from '../engine/engine.js';
import type { ParsedQuery } from './parse.js';
import { scan } from './scan.js';
import { verbatimPassages } from './verbatim.js';

/** How many of the vector leg's best count as found by meaning (DESIGN: total and facets). */
export const VECTOR_MATCHES = 200;
/** Passages a leg gives at least; at most it is the engine port's limit. */
const DEPTH = { least: 1_000, most: 4_096 };

/** How deep the legs are asked for a page. How many passages hold so many documents nobody knows: as deep as can be. */
export const depthFor = ({ group, page, size }: Pick<SearchRequest, 'group' | 'page' | 'size'>): number =>
  group === 'document' ? DEPTH.most : Math.min(DEPTH.most, Math.max(DEPTH.least, page * size));

export interface RetrieveDeps {
  readonly snapshot: Snapshot;
  readonly engine: Engine;
  /** null without a model, or with one that is not the archive's */
  readonly embedder: Embedder | null;
}
export interface Retrieved {
  readonly answer: EngineAnswer;
  /** the query's; null where nothing was asked by meaning */
  readonly vector: Float32Array | null;
  readonly verbatim: ReadonlySet<number>;
  readonly degraded: readonly Degraded[];
}

export async function retrieve(
  query: ParsedQuery,
  mode: Mode,
  filter: EngineFilter,
  depth: number,
  deps: RetrieveDeps,
): Promise<Retrieved> {
  const degraded: Degraded[] = [];
  const vector = mode === 'keyword' ? null : await embedQuery(query.meaning, deps.embedder);
  if (mode !== 'keyword' && vector === null) degraded.push('model');

  const byKeyword = mode !== 'semantic' || vector === null;
  const verbatim = byKeyword ? verbatimPassages(deps.snapshot, query.normals, filter) : new Set<number>();
  let usable = vector;
  const rest = { filter, depth, vectorMatches: VECTOR_MATCHES };
  const keyword = { text: query.index, terms: query.terms };
  const answer = await deps.engine
    .query({ ...(byKeyword && { keyword }), ...(vector && { vector }), ...rest })
    .catch((error: unknown) => {
      if (!isCode(error, 'MODEL_MISMATCH')) throw error;
      degraded.push('model');
      usable = null;
      return deps.engine.query({ keyword, ...rest });
    })
    .catch((error: unknown) => {
      if (!isCode(error, 'ENGINE_UNAVAILABLE', 'ENGINE_TASK_FAILED')) throw error;
      degraded.push('engine');
      return scan(deps.snapshot, query, filter, depth);
    });
  return { answer, vector: usable, verbatim, degraded };
}

const isCode = (error: unknown, ...codes: readonly ErrorCode[]): boolean =>
  error instanceof AppError && codes.includes(error.code);

async function embedQuery(text: string, embedder: Embedder | null): Promise<Float32Array | null> {
  try {
    return (await embedder?.embed([text], 'query'))?.[0] ?? null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
