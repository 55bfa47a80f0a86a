// The web of an archive's citations, from its catalogue; kept until documents or facts change.
import type { Catalogue } from '../../catalogue/open.js';
import { regionPath } from '../../regions/regions.js';
import { createShelf, type Held, heldOf, type Shelf } from './shelf.js';
import { type CitationWeb, citationWeb } from './web-of.js';

export const shelfOf = (catalogue: Catalogue): Shelf => createShelf(everyHeld(catalogue));

function everyHeld(catalogue: Catalogue): Held[] {
  const documents = catalogue.documents.list(-1, 0);
  const families = catalogue.families.of(documents.map(({ id }) => id));
  return documents.flatMap(({ id, newer }) => {
    const metadata = catalogue.documents.metadata(id);
    if (!metadata) return [];
    const { title, number, issuers, regionCode, date, year, status } = metadata;
    return heldOf({
      id,
      title,
      number,
      issuers,
      regionCode,
      regionPath: regionCode === null ? [] : regionPath(regionCode),
      date,
      year,
      status,
      family: families.get(id)?.family ?? id,
      newer: newer?.kind === 'version' ? newer.id : null,
    });
  });
}

export function createCitationWeb(catalogue: Catalogue): () => CitationWeb {
  let kept: { readonly state: string; readonly web: CitationWeb } | null = null;
  return () => {
    const state = `${catalogue.revision()} ${catalogue.facts.stamp()}`;
    if (kept?.state !== state) {
      kept = { state, web: citationWeb(catalogue.facts.everyCitation(), shelfOf(catalogue)) };
    }
    return kept.web;
  };
}
