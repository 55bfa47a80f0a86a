// families=collapse: what was found in several documents of one family becomes one hit, the version in force shown.
// The judgement is careful: a passage is folded only where the one shown says the same and holds all that was found in it.

import type { PassageOf } from '../catalogue/documents.js';
import type { Catalogue } from '../catalogue/open.js';
import { normalOf, type Snapshot } from '../catalogue/snapshot.js';
import type { SearchRequest } from '../domain/query.js';
import { placesIn } from '../families/read.js';
import { overlapOf, shinglesOf } from '../families/signature.js';
import { type Folded, fold } from './fold.js';
import type { Unit } from './unit.js';

/** Passages that share so many of the shingles in either say the same, in another version's words; as documents that are alike. */
const ALIKE = 0.5;

export interface CollapseDeps {
  readonly catalogue: Catalogue;
  readonly snapshot: Snapshot;
  /** the key terms that a passage, its headings or its document's names hold */
  readonly termsIn: (passage: PassageOf) => readonly string[];
  /** how well the passage's document fits what the query names */
  readonly fits: (passageId: number) => number;
  /** YYYY-MM-DD */
  readonly today: string;
}

export function collapse(units: readonly Unit[], group: SearchRequest['group'], deps: CollapseDeps): Folded<Unit>[] {
  const { catalogue, snapshot, termsIn, fits, today } = deps;
  const documentOf = ([best]: Unit): string | undefined => snapshot.documentOf(best.id)?.id;
  const families = familiesAmong(units.map(documentOf), catalogue);
  const familyOf = (unit: Unit): string | null => families.get(documentOf(unit) ?? '') ?? null;
  if (families.size === 0) return units.map((unit) => ({ unit, members: [] }));

  const places = new Map([...new Set(families.values())].flatMap((family) => [...placesIn(catalogue, family, today)]));
  // Texts are compared as the snapshot holds them; only the few that are alike are read from the catalogue.
  const normalIn = once((id) => normalOf(snapshot, id));
  const shinglesIn = once((id) => shinglesOf(normalIn(id)));
  const sayTheSame = (a: number, b: number): boolean =>
    normalIn(a) === normalIn(b) || overlapOf(shinglesIn(a), shinglesIn(b)).resemblance >= ALIKE;
  const termsHeld = once((id) => catalogue.documents.passagesById([id]).flatMap((passage) => termsIn(passage)));
  const position = new Map(units.map((unit, i) => [unit, i]));

  const holdsAll = (shown: Unit, [found]: Unit): boolean => {
    if (found.verbatim && !shown.some(({ verbatim }) => verbatim)) return false;
    if (fits(shown[0].id) < fits(found.id)) return false;
    return termsHeld(found.id).every((term) => shown.some(({ id }) => termsHeld(id).includes(term)));
  };
  const covers = (shown: Unit, other: Unit): boolean => {
    const before = group === 'document' && (position.get(shown) ?? 0) < (position.get(other) ?? 0);
    return (before || shown.some(({ id }) => sayTheSame(id, other[0].id))) && holdsAll(shown, other);
  };
  return fold(units, { documentOf, familyOf, placeOf: (unit) => places.get(documentOf(unit) ?? '') ?? 0, covers });
}

/** Document → family, of families that several of the documents belong to. */
function familiesAmong(found: readonly (string | undefined)[], { families }: Catalogue): Map<string, string> {
  const documents = [...families.of([...new Set(found.filter((id) => id !== undefined))])];
  const sizes = new Map<string, number>();
  for (const [, { family }] of documents) sizes.set(family, (sizes.get(family) ?? 0) + 1);
  return new Map(
    documents.filter(([, { family }]) => (sizes.get(family) ?? 0) > 1).map(([id, { family }]) => [id, family]),
  );
}

function once<Value>(make: (id: number) => Value): (id: number) => Value {
  const known = new Map<number, Value>();
  return (id) => {
    const value = known.get(id) ?? make(id);
    known.set(id, value);
    return value;
  };
}
