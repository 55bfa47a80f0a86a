// Adds up passages and documents, in all and by facet value; every adapter counts with it. A value counts what a filter by
// it would find.
import type { Counts, EngineFacets, PassageFacets } from './engine.js';

export interface CountedDocument extends Pick<PassageFacets, 'region' | 'regionPath' | 'years' | 'type' | 'issuers'> {
  /** matching passages of the document */
  readonly passages: number;
}

export function tally(documents: Iterable<CountedDocument>): Omit<Counts, 'exact'> {
  const all = [...documents];
  const regions = new Map(
    all.flatMap(({ region, regionPath }) => (region === null ? [] : [[regionPath.at(-1), region]])),
  );
  const takenInBy = bodiesAbove(new Set(all.flatMap(({ issuers }) => issuers)));
  const count = () => new Map<string, { passages: number; documents: number }>();
  const facets = { region: count(), year: count(), type: count(), issuer: count() } satisfies EngineFacets;
  let passages = 0;
  for (const document of all) {
    const add = (facet: keyof EngineFacets, values: Iterable<string>): void => {
      for (const value of new Set(values)) {
        const before = facets[facet].get(value) ?? { passages: 0, documents: 0 };
        facets[facet].set(value, { passages: before.passages + document.passages, documents: before.documents + 1 });
      }
    };
    passages += document.passages;
    add(
      'region',
      document.regionPath.flatMap((code) => regions.get(code) ?? []),
    );
    add('year', document.years.map(String));
    add('type', document.type === null ? [] : [document.type]);
    add(
      'issuer',
      document.issuers.flatMap((issuer) => takenInBy(issuer)),
    );
  }
  return { passages, documents: all.length, facets };
}

/** Of a body: those whose name begins its name, itself among them. */
function bodiesAbove(bodies: ReadonlySet<string>): (body: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (body) => {
    const above =
      known.get(body) ?? Array.from(body, (_, i) => body.slice(0, i + 1)).filter((beginning) => bodies.has(beginning));
    known.set(body, above);
    return above;
  };
}
