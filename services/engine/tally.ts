// Adds up passages and documents, in all and by facet value; every adapter counts with it.
import type { Counts, EngineFacets } from './engine.js';

export interface CountedDocument {
  readonly region: string | null;
  readonly year: number | null;
  readonly type: string | null;
  readonly issuers: readonly string[];
  /** matching passages of the document */
  readonly passages: number;
}

export function tally(documents: Iterable<CountedDocument>): Omit<Counts, 'exact'> {
  const count = () => new Map<string, { passages: number; documents: number }>();
  const facets = { region: count(), year: count(), type: count(), issuer: count() } satisfies EngineFacets;
  let passages = 0;
  let number = 0;
  for (const document of documents) {
    const add = (facet: keyof EngineFacets, value: string | null): void => {
      if (value === null) return;
      const before = facets[facet].get(value) ?? { passages: 0, documents: 0 };
      facets[facet].set(value, { passages: before.passages + document.passages, documents: before.documents + 1 });
    };
    number++;
    passages += document.passages;
    add('region', document.region);
    add('year', document.year === null ? null : String(document.year));
    add('type', document.type);
    for (const issuer of new Set(document.issuers)) add('issuer', issuer);
  }
  return { passages, documents: number, facets };
}
