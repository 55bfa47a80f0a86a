// A card names a passage's document and facet values in one string. Counting passages by card gives passages
// and documents, in all and by every facet, from one facet distribution of the server.
import type { EnginePassage } from '../engine.js';
import type { CountedDocument } from '../tally.js';
import { code } from './code.js';

/** A surrogate without its partner cannot be sent as UTF-8. */
const sendable = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** The document's code stands first: the server cuts long values, and must not mix two documents up. */
export function cardOf({ documentId, facets }: EnginePassage): string {
  const { region, regionPath, years, type, issuers } = facets;
  return sendable(`${code(documentId)}${JSON.stringify([region, regionPath, years, type, issuers])}`);
}

/** Documents with the number of their passages, from passages by card. */
export function documentsOf(passagesOf: ReadonlyMap<string, number>): CountedDocument[] {
  const found = new Map<string, CountedDocument>();
  for (const [card, passages] of passagesOf) {
    if (passages <= 0) continue;
    const at = card.indexOf('[');
    const document = card.slice(0, at);
    const [region, regionPath, years, type, issuers] = JSON.parse(card.slice(at)) as CardValues; // written by cardOf
    const before = found.get(document)?.passages ?? 0;
    found.set(document, { region, regionPath, years, type, issuers, passages: before + passages });
  }
  return [...found.values()];
}
type CardValues = [
  region: string | null,
  regionPath: string[],
  years: number[],
  type: string | null,
  issuers: string[],
];
