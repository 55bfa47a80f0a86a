// The life of an index on the server: made and set up, filled, swapped, dropped.
import { randomUUID } from 'node:crypto';
import type { IndexObject } from 'meilisearch';
import type { EngineDocument, EnginePassage } from '../engine.js';
import { isMissingIndex } from './failure.js';
import { anyOf } from './filter.js';
import { batchesOf } from './record.js';
import type { Change, Server } from './server.js';
import { missingSettings, recipe, settings } from './settings.js';

async function look(server: Server, uid: string): Promise<IndexObject | null> {
  try {
    return await server.ask((client) => client.getRawIndex(uid));
  } catch (error) {
    if (isMissingIndex(error)) return null;
    throw error;
  }
}

export async function dropIndex(server: Server, uid: string): Promise<void> {
  if (await look(server, uid)) await server.change([(client) => client.deleteIndex(uid)]);
}

async function makeIndex(server: Server, uid: string): Promise<void> {
  try {
    await server.change([(client) => client.createIndex(uid, { primaryKey: 'id' })]);
  } catch (error) {
    if (!(await look(server, uid))) throw error; // otherwise another process has just made it
  }
}

/** Makes the index where there is none, and sends the settings that it lacks. Gives their names. */
export async function prepareIndex(server: Server, uid: string): Promise<string[]> {
  const existing = await look(server, uid);
  const have = existing ? await server.ask((client) => client.index(uid).getSettings()) : {};
  if (!existing) await makeIndex(server, uid);
  const missing = missingSettings(have, settings);
  const names = Object.keys(missing);
  if (names.length > 0) await server.change([(client) => client.index(uid).updateSettings(missing)]);
  return names;
}

/** Where a model's vectors go. */
export interface Embedder {
  readonly name: string;
  readonly dimension: number;
}

/** Makes the index ready for the model's vectors; one that holds another's is made anew, and nothing of it is kept. */
export async function prepareVectors(server: Server, uid: string, { name, dimension }: Embedder): Promise<void> {
  const embedders = (await server.ask((client) => client.index(uid).getEmbedders())) ?? {};
  if (name in embedders) return;
  if (Object.keys(embedders).length > 0) {
    await server.change([(client) => client.deleteIndex(uid)]);
    await prepareIndex(server, uid);
  }
  const wanted = { [name]: { source: 'userProvided', dimensions: dimension } } as const;
  await server.change([(client) => client.index(uid).updateEmbedders(wanted)]);
}

/** `createdAt` is kept inside the index, so it goes with the content through a swap. */
export async function identityOf(server: Server, uid: string): Promise<string> {
  const { createdAt } = await server.ask((client) => client.getRawIndex(uid));
  return `meilisearch:${uid}:${createdAt}:${recipe}`;
}

/**
 * Takes out all that the documents had, then adds what they have: at no moment do old passages stand beside new
 * ones. The first is awaited, because adding to an index that is not there would make one without settings.
 */
export async function replaceDocuments(
  server: Server,
  uid: string,
  documents: readonly EngineDocument[],
  embedder: string,
): Promise<void> {
  if (documents.length === 0) return;
  const newest = new Map(documents.map((document) => [document.documentId, document.passages]));
  const filter = anyOf('doc', [...newest.keys()]);
  await server.change([(client) => client.index(uid).deleteDocuments({ filter })]);
  await server.change(additions(uid, [...newest.values()].flat(), embedder));
}

function* additions(uid: string, passages: readonly EnginePassage[], embedder: string): Generator<Change> {
  for (const batch of batchesOf(passages, embedder)) {
    yield (client) => client.index(uid).addDocumentsFromString(batch, 'application/json');
  }
}

/** Drops what rebuilds that never ended have left, and gives the uid for a new one. */
export async function asideOf(server: Server, uid: string): Promise<string> {
  const prefix = `${uid}-next-`;
  const { results } = await server.ask((client) => client.getRawIndexes({ limit: 10_000 }));
  for (const { uid: left } of results) if (left.startsWith(prefix)) await dropIndex(server, left);
  return `${prefix}${randomUUID()}`;
}

export async function swapIn(server: Server, aside: string, uid: string): Promise<void> {
  await server.change([(client) => client.swapIndexes([{ indexes: [uid, aside], rename: false }])]);
  await dropIndex(server, aside);
}
