// Which document is meant by what someone typed: for those who know neither id nor path, words of its title.
import type { Catalogue } from '../catalogue/open.js';
import type { Snapshot } from '../catalogue/snapshot.js';
import type { Meant } from '../domain/comparison.js';
import { normalForm } from '../domain/text.js';
import { simplified } from '../language/segment.js';
import { nameById } from './named.js';

const MOST_SHOWN = 30;

/** An id or a path goes before a title; after each there may be @2. */
export function meant(typed: string, deps: { readonly catalogue: Catalogue; readonly snapshot: Snapshot }): Meant {
  const name = nameById(deps.catalogue, typed);
  if (name !== null) return { name, total: 1, documents: [] };
  const [, words = typed, version = ''] = /^(.+?)\s*(@\d{1,6})$/su.exec(typed) ?? [];
  const ids = titled(words, deps.snapshot);
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return { name: `${only}${version}`, total: 1, documents: [] };
  const documents = ids.slice(0, MOST_SHOWN).flatMap((id) => deps.catalogue.documents.summary(id) ?? []);
  return { name: null, total: ids.length, documents };
}

const formOf = (words: string): string => simplified(normalForm(words)).toLowerCase();

/** The words typed, each to stand somewhere in the title; 《》 around them say only that they are a title. */
const wordsOf = (typed: string): string[] =>
  typed
    .trim()
    .replace(/^《(.*)》$/su, '$1')
    .split(/\s+/u)
    .map(formOf)
    .filter((word) => word !== '');

/** Where a title is the words exactly, only those that bear it; else all that hold them, the shortest first. */
function titled(typed: string, snapshot: Snapshot): string[] {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const holding = [...snapshot.documents().values()]
    .map(({ id, metadata, normalTitle }) => ({ id, date: metadata.date ?? '', title: normalTitle.toLowerCase() }))
    .filter(({ title }) => words.every((word) => title.includes(word)));
  const exact = holding.filter(({ title }) => title === words.join(''));
  const found = exact.length > 0 ? exact : holding;
  found.sort((a, b) => a.title.length - b.title.length || (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return found.map(({ id }) => id);
}
