// The Meilisearch engine: one index an archive, `yanju-<catalogueId>-passages`, on a server that may hold others.
import { AppError } from '../../domain/errors.js';
import { createBreaker } from '../breaker.js';
import type { Engine, EngineAnswer, EngineQuery, EngineRebuild } from '../engine.js';
import { isMissingEmbedder, isMissingIndex } from './failure.js';
import { asideOf, dropIndex, identityOf, prepareIndex, prepareVectors, replaceDocuments, swapIn } from './index.js';
import { runQuery } from './query.js';
import { connect, type ServerOptions } from './server.js';
import { embedderOf } from './settings.js';

/** What is needed of a logger; pino's fits. */
export interface EngineLogger {
  info(fields: Readonly<Record<string, unknown>>, event: string): void;
}

export interface MeilisearchOptions extends ServerOptions {
  /** the catalogue's random id: letters, digits, - and _ */
  readonly catalogueId: string;
  /** dimension of the vectors */
  readonly dimension: number;
  /** fingerprint of the model that made them; left out, vectors of one dimension count as of one model */
  readonly model?: string | undefined;
  readonly logger?: EngineLogger | undefined;
}

/** How often whoever writes looks whether the index still has the settings it needs. */
const CHECKED_EVERY_MS = 30_000;

export function createMeilisearchEngine(given: MeilisearchOptions): Engine {
  const { catalogueId, dimension, model = `${dimension}`, logger, ...options } = given;
  const uid = `yanju-${catalogueId}-passages`;
  const embedder = { name: embedderOf(model), dimension };
  const server = connect(options);
  const breaker = createBreaker();

  let prepared: Promise<void> | undefined;
  let preparedAt = 0;
  const prepare = (): Promise<void> => {
    if (performance.now() - preparedAt > CHECKED_EVERY_MS) prepared = undefined;
    if (!prepared) preparedAt = performance.now();
    prepared ??= setUp(uid).catch((error: unknown) => {
      prepared = undefined; // the server may be back next time
      throw error;
    });
    return prepared;
  };
  async function setUp(index: string): Promise<void> {
    const settings = await prepareIndex(server, index);
    if (settings.length > 0) logger?.info({ index, settings }, 'engine.settings');
  }
  /** Works on the prepared index; makes it anew, once, when someone took it away meanwhile. */
  const within = async <T>(work: () => Promise<T>): Promise<T> => {
    await prepare();
    try {
      return await work();
    } catch (error) {
      if (!isMissingIndex(error)) throw error;
      prepared = undefined;
      await prepare();
      return await work();
    }
  };
  /** Asks and makes nothing: what is not there cannot answer. */
  const ask = async (index: string, query: EngineQuery): Promise<EngineAnswer> => {
    try {
      return await runQuery(server, index, embedder.name, query);
    } catch (error) {
      if (isMissingIndex(error)) throw noIndex(index, error);
      if (!isMissingEmbedder(error)) throw error;
      if ((await indexed(index)) > 0)
        throw new AppError('MODEL_MISMATCH', { have: '?', want: model }, { cause: error });
      return { ...(await ask(index, withoutVector(query))), vector: { kind: 'cosine', scores: [] } };
    }
  };
  const indexed = async (index: string): Promise<number> => {
    try {
      return (await server.ask((client) => client.index(index).getStats())).numberOfDocuments;
    } catch (error) {
      throw isMissingIndex(error) ? noIndex(index, error) : error;
    }
  };

  return {
    name: 'meilisearch',
    identity: () => within(() => identityOf(server, uid)),
    apply: (documents) =>
      within(async () => {
        if (documents.length === 0) return;
        await prepareVectors(server, uid, embedder);
        await replaceDocuments(server, uid, documents, embedder.name);
      }),
    query: (query) => breaker.through(() => ask(uid, query)),
    size: () => breaker.through(() => indexed(uid)),
    rebuild: async (): Promise<EngineRebuild> => {
      await prepare(); // a swap needs both
      const aside = await asideOf(server, uid);
      await setUp(aside);
      await prepareVectors(server, aside, embedder);
      return {
        apply: (documents) => replaceDocuments(server, aside, documents, embedder.name),
        query: (query) => ask(aside, query),
        size: () => indexed(aside),
        commit: async () => {
          await prepare();
          await swapIn(server, aside, uid);
          const identity = await identityOf(server, uid);
          logger?.info({ index: uid, identity }, 'engine.rebuilt');
          return identity;
        },
        abort: () => dropIndex(server, aside),
      };
    },
    close: async () => {},
  };
}

const noIndex = (index: string, cause: unknown): AppError =>
  new AppError('ENGINE_UNAVAILABLE', { why: `no index ${index}` }, { cause });
const withoutVector = ({ vector: _, ...rest }: EngineQuery): EngineQuery => rest;
