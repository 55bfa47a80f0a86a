// The Meilisearch engine: one index an archive, `yanju-<catalogueId>-passages`, on a server that may hold others.
import type { Engine, EngineRebuild } from '../engine.js';
import { isMissingIndex } from './failure.js';
import { asideOf, dropIndex, identityOf, prepareIndex, replaceDocuments, swapIn } from './index.js';
import { runQuery } from './query.js';
import { connect, type ServerOptions } from './server.js';

/** What is needed of a logger; pino's fits. */
export interface EngineLogger {
  info(fields: Readonly<Record<string, unknown>>, event: string): void;
}

export interface MeilisearchOptions extends ServerOptions {
  /** the catalogue's random id: letters, digits, - and _ */
  readonly catalogueId: string;
  /** dimension of the vectors */
  readonly dimension: number;
  readonly logger?: EngineLogger | undefined;
}

export function createMeilisearchEngine({ catalogueId, dimension, logger, ...options }: MeilisearchOptions): Engine {
  const uid = `yanju-${catalogueId}-passages`;
  const server = connect(options);

  let prepared: Promise<void> | undefined;
  const prepare = (): Promise<void> => {
    prepared ??= setUp(uid).catch((error: unknown) => {
      prepared = undefined; // the server may be back next time
      throw error;
    });
    return prepared;
  };
  async function setUp(index: string): Promise<void> {
    const settings = await prepareIndex(server, index, dimension);
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

  return {
    name: 'meilisearch',
    identity: () => within(() => identityOf(server, uid)),
    apply: (documents) => within(() => replaceDocuments(server, uid, documents)),
    query: (query) => within(() => runQuery(server, uid, query)),
    size: () => within(async () => (await server.ask((client) => client.index(uid).getStats())).numberOfDocuments),
    rebuild: async (): Promise<EngineRebuild> => {
      await prepare(); // a swap needs both
      const aside = await asideOf(server, uid);
      await setUp(aside);
      return {
        apply: (documents) => replaceDocuments(server, aside, documents),
        commit: async () => {
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
