// The targets of a document of the catalogue.
import type { Catalogue } from '../../catalogue/open.js';
import type { Target } from '../../domain/target.js';
import { findRegion } from '../../regions/regions.js';
import { readTargets } from './read-targets.js';
import { statedRegion } from './stated-region.js';
import { type RegionReader, readTargets } from './read-targets.js';

/** A place that a sentence begins with, as its subject; one named later stands there for other reasons. */
const subject =
  /^[^，,；;。]{2,12}?(?:省|市|自治区|自治州|县|区)(?=[^\p{Script=Han}]|小学|初中|高中|义务|学前|幼儿|教师|学校|新增|新建|要|应|将|达)/u;

export function readDocumentTargets(catalogue: Catalogue, id: string): Target[] {
  const metadata = catalogue.documents.metadata(id);
  if (!metadata) return [];
  const { title, year, regionCode } = metadata;
  const { text } = catalogue.documents.text(id);
  const { outline } = catalogue.documents.detail(id);
  const hint = regionCode ?? undefined;
  return readTargets(
    { text, title, year, regionCode, outline },
    {
      stated: (sentence) => statedRegion(sentence, regionCode),
      named: (name) => (/^\p{Script=Han}{2,12}$/u.test(name) ? (findRegion(name, hint)?.code ?? null) : null),
    },
  );
  return readTargets({ text, title, year, regionCode, outline }, regionSaid(regionCode));
}

/** The region that a sentence is about, where it begins with one. `regionCode` is the document's: of places of one name, that in it is meant. */
export const regionSaid =
  (regionCode: string | null): RegionReader =>
  (sentence) => {
    const place = subject.exec(sentence)?.[0];
    return place === undefined ? null : (findRegion(place, regionCode ?? undefined)?.code ?? null);
  };
