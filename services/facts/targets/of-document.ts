// The targets of a document of the catalogue.
import type { Catalogue } from '../../catalogue/open.js';
import type { Target } from '../../domain/target.js';
import { findRegion } from '../../regions/regions.js';
import { type RegionReader, readTargets } from './read-targets.js';
import { statedRegion } from './stated-region.js';

export function readDocumentTargets(catalogue: Catalogue, id: string): Target[] {
  const metadata = catalogue.documents.metadata(id);
  if (!metadata) return [];
  const { title, year, regionCode } = metadata;
  const { text } = catalogue.documents.text(id);
  const { outline } = catalogue.documents.detail(id);
  return readTargets({ text, title, year, regionCode, outline }, regionsFrom(regionCode));
}

/** Regions as a document of `regionCode` states them: of places of one name, that in it is meant. */
export const regionsFrom = (regionCode: string | null): RegionReader => ({
  stated: (sentence) => statedRegion(sentence, regionCode),
  named: (name) =>
    /^\p{Script=Han}{2,12}$/u.test(name) ? (findRegion(name, regionCode ?? undefined)?.code ?? null) : null,
});
