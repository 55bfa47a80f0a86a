// Builds the wording index beside everything else: a little at a time, begun by a search, ended when the catalogue closes.
import type { Catalogue } from '../../catalogue/open.js';
import type { Snapshot } from '../../catalogue/snapshot.js';
import { inSlices } from '../../process/in-slices.js';
import type { WordingIndex } from './wording-index.js';

/** A function to call at every search: begins to bring the index up to the archive where it is behind. */
export function keepBuilt(
  index: WordingIndex,
  { catalogue, snapshot }: { readonly catalogue: Catalogue; readonly snapshot: Snapshot },
): () => Promise<void> {
  let building: Promise<void> | null = null;
  let looked = -1; // the revision that was found indexed

  async function build(): Promise<void> {
    const work = index.build(snapshot.documents());
    await new Promise((resolve) => setImmediate(resolve)); // the search that began it answers first
    await inSlices(work, () => catalogue.isOpen());
  }

  return async () => {
    if (building) return building;
    const revision = catalogue.revision();
    if (revision === looked) return;
    if (index.isBehind(snapshot.documents())) {
      building = build().finally(() => {
        building = null;
      });
      return building;
    }
    looked = revision;
  };
}
