// A citation whose number and title do not go together: by the documents held, and by how the others cite the same.
import type { Mention } from '../domain/citation.js';
import type { DraftingMessage } from '../domain/messages/drafting.js';
import { numberOf, sameNumber, writtenNumber } from '../facts/citations/number.js';
import type { Match } from '../facts/citations/resolve.js';
import type { Held, Shelf } from '../facts/citations/shelf.js';
import { titleName } from '../facts/citations/title-name.js';
import type { CitationWeb } from '../facts/citations/web-of.js';
import { likenessOf, pairsOf } from './likeness.js';

export interface CitedOtherwise {
  readonly message: DraftingMessage;
  readonly confidence: number;
  readonly document: string | null;
  readonly values: Readonly<Record<string, string | number>>;
}

/** How titles and numbers go together in the archive's own citations. */
interface Known {
  readonly numbers: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly titles: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** names that are cited, with the title as it is written */
  readonly names: ReadonlyMap<string, string>;
}
const knownOf = new WeakMap<CitationWeb, Known>();

function known(web: CitationWeb): Known {
  const there = knownOf.get(web);
  if (there) return there;
  const numbers = new Map<string, Map<string, number>>();
  const titles = new Map<string, Map<string, number>>();
  const names = new Map<string, string>();
  const add = (map: Map<string, Map<string, number>>, key: string, value: string): void => {
    const counts = map.get(key) ?? new Map<string, number>();
    counts.set(value, (counts.get(value) ?? 0) + 1);
    map.set(key, counts);
  };
  for (const { mention, wanted } of web.all) {
    if (mention.title === null || !wanted.name) continue;
    names.set(wanted.name.key, mention.title);
    if (mention.number === null) continue;
    add(numbers, wanted.name.key, mention.number);
    add(titles, mention.number, mention.title);
  }
  const made = { numbers, titles, names };
  knownOf.set(web, made);
  return made;
}

const LEAST_NAME = 6;
const NEAR = 0.72;

export function citedAs(mention: Mention, match: Match, web: CitationWeb, shelf: Shelf): CitedOtherwise | null {
  const name = mention.title === null ? null : titleName(mention.title);
  const number = mention.number === null ? null : numberOf(mention.number);
  if (match.kind === 'one' || match.kind === 'several') return null;
  const { numbers, titles, names } = known(web);
  const named = name && name.key.length >= LEAST_NAME ? shelf.named(name.key) : [];

  if (name && number && mention.number !== null) {
    // the title is known under another number
    const held = named.find((one) => one.number?.body === number.body && sameNumber(number, one.number) === false);
    if (held?.number && named.length === 1) return otherNumber(writtenNumber(held.number), held);
    const cited = numbers.get(name.key);
    const [only] = cited?.size === 1 ? cited.keys() : [];
    if (only && named.length === 0 && numberOf(only)?.body === number.body && only !== mention.number)
      return otherNumber(only, null);
    // the number is known under another title
    const [bearer] = number.year === null ? [] : shelf.numbered(number);
    if (bearer) return otherTitle(bearer.title, bearer);
    const by = titles.get(mention.number);
    if (by && by.size >= 1 && named.length === 0 && !names.has(name.key))
      return otherTitle([...by.keys()][0] ?? '', null);
  }
  if (!name || name.key.length < LEAST_NAME || names.has(name.key) || named.length > 0) return null;
  const near = nearest(name.key, shelf, names);
  return near
    ? { message: 'refNear', confidence: 0.6, document: near.held?.id ?? null, values: { title: near.title } }
    : null;
}

const otherNumber = (number: string, held: Held | null): CitedOtherwise => ({
  message: 'refOtherNumber',
  confidence: 0.8,
  document: held?.id ?? null,
  values: { number },
});
const otherTitle = (title: string, held: Held | null): CitedOtherwise => ({
  message: 'refOtherTitle',
  confidence: 0.8,
  document: held?.id ?? null,
  values: { title },
});

/** A name that is nearly this one, of a document that is held or cited: a slip of the pen, perhaps. */
function nearest(
  key: string,
  shelf: Shelf,
  cited: ReadonlyMap<string, string>,
): { title: string; held: Held | null } | null {
  const pairs = pairsOf(key);
  let best: { title: string; held: Held | null } | null = null;
  let most = NEAR;
  const look = (other: string, title: string, held: Held | null): void => {
    if (other.length < LEAST_NAME || Math.abs(other.length - key.length) > 4 || other === key) return;
    const { both } = likenessOf(pairs, pairsOf(other));
    if (both > most) [most, best] = [both, { title, held }];
  };
  for (const held of shelf.held.values()) look(held.name.key, held.title, held);
  for (const [other, title] of cited) look(other, title, null);
  return best;
}
