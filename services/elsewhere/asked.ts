// What is looked for: a stretch of a document's text, as sentences in normal form without their numbers and full stops.
import { normalForm } from '../domain/text.js';
import { sentencesOf } from '../families/sentences.js';

/** A sentence of the stretch; offsets into the whole stored text. */
export interface Asked {
  readonly start: number;
  readonly end: number;
  /** normal form, from its first word to its last */
  readonly key: string;
}

/** Shorter sentences (特此通知。请遵照执行。) stand everywhere and say nothing. */
const SHORTEST = 12;
/** What is shorter as a whole is not looked for. */
const SHORTEST_STRETCH = 5;
const MOST_SENTENCES = 80;

/** What numbers a sentence: it says nothing of its wording. */
export const leadingNumber =
  /^(?:第[一二三四五六七八九十百千零〇\d]{1,8}[章节条款]|[（(][一二三四五六七八九十\d]{1,4}[）)]|[一二三四五六七八九十]{1,4}[、.．]|\d{1,3}(?:[、．]|\.(?!\d)))\s*/u;
const stops = /[\s。！？；，：、"'”’」』]+$/u;

/** A sentence without the number in front of it and the stop at its end: a list's 一、 or ； is not its wording. */
function bare(text: string, { start, end }: { readonly start: number; readonly end: number }): Asked {
  const words = text.slice(start, end);
  const from = start + (leadingNumber.exec(words)?.[0].length ?? 0);
  const to = end - (stops.exec(words)?.[0].length ?? 0);
  return to > from ? { start: from, end: to, key: normalForm(text.slice(from, to)) } : { start, end, key: '' };
}

/** The sentences worth looking for; the whole stretch where none is long enough; none where it is too short. */
export function asked(text: string, range: { readonly start: number; readonly end: number }): Asked[] {
  const sentences = sentencesOf(text.slice(range.start, range.end))
    .map(({ start, end }) => bare(text, { start: range.start + start, end: range.start + end }))
    .filter(({ key }) => key.length >= SHORTEST);
  if (sentences.length > 0) return sentences.slice(0, MOST_SENTENCES);
  const whole = bare(text, range);
  return whole.key.length >= SHORTEST_STRETCH ? [whole] : [];
}
