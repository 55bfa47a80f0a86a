// A stretch that was found by its characters, brought to whole words: what its ends cut out of a word, and function words
// and punctuation at its ends, are no part of the wording unless it was asked for with them.
import { indexForm, segments } from '../../language/segment.js';
import { stopWords } from '../../language/stop-words.js';
import { isPunctuation } from '../fold.js';
import type { Stretch } from './stretches.js';

const isLoose = (word: string): boolean => stopWords.has(word) || [...word].every(isPunctuation);

/** What numbers a sentence is no part of its wording: 第三条, (四), 二、, 3. */
const marker =
  /^(?:第[〇零一二三四五六七八九十百千\d]{1,7}[编章节条款]|[(（]?[一二三四五六七八九十\d]{1,3}[)）、.](?!\d))/u;

/** Where the words of a text start, and its end; characters alone where its index form has other places. */
function boundaries(text: string): number[] {
  const form = indexForm(text);
  const words = form.length === text.length ? segments(form) : [...text];
  const found = [0];
  for (const word of words) found.push((found.at(-1) ?? 0) + word.length);
  return found;
}

/** @param text the sentence, in which `stretch` lies */
export function trimmed(asked: string, text: string, stretch: Stretch): Pick<Stretch, 'start' | 'end'> {
  let { start, end } = stretch;
  if (stretch.edits === 0) return { start, end };
  const [first, last] = [asked[0], asked.at(-1)];
  const edges = boundaries(text);
  const after = (at: number): number => edges.find((edge) => edge > at) ?? end;
  const before = (at: number): number => edges.findLast((edge) => edge < at) ?? start;
  const numbered = marker.exec(text)?.[0].length ?? 0;
  if (start < numbered && text[start] !== first) start = Math.min(numbered, end);
  const from = start >= numbered ? numbered : 0;
  // A word that begins or ends as asked is taken whole (确保 for 保障); a fragment of another is left out.
  if (start > from && !edges.includes(start))
    start = text[start] === first ? Math.max(from, before(start)) : after(start);
  if (!edges.includes(end)) end = text[end - 1] === last ? after(end) : before(end);
  while (start < end && text[start] !== first && isLoose(text.slice(start, after(start)))) start = after(start);
  while (start < end && text[end - 1] !== last && isLoose(text.slice(before(end), end))) end = before(end);
  return start < end ? { start, end } : stretch;
}
