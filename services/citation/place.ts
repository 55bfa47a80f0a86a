// Offsets of a stored text → where that is: 条、款、项, paragraph, page. Pure.
// 款 and 项 as the rules of drafting have them: a line of an article that is no 项 is a 款; a line that begins with
// （一） is a 项 of the 款 before it; 1. and （1） are 目, which go with their 项.
import type { Passage, Range } from '../domain/passage.js';
import type { Place } from '../domain/place.js';
import { readNumber } from '../language/chinese-numbers.js';
import { runningItems } from './running-items.js';

const article = /^\s*(第[〇零○一二三四五六七八九十百千\d]{1,8}条(?:之[一二三四五六七八九十]{1,3})?)(?!第)/u;
const item = /^\s*[（(]([一二三四五六七八九十百]{1,4})[）)]/u;
const subItem = /^\s*(?:\d{1,2}[.．、)）]|[（(]\d{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、)/u;
/** A signature, a date or a table's row under the last article is no 款 of it. */
const sentence = /[。：:；;！？!?][”’」』）)]?$/u;

const articleIn = (line: string): string | undefined => article.exec(line.slice(0, 40))?.[1];

interface Line extends Range {
  readonly text: string;
}

/** Lines that hold anything, without the white space around them. */
function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const { 0: whole, index } of text.matchAll(/[^\n]+/gu)) {
    const line = whole.trim();
    if (line === '') continue;
    const start = index + whole.length - whole.trimStart().length;
    lines.push({ start, end: start + line.length, text: line });
  }
  return lines;
}

/** The last of the sorted parts that starts at or before `at`; the first where none does. */
function indexAt(parts: readonly Range[], at: number): number {
  let [low, high] = [0, parts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.start <= at)
      low = middle + 1; // in bounds
    else high = middle;
  }
  return Math.max(0, low - 1);
}

interface Article {
  readonly name: string;
  /** lines of it, by index: half-open */
  readonly from: number;
  readonly to: number;
}

interface Part {
  /** null where it cannot be told */
  readonly clause: number | null;
  readonly item: number | null;
}

/** What so many 款 would be is a table or a list that is numbered otherwise: nothing is said of it then. */
const MOST_CLAUSES = 8;

interface Group {
  /** lines of it */
  readonly lines: number;
  readonly item: number | null;
  readonly kind: 'item' | 'sub' | 'words' | 'cut';
}

/** Lines that belong together: a text whose lines were broken by their length goes on until a sentence ends. */
function groupsOf(lines: readonly Line[]): Group[] {
  const groups: { first: string; last: string; lines: number }[] = [];
  for (const { text } of lines) {
    const group = groups.at(-1);
    if (group && !sentence.test(group.last) && !item.test(text) && !subItem.test(text)) {
      group.last = text;
      group.lines++;
    } else groups.push({ first: text, last: text, lines: 1 });
  }
  return groups.map(({ first, last, lines: count }) => {
    const number = readNumber(item.exec(first)?.[1] ?? '');
    const plain = sentence.test(last) ? 'words' : 'cut';
    return { lines: count, item: number, kind: number !== null ? 'item' : subItem.test(first) ? 'sub' : plain };
  });
}

/**
 * For each line of an article: its 款 and 项. Words after a 项 that has a next one go with it; after such a 项, nothing
 * tells whether words after the last one do.
 */
function partsOf(lines: readonly Line[], { from, to }: Article): Part[] {
  const groups = groupsOf(lines.slice(from, to));
  const nextItem = (at: number): number | null =>
    groups.slice(at + 1).find(({ kind }) => kind === 'item')?.item ?? null;
  let clause = 0;
  let inItem: number | null = null;
  let goesOn = false; // a 项 of this list has several paragraphs
  let told = true;
  const parts = groups.flatMap((group, at): Part[] => {
    if (group.kind === 'item') {
      if (group.item === 1) goesOn = false;
      inItem = group.item;
    } else if (at === 0) clause = 1;
    else if (group.kind === 'words' && inItem !== null && nextItem(at) === inItem + 1) goesOn = true;
    else if (group.kind === 'words') {
      if (inItem !== null && goesOn) told = false;
      clause++;
      inItem = null;
    }
    const part = told ? { clause, item: inItem } : { clause: null, item: null };
    return Array.from({ length: group.lines }, () => part);
  });
  return clause > MOST_CLAUSES ? parts.map(() => ({ clause: null, item: null })) : parts;
}

/** Says of ranges where they are; `passages` are the text's, in order. */
export function placing(text: string, passages: readonly Passage[]): (range: Range) => Place {
  const lines = linesOf(text);

  /** The article that a line lies in: begun in its passage, or before it, as the passage's heading says. */
  function articleAt(at: number, passage: Passage): Article | null {
    const continued = articleIn(passage.heading.at(-1) ?? '');
    let from = at;
    while (from >= 0 && lines[from]!.start >= passage.start && !articleIn(lines[from]!.text)) from--; // in bounds
    if (from < 0 || lines[from]!.start < passage.start) {
      if (continued === undefined) return null;
      while (from >= 0 && articleIn(lines[from]!.text) !== continued) from--;
    }
    const name = articleIn(lines[from]?.text ?? '');
    if (from < 0 || name === undefined) return continued === undefined ? null : { name: continued, from: at, to: at };
    const own = passages.findLast(({ start }) => start <= lines[from]!.start) ?? passage;
    let last = own;
    for (const next of passages.slice(passages.indexOf(own) + 1)) {
      if (articleIn(next.heading.at(-1) ?? '') !== name) break;
      last = next;
    }
    let to = from + 1;
    while (to < lines.length && lines[to]!.start < last.end && !articleIn(lines[to]!.text)) to++;
    return { name, from, to };
  }

  /** The 项 of a range in one line whose 项 run on; else as the line has it. */
  function itemAt(first: number, last: number, { start, end }: Range, ofLine: number | null): number | null {
    const line = lines[first];
    const items = line && first === last ? runningItems(line.text) : [];
    if (!line || items.length === 0) return ofLine;
    const holds = (one: Range): boolean => line.start + one.start <= start && line.start + one.end >= end;
    return items.find(holds)?.item ?? null;
  }

  return ({ start, end }) => {
    const passage = lines.length === 0 ? undefined : passages[indexAt(passages, start)]; // blank: nothing to name
    const first = indexAt(lines, start);
    const last = Math.max(first, indexAt(lines, Math.max(start, end - 1)));
    const paragraphs = { from: first + 1, to: last + 1 };
    const whole = passage !== undefined && start <= passage.start && end >= passage.end;
    // A passage begins with the headings above its article; they are cited with it.
    const named = whole ? lines.findIndex((line, i) => i >= first && i <= last && articleIn(line.text)) : -1;
    const found = passage ? articleAt(Math.max(first, named), passage) : null;
    const nowhere = { clause: null, item: null, paragraphs, page: passage?.page ?? null };
    if (!found) return { ...nowhere, article: null };
    const parts = partsOf(lines, found);
    const [a, b] = [parts[Math.max(first, found.from) - found.from], parts[last - found.from]];
    const several = parts.some(({ clause }) => clause !== null && clause > 1);
    const together = a !== undefined && b !== undefined && a.clause === b.clause;
    return {
      ...nowhere,
      article: found.name,
      clause: together && several ? a.clause : null,
      item: together && a.item === b.item ? itemAt(first, last, { start, end }, a.item) : null,
    };
  };
}
