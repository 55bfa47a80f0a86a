// Cites documents, and places in them by their offsets, as they come: each document's text is read once.
import type { Archive } from '../domain/archive.js';
import type { DocumentSummary } from '../domain/document.js';
import type { Range } from '../domain/passage.js';
import type { Citation, Places } from '../domain/place.js';
import { cite } from './cite.js';

/** Of a document as a whole (of one of its versions; otherwise of the newest), or of a range of its newest text. */
export type Citing = (document: DocumentSummary, range?: Range, version?: number | null) => Citation;

export interface CitingDeps {
  readonly archive: Pick<Archive, 'places'>;
  /** scheme and host; empty where the service has no address outside */
  readonly origin: string;
  /** the page of a version of a document, or of a place in it */
  href(
    document: { readonly id: string },
    cited: { readonly version: number; readonly start?: number; readonly paragraph?: number },
  ): string;
}

export function createCiting({ archive, origin, href }: CitingDeps): Citing {
  const known = new Map<string, Places>();
  const placesIn = (id: string): Places => {
    const places = known.get(id) ?? archive.places(id);
    known.set(id, places);
    return places;
  };
  return (document, range, given) => {
    const { version, of } = placesIn(document.id);
    if (!range) return cite(document, null, { origin, href: href(document, { version: given ?? version }) });
    const place = of(range);
    const cited = { version, start: range.start, paragraph: place.paragraphs.from };
    return cite(document, place, { origin, href: href(document, cited) });
  };
}
