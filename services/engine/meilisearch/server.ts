// The connection to a Meilisearch server: its requests and tasks, with failures as AppErrors.

import { setTimeout as pause } from 'node:timers/promises';
import {
  type EnqueuedTask,
  Meilisearch,
  MeilisearchApiError,
  type MultiSearchQuery,
  type MultiSearchResult,
} from 'meilisearch';
import { AppError } from '../../domain/errors.js';

export interface ServerOptions {
  readonly url: string;
  readonly apiKey?: string | undefined;
}

export interface Hit {
  readonly id: number;
}

export type Change = (client: Meilisearch) => Promise<EnqueuedTask>;

export interface Server {
  /** @throws AppError ENGINE_UNAVAILABLE, ENGINE_TASK_FAILED; of `search` and `change` too */
  ask<T>(work: (client: Meilisearch) => Promise<T>): Promise<T>;
  /** Gives the results in the order of the queries. */
  search(queries: readonly MultiSearchQuery[]): Promise<MultiSearchResult<Hit>[]>;
  /** Sends the changes one after the other and waits until the server has made them all, in that order. */
  change(changes: Iterable<Change>): Promise<void>;
}

/** A batch of 8 MB may wait for its turn. */
const WRITE_TIMEOUT_MS = 120_000;
const READ_TIMEOUT_MS = 30_000;
const POLL_MS = { first: 10, last: 250 };
const TASKS_A_POLL = 100;
/** The server works through the queries of a request one after the other: many are sent in a few requests at once. */
const SIDE_BY_SIDE = 3;
const MIN_QUERIES = 8;
/** Answers of a server, or a proxy before it, that is there but cannot serve. */
const UNAVAILABLE = new Set([401, 403, 408, 429]);

export function connect({ url, apiKey }: ServerOptions): Server {
  // Compressed answers come in two packets, and the second waits 40 ms for the first's acknowledgement.
  const requestInit = { headers: { 'Accept-Encoding': 'identity' } };
  const options = { host: url, requestInit, ...(apiKey !== undefined && { apiKey }) };
  const reader = new Meilisearch({ ...options, timeout: READ_TIMEOUT_MS });
  const writer = new Meilisearch({ ...options, timeout: WRITE_TIMEOUT_MS });

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw failure(error);
    }
  };

  const finish = async (uids: readonly number[]): Promise<void> => {
    let wait = POLL_MS.first;
    let open = [...uids];
    while (open.length > 0) {
      const { results } = await reader.tasks.getTasks({ uids: open.slice(0, TASKS_A_POLL), limit: TASKS_A_POLL });
      for (const task of results) {
        if (task.status === 'failed' || task.status === 'canceled') {
          throw new AppError('ENGINE_TASK_FAILED', { why: task.error?.message ?? task.status }, { cause: task.error });
        }
      }
      if (results.length < Math.min(open.length, TASKS_A_POLL)) {
        throw new AppError('ENGINE_TASK_FAILED', { why: 'the server no longer knows the task' });
      }
      const done = new Set(results.filter(({ status }) => status === 'succeeded').map(({ uid }) => uid));
      open = open.filter((uid) => !done.has(uid));
      if (done.size > 0) wait = POLL_MS.first;
      if (open.length > 0) await pause(wait);
      wait = Math.min(POLL_MS.last, wait * 2);
    }
  };

  return {
    ask: (work) => guarded(() => work(reader)),
    search: (queries) =>
      guarded(async () => {
        const size = Math.max(MIN_QUERIES, Math.ceil(queries.length / SIDE_BY_SIDE));
        const parts = Array.from({ length: Math.ceil(queries.length / size) }, (_, i) =>
          queries.slice(i * size, (i + 1) * size),
        );
        const answers = await Promise.all(
          parts.map((part) => reader.multiSearch<{ queries: MultiSearchQuery[] }, Hit>({ queries: part })),
        );
        return answers.flatMap(({ results }) => results);
      }),
    change: (changes) =>
      guarded(async () => {
        const uids: number[] = [];
        for (const send of changes) uids.push((await send(writer)).taskUid);
        await finish(uids);
      }),
  };
}

function failure(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof MeilisearchApiError) {
    const { status } = error.response;
    const code = status >= 500 || UNAVAILABLE.has(status) ? 'ENGINE_UNAVAILABLE' : 'ENGINE_TASK_FAILED';
    return new AppError(code, { why: error.message }, { cause: error });
  }
  return new AppError('ENGINE_UNAVAILABLE', { why: deepest(error) }, { cause: error });
}

/** fetch says only "fetch failed"; what failed stands in its cause. */
function deepest(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? deepest(error.cause) : error.message;
}

/** Whether an AppError of `ask`, `search` or `change` says that the index does not exist. */
export function isMissingIndex(error: unknown): boolean {
  if (!(error instanceof AppError)) return false;
  const told = error.cause instanceof MeilisearchApiError ? error.cause.cause : error.cause;
  return typeof told === 'object' && told !== null && 'code' in told && told.code === 'index_not_found';
}
