// Which document of the archive a mention means. By its number first, then by its name; a wrong link is worse than none. Pure.
import type { Mention } from '../../domain/citation.js';
import { fits } from './fits.js';
import { type DocumentNumber, numberOf, sameNumber, sameSeries } from './number.js';
import type { Held, Shelf } from './shelf.js';
import { type TitleName, titleName } from './title-name.js';

/** `version`: another version of the document meant is held, `newer` where it came later; the one meant is not. */
export type Match =
  | { readonly kind: 'none' | 'own' | 'other' }
  | { readonly kind: 'one'; readonly document: Held }
  | { readonly kind: 'version'; readonly newer: Held }
  | { readonly kind: 'several'; readonly documents: readonly Held[] };

/** A mention with what it is compared by, worked out once. */
export interface Wanted {
  readonly mention: Mention;
  readonly name: TitleName | null;
  readonly number: DocumentNumber | null;
  /** the body or place that is stated, in the title or before it */
  readonly stated: string | null;
}

export function wantedOf(mention: Mention, name = mention.title === null ? null : titleName(mention.title)): Wanted {
  return {
    mention,
    name,
    number: mention.number === null ? null : numberOf(mention.number),
    stated: name?.author ?? mention.issuer,
  };
}

const yearOf = ({ date }: Held): number | null => (date === null ? null : Number(date.slice(0, 4)));
const editionOf = (held: Held): number | null => held.name.edition ?? yearOf(held);
/** A year in a note of the version is that of the change; the version may be dated in the next one. */
const otherEdition = (wanted: number | null, held: Held): boolean => {
  const year = editionOf(held);
  return wanted !== null && year !== null && wanted !== year && !(held.name.edition === null && year === wanted + 1);
};
const otherNumber = (wanted: DocumentNumber | null, held: Held): boolean =>
  wanted !== null && held.number !== null && sameNumber(wanted, held.number) === false;

/** @param citing the document that the mention stands in */
export function resolve(wanted: Wanted, citing: Held, shelf: Shelf): Match {
  const { mention, name, number, stated } = wanted;
  if (mention.kind !== 'document')
    return {
      kind:
        mention.kind === 'own' && !speaksOfAnother(wanted, citing) ? 'own' : mention.kind === 'own' ? 'none' : 'other',
    };
  if (number) {
    const numbered = shelf.numbered(number).filter((held) => bears(held, number, name, citing));
    const own = numbered.some(({ id }) => id === citing.id);
    if (own) return { kind: 'own' };
    if (numbered.length > 0) return oneOf(numbered, wanted, citing);
  }
  if (!name || name.key.length < 2) return { kind: 'none' };
  const fitting = shelf
    .named(name.key)
    .filter((held) => fits(held, stated, citing) && (name.draft || !held.name.draft));
  const meant = fitting.filter((held) => !otherNumber(number, held) && !otherEdition(name.edition, held));
  if (meant.some(({ id }) => id === citing.id) && !mention.repeals) return { kind: 'own' };
  const others = meant.filter(
    ({ id, family }) =>
      id !== citing.id &&
      !(mention.repeals && family === citing.family && isLater(citing, shelf.held.get(id)) === false),
  );
  if (others.length > 0) return oneOf(others, wanted, citing);
  return otherVersion(fitting, wanted);
}

/** An order alone is one of a series that every body has: the body must be the same, and of the place meant. */
function bears(held: Held, number: DocumentNumber, name: TitleName | null, citing: Held): boolean {
  if (!held.number || sameNumber(number, held.number) !== true) return false;
  if (name) return alike(name.key, held.name.key);
  return number.year !== null || (number.body !== '' && fits(held, number.body, citing));
}

/** What a document says of a title of its own with another number or year is of an earlier version. */
const speaksOfAnother = ({ number, mention }: Wanted, citing: Held): boolean =>
  mention.repeals || otherNumber(number, citing);

const isLater = (one: Held, other: Held | undefined): boolean | null =>
  one.date === null || !other || other.date === null ? null : one.date > other.date;

/** Names alike enough that a number which both bear is no slip. */
function alike(one: string, other: string): boolean {
  const grams = (key: string): Set<string> =>
    new Set(Array.from({ length: key.length - 1 }, (_, i) => key.slice(i, i + 2)));
  const [a, b] = [grams(one), grams(other)];
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared++;
  return shared >= 0.4 * Math.min(a.size, b.size);
}

/** The version meant, where those that fit are of one family, or copies of one; else all of them. */
function oneOf(found: readonly Held[], { number, name, stated }: Wanted, citing: Held): Match {
  const exact = found.filter((held) => number && held.number && sameNumber(number, held.number));
  let left = exact.length > 0 ? exact : found;
  if (stated === null && number === null && new Set(left.map(({ regionCode }) => regionCode)).size > 1) {
    const near = Math.max(...left.map(({ regionPath }) => nearness(regionPath, citing)));
    left = left.filter(({ regionPath }) => nearness(regionPath, citing) === near);
  }
  const edition = name?.edition ?? null;
  const ofYear = edition === null ? [] : left.filter((held) => editionOf(held) === edition);
  const [first, ...rest] = newestFirst(madeBefore(ofYear.length > 0 ? ofYear : left, citing));
  if (!first) return { kind: 'none' };
  const isOne = rest.every((held) => held.family === first.family || isCopy(held, first));
  return isOne ? { kind: 'one', document: first } : { kind: 'several', documents: [first, ...rest] };
}

/** A document cites what there was when it was made; where none of those that fit is so old, the rules that came of it. */
function madeBefore(found: readonly Held[], citing: Held): readonly Held[] {
  const { date } = citing;
  const before = date === null ? [] : found.filter((held) => held.date === null || held.date <= date);
  return before.some((held) => held.date !== null) ? before : found;
}

/** How near the citing document a place is: its own region counts most, the whole country least. */
const nearness = (path: readonly string[], citing: Held): number =>
  path.at(-1) === '0' ? 0 : citing.regionPath.includes(path.at(-1) ?? '') ? path.length : -1;

const newestFirst = (found: readonly Held[]): Held[] =>
  found.toSorted(
    (a, b) =>
      Number(a.newer !== null) - Number(b.newer !== null) ||
      ((a.date ?? '') < (b.date ?? '') ? 1 : a.date === b.date ? (a.id < b.id ? -1 : 1) : -1),
  );

const isCopy = (a: Held, b: Held): boolean =>
  a.regionCode === b.regionCode &&
  (a.number === null || b.number === null || sameNumber(a.number, b.number) !== false) &&
  (a.date === null || b.date === null || a.date.startsWith(b.date) || b.date.startsWith(a.date));

/** The version that the mention states by number or year is not held, but another of the same rules is. */
function otherVersion(fitting: readonly Held[], { mention, name, number }: Wanted): Match {
  if (mention.repeals) return { kind: 'none' };
  const versions = fitting.filter((held) =>
    otherNumber(number, held)
      ? number !== null &&
        held.number !== null &&
        sameSeries(number, held.number) &&
        (yearOf(held) ?? 0) > (number.year ?? 0)
      : name !== null && name.edition !== null && (editionOf(held) ?? 0) > name.edition,
  );
  const [newest] = newestFirst(versions);
  return newest ? { kind: 'version', newer: newest } : { kind: 'none' };
}
