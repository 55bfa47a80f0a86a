// The connection to a Meilisearch server: its requests and tasks, with failures as AppErrors.
import { setTimeout as pause } from 'node:timers/promises';
import { type EnqueuedTask, Meilisearch, type MultiSearchQuery, type MultiSearchResult } from 'meilisearch';
import { AppError } from '../../domain/errors.js';
import { failure, isBrokenConnection } from './failure.js';

export interface ServerOptions {
  readonly url: string;
  readonly apiKey?: string | undefined;
  /** how long an answer may take, in ms; sending a batch may take twelve times as long */
  readonly timeout?: number | undefined;
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

/** A query asks twice, one after the other; its request has 30 s. */
const TIMEOUT_MS = 10_000;
const POLL_MS = { first: 10, last: 250 };
const TASKS_A_POLL = 100;
/** The server works through the queries of a request one after the other: many are sent in a few requests at once. */
const SIDE_BY_SIDE = 3;
const MIN_QUERIES = 8;

export function connect({ url, apiKey, timeout = TIMEOUT_MS }: ServerOptions): Server {
  // Compressed answers come in two packets, and the second waits 40 ms for the first's acknowledgement.
  const requestInit = { headers: { 'Accept-Encoding': 'identity' } };
  const options = { host: url, requestInit, ...(apiKey !== undefined && { apiKey }) };
  const reader = new Meilisearch({ ...options, timeout });
  const writer = new Meilisearch({ ...options, timeout: 12 * timeout });

  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw failure(error);
    }
  };

  /** A connection kept open may just have been closed from the other side: a question is asked once more. */
  const reading = <T>(work: (client: Meilisearch) => Promise<T>): Promise<T> =>
    guarded(() =>
      work(reader).catch((error: unknown) => {
        if (!isBrokenConnection(error)) throw error;
        return work(reader);
      }),
    );

  const finish = async (uids: readonly number[]): Promise<void> => {
    let wait = POLL_MS.first;
    let open = [...uids];
    while (open.length > 0) {
      const uids = open.slice(0, TASKS_A_POLL);
      const { results } = await reading((client) => client.tasks.getTasks({ uids, limit: TASKS_A_POLL }));
      for (const task of results) {
        if (task.status === 'failed' || task.status === 'canceled') {
          throw new AppError('ENGINE_TASK_FAILED', { why: task.error?.message ?? task.status }, { cause: task.error });
        }
      }
      if (results.length < uids.length) {
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
    ask: reading,
    search: (queries) =>
      reading(async (client) => {
        const size = Math.max(MIN_QUERIES, Math.ceil(queries.length / SIDE_BY_SIDE));
        const parts = Array.from({ length: Math.ceil(queries.length / size) }, (_, i) =>
          queries.slice(i * size, (i + 1) * size),
        );
        const answers = await Promise.all(
          parts.map((part) => client.multiSearch<{ queries: MultiSearchQuery[] }, Hit>({ queries: part })),
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
