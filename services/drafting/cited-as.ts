// A citation whose number and title do not go together: by the documents held, and by how the others cite the same.
import type { Mention } from '../domain/citation.js';
import type { DraftingMessage } from '../domain/messages/drafting.js';
import { normalForm } from '../domain/text.js';
import { numberOf, sameNumber, writtenNumber } from '../facts/citations/number.js';
import type { Match } from '../facts/citations/resolve.js';
import type { Held, Shelf } from '../facts/citations/shelf.js';
import { titleName } from '../facts/citations/title-name.js';
import type { CitationWeb } from '../facts/citations/web-of.js';
import { likenessOf, pairsOf } from './likeness.js';
import { isOneSlip } from './one-slip.js';

export interface CitedOtherwise {
  readonly level: 'conflict' | 'note';
  readonly message: DraftingMessage;
  readonly confidence: number;
  readonly document: string | null;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Which documents write a value: what the draft is not to be compared with says nothing of it. */
type By = Map<string, Set<string>>;
/** How titles and numbers go together in the archive's own citations. */
interface Known {
  readonly numbers: ReadonlyMap<string, By>;
  readonly titles: ReadonlyMap<string, By>;
  /** names that are cited, with the titles as they are written */
  readonly names: ReadonlyMap<string, By>;
  /** titles of the archive in plain form, each worked out once */
  readonly plain: Map<string, string>;
}
const knownOf = new WeakMap<CitationWeb, Known>();

function known(web: CitationWeb): Known {
  const there = knownOf.get(web);
  if (there) return there;
  const numbers = new Map<string, By>();
  const titles = new Map<string, By>();
  const names = new Map<string, By>();
  const add = (map: Map<string, By>, key: string, value: string, by: string): void => {
    const values = map.get(key) ?? new Map<string, Set<string>>();
    map.set(key, values);
    values.set(value, (values.get(value) ?? new Set()).add(by));
  };
  for (const { mention, wanted, citing } of web.all) {
    if (mention.title === null || !wanted.name) continue;
    add(names, wanted.name.key, mention.title, citing.id);
    if (mention.number === null) continue;
    add(numbers, wanted.name.key, mention.number, citing.id);
    add(titles, mention.number, mention.title, citing.id);
  }
  const made = { numbers, titles, names, plain: new Map<string, string>() };
  knownOf.set(web, made);
  return made;
}

const LEAST_NAME = 6;
const NEAR = 0.72;
/** One document that cites it otherwise may be the one that errs. */
const WITNESSES = 2;

export interface CitedIn {
  readonly web: CitationWeb;
  readonly shelf: Shelf;
  isAllowed(id: string): boolean;
  /** titles that stand elsewhere in the draft, in normal form, and how often */
  readonly beside: ReadonlyMap<string, number>;
}

export function citedAs(
  mention: Mention,
  match: Match,
  { web, shelf, isAllowed, beside }: CitedIn,
): CitedOtherwise | null {
  const name = mention.title === null ? null : titleName(mention.title);
  const number = mention.number === null ? null : numberOf(mention.number);
  if (match.kind === 'one' || match.kind === 'several') return null;
  const { numbers, titles, names, plain: plains } = known(web);
  const valuesOf = (map: ReadonlyMap<string, By>, key: string, least = 1): string[] =>
    [...(map.get(key) ?? [])].flatMap(([value, by]) => ([...by].filter(isAllowed).length >= least ? [value] : []));
  const named = name ? shelf.named(name.key) : [];
  const isCited = name !== null && valuesOf(names, name.key).length > 0;

  if (name && name.key.length >= LEAST_NAME && number && mention.number !== null) {
    // the title is known under another number; what is repealed may be the version before the one held
    const held = mention.repeals
      ? undefined
      : named.find((one) => one.number?.body === number.body && sameNumber(number, one.number) === false);
    if (held?.number && named.length === 1) return otherNumber(writtenNumber(held.number), held);
    const [only] = valuesOf(numbers, name.key, WITNESSES);
    if (
      only &&
      valuesOf(numbers, name.key).length === 1 &&
      named.length === 0 &&
      numberOf(only)?.body === number.body &&
      only !== mention.number
    )
      return otherNumber(only, null);
    // the number is known under another title
    const [bearer] = number.year === null ? [] : shelf.numbered(number);
    if (bearer && !mention.repeals) return otherTitle(bearer.title, bearer);
    const [by] = valuesOf(titles, mention.number, WITNESSES);
    if (by !== undefined && named.length === 0 && !isCited) return otherTitle(by, null);
  }
  if (!name || mention.title === null || isCited || named.length > 0) return null;
  const cited = [...names].flatMap(([key]) => valuesOf(names, key).map((title) => [key, title] as const));
  const near =
    // a draft may repeal what was named nearly as it is itself
    slipOf(mention.title, { shelf, cited, beside: mention.repeals ? new Map() : beside, plains }) ??
    (mention.repeals ? null : nearest(name.key, shelf, cited));
  return near
    ? {
        message: near.held || near.cited ? 'refNear' : 'refNearOwn',
        // most names that are nearly another's are another document's
        level: near.slip ? 'conflict' : 'note',
        confidence: near.slip ? 0.75 : 0.4,
        document: near.held?.id ?? null,
        values: { title: near.title },
      }
    : null;
}

interface Near {
  readonly title: string;
  readonly held: Held | null;
  readonly cited: boolean;
  readonly slip: boolean;
}
type Cited = readonly (readonly [key: string, title: string])[];

const plain = (title: string): string => normalForm(title).replace(/^《([^《》]*)》$/u, '$1');
const short = (title: string): string => title.replaceAll('中华人民共和国', '');

/** A name that this one is with a slip of the pen: of a document held or cited, or as the draft itself has it elsewhere. */
function slipOf(
  title: string,
  { shelf, cited, beside, plains }: Pick<CitedIn, 'shelf' | 'beside'> & { cited: Cited; plains: Map<string, string> },
): Near | null {
  const plainOf = (other: string): string => {
    const there = plains.get(other) ?? plain(other);
    plains.set(other, there);
    return there;
  };
  const own = plain(title);
  const isSlip = (other: string): boolean => isOneSlip(own, other) || isOneSlip(own, short(other));
  for (const held of shelf.held.values())
    if (isSlip(plainOf(held.title))) return { title: held.title, held, cited: false, slip: true };
  for (const [, other] of cited)
    if (isSlip(plainOf(other))) return { title: other, held: null, cited: true, slip: true };
  // of two unknown names the rarer is the slip
  for (const [other, count] of beside)
    if (count > (beside.get(own) ?? 0) && isOneSlip(own, other))
      return { title: other, held: null, cited: false, slip: true };
  return null;
}

const otherNumber = (number: string, held: Held | null): CitedOtherwise => ({
  message: 'refOtherNumber',
  level: 'conflict',
  confidence: 0.8,
  document: held?.id ?? null,
  values: { number },
});
const otherTitle = (title: string, held: Held | null): CitedOtherwise => ({
  message: 'refOtherTitle',
  level: 'conflict',
  confidence: 0.8,
  document: held?.id ?? null,
  values: { title },
});

/** A name that is nearly this one, of a document that is held or cited. */
function nearest(key: string, shelf: Shelf, cited: Cited): Near | null {
  if (key.length < LEAST_NAME) return null;
  const pairs = pairsOf(key);
  let best: Near | null = null;
  let most = NEAR;
  const look = (other: string, title: string, held: Held | null): void => {
    if (other.length < LEAST_NAME || Math.abs(other.length - key.length) > 4 || other === key) return;
    const { both } = likenessOf(pairs, pairsOf(other));
    if (both > most) [most, best] = [both, { title, held, cited: held === null, slip: false }];
  };
  for (const held of shelf.held.values()) look(held.name.key, held.title, held);
  for (const [other, title] of cited) look(other, title, null);
  return best;
}
