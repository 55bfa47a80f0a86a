// Which occurrences of a phrase stand together with others (同句、同段、同文、距离 N), and which with what is excluded.
import { partAt } from '../catalogue/snapshot.js';
import type { Place } from './phrase.js';

/** Where things stand together: the same unit of text, or within so many characters of normal text. */
export type Scope = 'sentence' | 'paragraph' | 'document' | number;

/** A text in normal form, and where its paragraphs (lines of the stored text) start in it. */
export interface Paragraphed {
  readonly normal: string;
  readonly paragraphStarts: ArrayLike<number>;
}

/** Where sentences start: with a paragraph, and after 。！？； (in normal form ! ? ;). */
export function sentenceStarts({ normal, paragraphStarts }: Paragraphed): number[] {
  const starts = new Set<number>(Array.from(paragraphStarts));
  starts.add(0);
  for (const { index } of normal.matchAll(/[。!?;](?![。!?;])/gu)) starts.add(index + 1);
  return [...starts].sort((a, b) => a - b);
}

/** Characters between two places; 0 when they touch or overlap. */
const gap = (a: Place, b: Place): number => Math.max(0, a.start - b.end, b.start - a.end);

/** For a place: whether one of `others` stands together with it. A place that spans units belongs to each of them. */
function together(text: Paragraphed, others: readonly Place[], scope: Scope): (place: Place) => boolean {
  if (others.length === 0) return () => false;
  if (scope === 'document') return () => true;
  if (typeof scope === 'number') {
    // Sorted by start and without overlap, so sorted by end: the nearest is a neighbour.
    const starts = others.map(({ start }) => start);
    return (place) => {
      const before = partAt(starts, place.start);
      return [others[before], others[before + 1]].some((other) => other !== undefined && gap(place, other) <= scope);
    };
  }
  const starts = scope === 'sentence' ? sentenceStarts(text) : text.paragraphStarts;
  const unitsOf = ({ start, end }: Place): number[] => {
    const first = partAt(starts, start);
    return Array.from({ length: partAt(starts, end - 1) - first + 1 }, (_, i) => first + i);
  };
  const held = new Set(others.flatMap(unitsOf));
  return (place) => unitsOf(place).some((unit) => held.has(unit));
}

export interface Conditions {
  /** places of each phrase that must stand near */
  readonly near: readonly (readonly Place[])[];
  readonly scope: Scope;
  /** places of each phrase that must not */
  readonly without: readonly (readonly Place[])[];
  readonly withoutIn: Scope;
}

/** The places that stand with one of each phrase near, and with none that is excluded. */
export function keepNear(places: readonly Place[], text: Paragraphed, conditions: Conditions): Place[] {
  const near = conditions.near.map((others) => together(text, others, conditions.scope));
  const without = conditions.without.map((others) => together(text, others, conditions.withoutIn));
  return places.filter((place) => near.every((is) => is(place)) && !without.some((is) => is(place)));
}
