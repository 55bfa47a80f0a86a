// A card names a passage's document and facet values in one string. Counting passages by card gives passages
// and documents, in all and by every facet, from one facet distribution of the server.
import type { Counts, EnginePassage, FacetCounts } from '../engine.js';
import { code } from './code.js';

interface Values {
  readonly region: string | null;
  readonly year: number | null;
  readonly type: string | null;
  readonly issuers: readonly string[];
}

/** A surrogate without its partner cannot be sent as UTF-8. */
const sendable = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** The document's code stands first: the server cuts long values, and must not mix two documents up. */
export function cardOf({ documentId, facets }: EnginePassage): string {
  const { region, year, type, issuers } = facets;
  return sendable(`${code(documentId)}${JSON.stringify([region, year, type, [...new Set(issuers)]])}`);
}

function readCard(card: string): Values & { readonly document: string } {
  const at = card.indexOf('[');
  const [region, year, type, issuers] = JSON.parse(card.slice(at)) as [
    string | null,
    number | null,
    string | null,
    string[],
  ]; // written by cardOf
  return { document: card.slice(0, at), region, year, type, issuers };
}

/** Adds up passages by card. */
export function tally(passagesOf: ReadonlyMap<string, number>): Omit<Counts, 'exact'> {
  const facets = {
    region: new Map<string, { passages: number; documents: number }>(),
    year: new Map<string, { passages: number; documents: number }>(),
    type: new Map<string, { passages: number; documents: number }>(),
    issuer: new Map<string, { passages: number; documents: number }>(),
  } satisfies Record<string, FacetCounts>;
  const documents = new Set<string>();
  const seen = new Set<string>();
  let total = 0;
  for (const [card, passages] of passagesOf) {
    if (passages <= 0) continue;
    const { document, region, year, type, issuers } = readCard(card);
    total += passages;
    documents.add(document);
    const add = (facet: keyof typeof facets, value: string | null): void => {
      if (value === null) return;
      const key = `${facet} ${document} ${value}`;
      const before = facets[facet].get(value) ?? { passages: 0, documents: 0 };
      facets[facet].set(value, {
        passages: before.passages + passages,
        documents: before.documents + (seen.has(key) ? 0 : 1),
      });
      seen.add(key);
    };
    add('region', region);
    add('year', year === null ? null : String(year));
    add('type', type);
    for (const issuer of issuers) add('issuer', issuer);
  }
  return { passages: total, documents: documents.size, facets };
}
