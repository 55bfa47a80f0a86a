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

/** While documents keep coming, a web that took long is shown as it was for so many times as long as it took. */
const QUICK_MS = 200;
const REST = 20;

export function createCitationWeb(catalogue: Catalogue): () => CitationWeb {
  let kept: { readonly state: string; readonly web: CitationWeb; readonly until: number } | null = null;
  return () => {
    const state = `${catalogue.revision()} ${catalogue.facts.stamp()}`;
    const started = performance.now();
    if (kept && (kept.state === state || started < kept.until)) return kept.web;
    const web = citationWeb(catalogue.facts.everyCitation(), shelfOf(catalogue));
    const done = performance.now();
    const took = done - started;
    kept = { state, web, until: took < QUICK_MS ? 0 : done + REST * took };
    return web;
  };
}
