// A text as the units that are aligned: an article with all of its paragraphs, else one line each (paragraph, list item, table row, heading).
import type { OutlineEntry } from '../domain/document.js';
import { normalForm } from '../domain/text.js';
import { atOnce, every } from '../process/in-slices.js';

export type UnitKind = 'article' | 'heading' | 'item' | 'row' | 'paragraph';

export interface Unit {
  /** place among the units of its text */
  readonly at: number;
  readonly kind: UnitKind;
  /** 第五条, 一、, （二）: what it is numbered as; null without a number */
  readonly label: string | null;
  /** into the whole text, the label included */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** where the words after the label begin, into the whole text */
  readonly body: number;
  /** normal form of what follows the label: units with the same one say the same */
  readonly key: string;
}

const articleMark = /^第[零〇○一二三四五六七八九十百千两\d\s]{1,12}[条條](?:之[一二三四五六七八九十]{1,3})?/u;
const divisionMark = /^第[零〇○一二三四五六七八九十百千两\d\s]{1,8}(?:编|分编|部分|篇|章|节)/u;
/** 一、, （一）, 1., ①: what counts items. */
export const itemMark =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十]{1,3}[）)]|[（(]?\d{1,3}[）)]|\d{1,3}[.．、](?!\d)|[①-⑳㈠-㈩])/u;
const row = / \| /u;
/** 2024年3月1日, 某某委员会: what stands under the last article and is no sentence */
const MAX_SIGNATURE = 40;

/** The normal form; 〈…〉 inside 《…》 is often typed as <…>, which is no change. */
export const sameMarks = (text: string): string => normalForm(text).replaceAll('〈', '<').replaceAll('〉', '>');

interface Line {
  readonly start: number;
  readonly text: string;
}

function* linesOf(text: string): Generator<void, Line[]> {
  const lines: Line[] = [];
  const rest = every(20);
  for (let from = 0; from < text.length; ) {
    const stop = text.indexOf('\n', from);
    const to = stop < 0 ? text.length : stop;
    const line = text.slice(from, to);
    if (rest()) yield;
    if (holdsAnything(line)) lines.push({ start: from + line.length - line.trimStart().length, text: line.trim() });
    from = to + 1;
  }
  return lines;
}

/** The label at the start of a text, with the white space after it. */
function markIn(text: string, kind: UnitKind): string {
  if (kind === 'row') return '';
  const mark = (articleMark.exec(text) ?? divisionMark.exec(text) ?? itemMark.exec(text))?.[0] ?? '';
  return mark && text.slice(0, mark.length + (/^\s*/u.exec(text.slice(mark.length))?.[0].length ?? 0));
}

/** Mostly a line's beginning tells: the normal form of a whole text in one line takes long. */
const holdsAnything = (line: string): boolean => normalForm(line.slice(0, 100)) !== '' || normalForm(line) !== '';

/** In order, every line that holds anything in exactly one unit. The outline says which lines open an article or are headings. */
export const unitsOf = (text: string, outline: readonly OutlineEntry[]): Unit[] => atOnce(unitSteps(text, outline));

export function* unitSteps(text: string, outline: readonly OutlineEntry[]): Generator<void, Unit[]> {
  const opens = new Map(outline.map((entry) => [entry.start, articleMark.test(entry.text) ? 'article' : 'heading']));
  const units: Unit[] = [];
  let article: Line[] = [];
  const put = (lines: readonly Line[], kind: UnitKind): void => {
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last) return;
    const [start, end] = [first.start, last.start + last.text.length];
    const whole = text.slice(start, end);
    const mark = markIn(whole, kind);
    const label = mark.replace(/\s/gu, '') || null;
    const key = sameMarks(whole.slice(mark.length));
    units.push({ at: units.length, kind, label, start, end, text: whole, body: start + mark.length, key });
  };
  const close = (last: boolean): void => {
    let whole = article.length;
    while (last && whole > 1 && isSignature(article[whole - 1])) whole--;
    if (article.length > 0) put(article.slice(0, whole), 'article');
    for (const line of article.slice(whole)) put([line], 'paragraph');
    article = [];
  };
  for (const line of yield* linesOf(text)) {
    yield;
    const opening = opens.get(line.start);
    if (opening) close(false);
    if (opening === 'article') article = [line];
    else if (article.length > 0) article.push(line);
    else if (opening === 'heading' && line.text.length <= MAX_HEADING) put([line], 'heading');
    else put([line], row.test(line.text) ? 'row' : itemMark.test(line.text) ? 'item' : 'paragraph');
  }
  close(true);
  return units;
}
/** 一、加强领导。各地要……: a heading that text follows in its line is compared as a paragraph. */
const MAX_HEADING = 60;

const isSignature = (line: Line | undefined): boolean =>
  line !== undefined && line.text.length <= MAX_SIGNATURE && !/[。；：！？]["”』」]?$/u.test(line.text);
