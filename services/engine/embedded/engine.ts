// The embedded engine: one SQLite file, FTS5 for words, quantised vectors. No server.
import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { AppError, asAppError } from '../../domain/errors.js';
import type { Engine, EngineAnswer, EngineDocument, EngineQuery, EngineRebuild } from '../engine.js';
import { createNear } from './near.js';
import { runQuery } from './query.js';
import { createTables, dropTables, recipe, setUp } from './schema.js';
import { replaceDocuments } from './write.js';

export interface EmbeddedOptions {
  /** path of the engine's file */
  readonly path: string;
  /** dimension of the vectors */
  readonly dimension: number;
  /** fingerprint of the model that made them; left out, vectors of one dimension count as of one model */
  readonly model?: string | undefined;
}

/** Several processes may hold the same file open; each sees what the others commit. */
export function createEmbeddedEngine({ path, dimension, model }: EmbeddedOptions): Engine {
  const db = new Database(path, { timeout: 30_000 });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec(setUp);

  const read = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck();
  const write = db.prepare(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const near = createNear(db);
  const number = (key: string): number => Number(read.get(key) ?? 0);
  /** Creates the next generation's tables and gives its number; an unfinished earlier one is dropped. */
  const startGeneration = (): number => {
    const unfinished = number('building');
    if (unfinished > 0) dropTables(db, unfinished);
    const next = Math.max(number('generation'), unfinished) + 1;
    createTables(db, next);
    write.run('building', String(next));
    return next;
  };
  const finishGeneration = (next: number): string => {
    const before = number('generation');
    const identity = `embedded:${randomUUID()}`;
    write.run('generation', String(next));
    write.run('building', '0');
    write.run('dimension', String(dimension));
    write.run('model', model ?? '');
    write.run('recipe', String(recipe));
    write.run('identity', identity);
    if (before > 0) dropTables(db, before);
    return identity;
  };
  /** One write transaction; failures become AppErrors. */
  const change = <T>(work: () => T): T => {
    try {
      return db.transaction(work).immediate();
    } catch (error) {
      throw asAppError(error, 'ENGINE_TASK_FAILED');
    }
  };
  const look = <T>(work: (generation: number) => T): T => {
    try {
      return db.transaction(() => work(number('generation')))();
    } catch (error) {
      throw asAppError(error, 'ENGINE_UNAVAILABLE');
    }
  };

  change(() => {
    if (number('generation') === 0 || number('recipe') !== recipe) finishGeneration(startGeneration());
  });
  /** The model that the index in use was made with, where it is another than this engine's. */
  const otherModel = (): string | null => {
    const made = read.get('model') ?? '';
    if (number('dimension') !== dimension) return made || `${number('dimension')}`;
    return made === '' || model === undefined || made === model ? null : made;
  };
  const ask = (generation: number, query: EngineQuery): EngineAnswer =>
    runQuery(db, generation, near(generation, `${generation} ${number('changes')}`), query);
  const sizeOf = (generation: number): number =>
    db.prepare<[], number>(`SELECT count(*) FROM passages_${generation}`).pluck().get() ?? 0;

  return {
    name: 'embedded',
    identity: async () => look(() => read.get('identity') ?? ''),
    apply: async (documents) =>
      change(() => {
        if (otherModel() !== null) finishGeneration(startGeneration());
        else if (model !== undefined) write.run('model', model);
        replaceDocuments(db, number('generation'), documents);
        write.run('changes', String(number('changes') + 1));
      }),
    query: async (query) =>
      look((generation) => {
        const have = query.vector ? otherModel() : null;
        if (have !== null) throw new AppError('MODEL_MISMATCH', { have, want: model ?? `${dimension}` });
        return { identity: read.get('identity') ?? '', ...ask(generation, query) };
      }),
    size: async () => look(sizeOf),
    rebuild: async (): Promise<EngineRebuild> => {
      const next = change(startGeneration);
      const nearNext = createNear(db);
      let changes = 0;
      let ended = false;
      return {
        apply: async (documents: readonly EngineDocument[]) => {
          change(() => replaceDocuments(db, next, documents));
          changes++;
        },
        query: async (query) => look(() => runQuery(db, next, nearNext(next, `${changes}`), query)),
        size: async () => look(() => sizeOf(next)),
        commit: async () => {
          const identity = change(() => finishGeneration(next));
          ended = true;
          return identity;
        },
        abort: async () => {
          if (ended) return;
          change(() => {
            dropTables(db, next);
            write.run('building', '0');
          });
        },
      };
    },
    close: async () => void db.close(),
  };
}
