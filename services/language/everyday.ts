// Everyday words and what official texts say instead. The entries, each with the source that it rests on, are everyday.tsv.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config/root.js';
import { segments } from './segment.js';

export interface Synonym {
  /** as it stands in the query, in index form */
  readonly everyday: string;
  /** what official texts say, the nearest first */
  readonly official: readonly string[];
}

export interface EverydayEntry extends Synonym {
  /** the statute, document, or dictionary that the entry rests on */
  readonly source: string;
}

/** Lines of everyday.tsv, as rows; the first line names the columns. */
const read = (): EverydayEntry[] =>
  readFileSync(join(projectRoot, 'services', 'language', 'everyday.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .flatMap(([everyday, official, source]) =>
      everyday && official && source ? [{ everyday, official: official.split('、'), source }] : [],
    );

let known: ReadonlyMap<string, EverydayEntry> | undefined;
export function everydayEntries(): ReadonlyMap<string, EverydayEntry> {
  known ??= new Map(read().map((entry) => [entry.everyday, entry]));
  return known;
}

/** No entry consists of more words than this. */
const MAX_WORDS = 6;

/**
 * Everyday words in a text in index form, from left to right, the longest first where several begin at a place; only at
 * the borders of words (上学 is not in 上学期). What the text says in official words already is not said again.
 */
export function officialWords(text: string): Synonym[] {
  const entries = everydayEntries();
  const words = segments(text);
  const found = new Map<string, Synonym>();
  for (let at = 0; at < words.length; at++) {
    for (let size = Math.min(MAX_WORDS, words.length - at); size > 0; size--) {
      const entry = entries.get(words.slice(at, at + size).join(''));
      if (!entry) continue;
      const official = entry.official.filter((word) => !text.includes(word));
      if (official.length > 0) found.set(entry.everyday, { everyday: entry.everyday, official });
      at += size - 1;
      break;
    }
  }
  return [...found.values()];
}
