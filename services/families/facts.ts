// What the catalogue knows of a document that its relations to others are judged by.
import type { Catalogue } from '../catalogue/open.js';
import { normalForm } from '../domain/text.js';
import type { MemberFacts } from './in-force.js';
import { nameOf } from './name.js';
import { type Shingles, shinglesOf } from './signature.js';

export function factsOf(catalogue: Catalogue, id: string): MemberFacts | null {
  const metadata = catalogue.documents.metadata(id);
  if (!metadata) return null;
  const { title, issuers, region, number, regionCode, date, year, status, effectiveOn } = metadata;
  return { id, name: nameOf(title, issuers, region), number, issuers, regionCode, date, year, status, effectiveOn };
}

/** Shingles of documents' texts; those asked for last are kept. */
export function createShingleCache(catalogue: Catalogue, size = 200): (id: string) => Shingles {
  const held = new Map<string, Shingles>();
  return (id) => {
    const shingles = held.get(id) ?? shinglesOf(normalForm(catalogue.documents.text(id).text));
    held.delete(id);
    held.set(id, shingles);
    for (const oldest of held.keys()) {
      if (held.size <= size) break;
      held.delete(oldest);
    }
    return shingles;
  };
}
