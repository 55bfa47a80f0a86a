// What of the archive is offered while something is typed: its titles, its headings, its words.

import type { SnapshotDocument } from '../../catalogue/snapshot.js';
import { nameOf } from '../../families/name.js';
import { stopWords } from '../../language/stop-words.js';
import type { Entry } from './suggestions.js';
import type { Vocabulary } from './vocabulary.js';

const MAX_HEADINGS = 20_000;
const MAX_TERMS = 20_000;
/** A word that came less often is none to offer. */
const LEAST_TIMES = 5;
/** A title or heading longer than this is a sentence. */
const MAX_LENGTH = 80;

/** 一、 （二） 3. 第四章: what a heading is numbered by. */
const numbering =
  /^(?:第[〇零一二三四五六七八九十百千\d]{1,6}[编章节条部分]{1,2}|[（(]?[〇零一二三四五六七八九十百\d]{1,4}[）)、.．])[\s、.．]*/u;
const bareHeading = (heading: string): string =>
  heading
    .replace(numbering, '')
    .replace(/[：:。；;]$/u, '')
    .trim();

/** Titles as they stand, those of one series or family in one group. */
export function* titleEntries(documents: Iterable<SnapshotDocument>): Generator<void, Entry[]> {
  const series = new Map<string, number>();
  const found: Omit<Entry, 'documents'>[] = [];
  for (const { metadata } of documents) {
    const { title, issuers, region } = metadata;
    const text = title.replace(/\s+/gu, ' ').trim();
    if (text === '' || text.length > MAX_LENGTH) continue;
    const group = nameOf(text, issuers, region).edition || text;
    series.set(group, (series.get(group) ?? 0) + 1);
    found.push({ text, kind: 'title', group });
    if (found.length % 100 === 0) yield;
  }
  const distinct = new Map(found.map((entry) => [entry.text, entry]));
  return [...distinct.values()].map((entry) => ({ ...entry, documents: series.get(entry.group) ?? 1 }));
}

/** Headings without their numbers; `of` gives a document's. */
export function* headingEntries(
  documents: Iterable<SnapshotDocument>,
  of: (id: string) => readonly string[],
): Generator<void, Entry[]> {
  const counts = new Map<string, number>();
  let read = 0;
  for (const { id, metadata } of documents) {
    for (const heading of new Set(of(id).map(bareHeading))) {
      if (heading.length < 4 || heading.length > MAX_LENGTH / 2 || heading === metadata.title) continue;
      counts.set(heading, (counts.get(heading) ?? 0) + 1);
    }
    if (++read % 20 === 0) yield;
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_HEADINGS)
    .map(([text, documents]) => ({ text, kind: 'heading', documents, group: text }));
}

/** The archive's more frequent words of two characters and more. */
export const termEntries = ({ words }: Vocabulary): Entry[] =>
  [...words]
    .filter(([word, { times }]) => times >= LEAST_TIMES && /\p{Script=Han}{2}/u.test(word) && !stopWords.has(word))
    .sort((a, b) => b[1].documents - a[1].documents)
    .slice(0, MAX_TERMS)
    .map(([text, { documents }]) => ({ text, kind: 'term', documents, group: text }));
