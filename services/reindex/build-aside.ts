// Fills an index aside and follows what is ingested meanwhile, until it holds what the catalogue does.
import type { Catalogue } from '../catalogue/open.js';
import type { EngineRebuild } from '../engine/engine.js';
import { type Behind, engineDocument, firstBatch } from '../search/index-documents.js';

export interface BuildDeps {
  readonly catalogue: Catalogue;
  readonly rebuild: EngineRebuild;
  readonly fingerprint: string;
  /** embeds what has no vector of the model yet */
  embed(): Promise<void>;
  /** documents done, and in all as far as is known */
  progress(done: number, total: number): void;
}

/** What the index holds: each document's revision and number of passages. */
export type Held = Map<string, { readonly revision: number; readonly passages: number }>;

/** What a list of all present documents has that the index lacks, and those that it holds and should not. */
export function lackingOf(present: Behind, held: Held): { add: Behind; remove: string[] } {
  const ids = new Set(present.map(({ documentId }) => documentId));
  return {
    add: present.filter(({ documentId, revision }) => held.get(documentId)?.revision !== revision),
    remove: [...held.keys()].filter((id) => !ids.has(id)),
  };
}

/** Every document present is what an index that has nothing lacks. */
const lacking = (catalogue: Catalogue, held: Held): ReturnType<typeof lackingOf> =>
  lackingOf(
    catalogue.sync.behind('', Number.MAX_SAFE_INTEGER).filter(({ removed }) => !removed),
    held,
  );
export const holdsAll = (catalogue: Catalogue, held: Held): boolean => {
  const { add, remove } = lacking(catalogue, held);
  return add.length + remove.length === 0;
};

/** Resolves when nothing is lacking. */
export async function catchUp(
  { catalogue, rebuild, fingerprint, embed, progress }: BuildDeps,
  held: Held,
): Promise<void> {
  for (;;) {
    const { add, remove } = lacking(catalogue, held);
    if (add.length + remove.length === 0) return;
    await embed();
    if (remove.length > 0) await rebuild.apply(remove.map((documentId) => ({ documentId, passages: [] })));
    for (const documentId of remove) held.delete(documentId);
    for (let rest = add; rest.length > 0; ) {
      const batch = firstBatch(rest);
      const documents = batch.map(({ documentId }) => engineDocument(catalogue, documentId, fingerprint));
      await rebuild.apply(documents);
      for (const [i, { documentId, revision }] of batch.entries()) {
        held.set(documentId, { revision, passages: documents[i]?.passages.length ?? 0 });
      }
      rest = rest.slice(batch.length);
      progress(held.size, held.size + rest.length);
    }
  }
}
