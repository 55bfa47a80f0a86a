// Paragraphs in which several 条 (or 一、二、三、) stand one after the other are cut into lines before each of them.
// A numeral opens a line only where it begins a sentence and goes on counting; anything else is a reference.
import type { Item } from './item.js';
import { divisionMarker, markerOf, numeral } from './markers.js';

const divisionInside = /第\s?[零〇○一二三四五六七八九十百千两0-9０-９]/gu;
const sentenceEnd = /[。！？；]["”’」』）)]?\s*$/u;
const gap = /\s$/u;
const closed = /[”’」』）)\]】〕]\s*$/u;
const MAX_CAPTION = 40;
const MIN_RUN = 3;
const MIN_LONG = 150;

interface Opening {
  readonly at: number;
  readonly number: number;
  readonly inserted: number;
  readonly kind: 'article' | 'division';
}

/** Places inside a text where a 条, or a chapter heading followed by its first 条, may begin. */
function openings(text: string): Opening[] {
  const found: Opening[] = [];
  let heading = -1;
  for (const { index: at } of text.matchAll(divisionInside)) {
    const marker = divisionMarker(text.slice(at, at + 60));
    if (!marker) continue;
    if (marker.kind !== 'article') {
      if (marker.apart) heading = at;
      if (marker.apart && at > 0) found.push({ at, number: marker.number, inserted: 0, kind: 'division' });
      continue;
    }
    const before = text.slice(Math.max(0, at - 4), at);
    const spaced = marker.apart && (gap.test(before) || closed.test(before) || isCaption(text, heading, at));
    if (at > 0 && (sentenceEnd.test(before) || spaced)) {
      found.push({ at, number: marker.number, inserted: marker.inserted, kind: 'article' });
    }
  }
  return found;
}

/** Whether nothing but a heading stands between two places. */
const isCaption = (text: string, from: number, to: number): boolean =>
  from >= 0 && to - from <= MAX_CAPTION && !/[。；，]/u.test(text.slice(from, to));

/** Where to cut: 条 that go on counting from `current` (the last 条 seen), and headings right before one of them. */
function cuts(text: string, current: number): { at: number[]; last: number } {
  const all = openings(text);
  const articles = all.filter(({ kind }) => kind === 'article');
  const taken: Opening[] = [];
  let last = current;
  articles.forEach((opening, i) => {
    const next = articles[i + 1];
    const chained = next !== undefined && next.number === opening.number + 1;
    const follows = last > 0 && (opening.number === last + 1 || (opening.number === last && opening.inserted > 0));
    const begins = (last === 0 && (chained || opening.number === 1)) || (opening.number === 1 && chained);
    if (!follows && !begins) return;
    taken.push(opening);
    last = opening.number;
  });
  const at: number[] = [];
  let next = 0;
  for (const heading of all.filter(({ kind }) => kind === 'division')) {
    for (; (taken[next]?.at ?? Number.POSITIVE_INFINITY) < heading.at; next++) at.push(taken[next]?.at ?? 0);
    const below = taken[next]?.at;
    if (below !== undefined && isCaption(text, heading.at, below)) at.push(heading.at);
  }
  for (const { at: place } of taken.slice(next)) at.push(place);
  return { at, last };
}

/** Where the sections after the `current`th begin sentences of a long paragraph: 二、, 三、 … */
function sections(text: string, current: number): number[] {
  if (text.length < MIN_LONG) return [];
  const found: number[] = [];
  for (const { index, 0: whole, 1: digits = '' } of text.matchAll(
    /(?<=[。！？”])\s?([一二三四五六七八九十]{1,3})、/gu,
  )) {
    if (numeral(digits) === current + found.length + 1) found.push(index + whole.length - digits.length - 1);
  }
  return current + found.length >= MIN_RUN ? found : [];
}

export function splitRunTogether(items: readonly Item[]): Item[] {
  let article = 0;
  let section = 0;
  return items.flatMap((item) => {
    if (item.row) return [item];
    const marker = markerOf(item.text);
    if (marker?.kind === 'article') article = marker.number;
    if (marker?.kind === 'cn') section = marker.number;
    const { at, last } = cuts(item.text, article);
    article = last;
    const places = at.length > 0 ? at : sections(item.text, section);
    if (at.length === 0) section += places.length;
    if (places.length === 0) return [item];
    const { marked: _marked, ...plain } = item;
    return [0, ...places]
      .map((start, i) => item.text.slice(start, places[i] ?? item.text.length).trim())
      .filter((text) => text !== '')
      .map((text) => ({ ...plain, text }));
  });
}
