// Brings the sentence index up to the archive: a little at a time, so that other requests are answered between.
import type { Catalogue } from '../../catalogue/open.js';
import type { Snapshot } from '../../catalogue/snapshot.js';
import { inSlices } from '../../process/in-slices.js';
import type { SentenceIndex } from './sentence-index.js';

/** A function to await before every check: resolves when the index holds what the archive held when it was called. */
export function keepSentences(
  index: SentenceIndex,
  { catalogue, snapshot }: { readonly catalogue: Catalogue; readonly snapshot: Snapshot },
): () => Promise<void> {
  let building: Promise<void> = Promise.resolve();
  const textOf = (id: string): string => catalogue.documents.text(id).text;

  async function build(): Promise<void> {
    const documents = snapshot.documents();
    if (index.isBehind(documents)) await inSlices(index.build(documents, textOf), () => catalogue.isOpen());
  }
  return () => {
    building = building.then(build, build); // one at a time, whatever became of the one before
    return building;
  };
}
