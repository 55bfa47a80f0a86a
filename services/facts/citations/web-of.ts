// Who cites whom in an archive: every mention resolved, and what documents say of each other's repeal. Pure.
import type { CitationState, Mention } from '../../domain/citation.js';
import { atOnce, every } from '../../process/in-slices.js';
import { sameNumber } from './number.js';
import { type Match, resolve, type Wanted, wantedOf } from './resolve.js';
import type { Held, Shelf } from './shelf.js';
import { type TitleName, titleName } from './title-name.js';

/** A place where a document is said to be repealed. */
export interface RepealedAt {
  readonly by: Held;
  readonly mention: Mention;
}
export interface Resolved {
  readonly citing: Held;
  readonly wanted: Wanted;
  readonly mention: Mention;
  readonly match: Match;
  /** null for what is no citation of another document */
  readonly state: CitationState | null;
  readonly repeals: readonly RepealedAt[];
}

export interface CitationWeb {
  readonly shelf: Shelf;
  /** in the order of each text */
  cites(id: string): readonly Resolved[];
  /** places in other documents that mean one of these */
  citing(ids: readonly string[]): readonly Resolved[];
  repealsOf(id: string): readonly RepealedAt[];
  readonly all: readonly Resolved[];
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}

const withoutText = 'no document';

/** What repealing sentences mean: documents held, and names of those that are not. */
function* repealsIn(found: readonly Omit<Resolved, 'state' | 'repeals'>[]) {
  const rest = every(500);
  const ofDocument = new Map<string, RepealedAt[]>();
  const ofName = new Map<string, (RepealedAt & { readonly wanted: Wanted })[]>();
  for (const { citing, mention, wanted, match } of found) {
    if (rest()) yield;
    if (!mention.repeals || match.kind === 'own') continue;
    const at = { by: citing, mention };
    const documents = match.kind === 'one' ? [match.document] : [];
    for (const { id, date } of documents) {
      // what came later bears the name anew
      if (date !== null && citing.date !== null && date > citing.date) continue;
      add(ofDocument, id, at);
    }
    const key = wanted.name?.key ?? withoutText;
    if (match.kind === 'none' && key !== withoutText) add(ofName, key, { ...at, wanted });
  }
  return { ofDocument, ofName };
}

type Mentions = Iterable<{ readonly documentId: string; readonly mention: Mention }>;

export const citationWeb = (mentions: Mentions, shelf: Shelf): CitationWeb => atOnce(citationWebSteps(mentions, shelf));

/** Whoever runs it may rest between two steps, so `mentions` must not hold the catalogue while it waits. */
export function* citationWebSteps(mentions: Mentions, shelf: Shelf): Generator<void, CitationWeb> {
  const rest = every(20);
  const found: Omit<Resolved, 'state' | 'repeals'>[] = [];
  const names = new Map<string, TitleName>();
  for (const { documentId, mention } of mentions) {
    const citing = shelf.held.get(documentId);
    if (!citing) continue;
    let name = mention.title === null ? null : names.get(mention.title);
    if (name === undefined) {
      name = titleName(mention.title ?? '');
      names.set(mention.title ?? '', name);
    }
    const wanted = wantedOf(mention, name);
    found.push({ citing, wanted, mention, match: resolve(wanted, citing, shelf) });
    yield; // reading a place out of a body's name takes long
  }
  const { ofDocument, ofName } = yield* repealsIn(found);
  const namesakes = (one: Wanted) =>
    (ofName.get(one.name?.key ?? '') ?? []).filter(({ wanted, by }) => isOfThat(one, wanted, by));
  const stated = (one: Omit<Resolved, 'state' | 'repeals'>): Resolved => {
    const { match, wanted } = one;
    const document = match.kind === 'one' ? match.document : null;
    const repeals = document
      ? (ofDocument.get(document.id) ?? [])
      : match.kind === 'none' || match.kind === 'version'
        ? namesakes(wanted)
        : [];
    return { ...one, repeals, state: stateOf(match, repeals.length > 0) };
  };
  const all: Resolved[] = [];
  const from = new Map<string, Resolved[]>();
  const to = new Map<string, Resolved[]>();
  for (const one of found) {
    const resolved = stated(one);
    all.push(resolved);
    if (rest()) yield;
    const { citing, match } = resolved;
    add(from, citing.id, resolved);
    const target = match.kind === 'one' ? match.document.id : match.kind === 'version' ? match.newer.id : null;
    if (target !== null) add(to, target, resolved);
  }
  return {
    shelf,
    all,
    cites: (id) => from.get(id) ?? [],
    citing: (ids) => ids.flatMap((id) => to.get(id) ?? []).filter(({ citing }) => !ids.includes(citing.id)),
    repealsOf: (id) => ofDocument.get(id) ?? [],
  };
}

/** Whether a repeal of a document that is not held is of this one: no other body's, and not of one made since. */
function isOfThat(one: Wanted, repealed: Wanted, by: Held): boolean {
  if (one.number && repealed.number && sameNumber(one.number, repealed.number) === true) return true;
  if (one.number?.year && by.date !== null && String(one.number.year) > by.date) return false;
  if (one.name?.edition && by.date !== null && String(one.name.edition) > by.date) return false;
  return (one.name?.key.length ?? 0) >= 6;
}

function stateOf(match: Match, repealed: boolean): CitationState | null {
  if (match.kind === 'own' || match.kind === 'other') return null;
  if (match.kind === 'several') return 'ambiguous';
  if (match.kind === 'one') {
    if (repealed || match.document.status === '已废止') return 'repealed';
    return match.document.newer !== null || match.document.status === '已修订' ? 'revised' : 'current';
  }
  if (repealed) return 'repealed';
  return match.kind === 'version' ? 'revised' : 'missing';
}
