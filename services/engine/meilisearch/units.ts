// What a passage is found by: windows of one to four elements, an element being a Han character or a word of
// letters and digits. Meilisearch's own segmenter cuts a text by its context, so that a term is found
// in one passage and missed in the next; windows hold every term wherever it stands.
import { grams } from '../../language/segment.js';
import { code } from './code.js';

/** More of a passage is not searched; passages have a few hundred. */
const MAX_ELEMENTS = 20_000;
/** A term is looked for by its first elements. */
const MAX_TERM_ELEMENTS = 10;
/** Four such elements fit in the server's limit of 250 bytes a word. */
const MAX_WORD_CODE = 50;

const isHan = (gram: string): boolean => /^\p{Script=Han}/u.test(gram);
const elementCode = (element: string): string => (isHan(element) ? code(element) : `w${code(element, MAX_WORD_CODE)}`);

/** Coded elements in sequences: one ends where two Han characters have something else than text between them. */
function sequences(text: string): string[][] {
  const found: string[][] = [];
  let current: string[] = [];
  const all = grams(text).slice(0, MAX_ELEMENTS);
  for (const [i, gram] of all.entries()) {
    const han = isHan(gram);
    const characters = han ? [...gram] : [gram];
    current.push(elementCode(characters[0] ?? gram));
    const next = all[i + 1];
    if (next === undefined || (han && characters.length === 1 && isHan(next))) {
      found.push(current);
      current = [];
    }
  }
  return found;
}

const windows = (sequence: readonly string[], size: number): string[] =>
  sequence.slice(size - 1).map((_, i) => sequence.slice(i, i + size).join(''));

export interface PassageUnits {
  /** windows of one and two elements → how often */
  readonly counts: ReadonlyMap<string, number>;
  /** windows of three and four elements */
  readonly long: ReadonlySet<string>;
  /** in elements */
  readonly length: number;
}

/** `parts` in index form; no window runs from one part into the next. */
export function passageUnits(parts: readonly string[]): PassageUnits {
  const counts = new Map<string, number>();
  const long = new Set<string>();
  let length = 0;
  for (const sequence of parts.flatMap(sequences)) {
    length += sequence.length;
    for (const unit of [...sequence, ...windows(sequence, 2)]) counts.set(unit, (counts.get(unit) ?? 0) + 1);
    for (const unit of [...windows(sequence, 3), ...windows(sequence, 4)]) long.add(unit);
  }
  return { counts, long, length };
}

export interface TermUnits {
  /** a query that matches the passages that hold the term: one unit, or all its windows of four */
  readonly whole: string;
  /** queries for the units it is scored by */
  readonly scored: readonly string[];
}

const quoted = (units: readonly string[]): string => `"${units.join(' ')}"`;

/**
 * Null for a term without letters or digits. A term of more than four elements is taken as held when all its
 * windows of four are. They could stand apart, but hardly ever do: the 213 terms of three characters and more
 * in 300 questions (STARD) match the very passages of 59,469 that hold them (windows of three: 4 too many).
 */
export function termUnits(term: string): TermUnits | null {
  const elements = sequences(term).flat().slice(0, MAX_TERM_ELEMENTS);
  if (elements.length === 0) return null;
  if (elements.length === 1) return { whole: quoted(elements), scored: [quoted(elements)] };
  const whole = quoted(windows(elements, Math.min(4, elements.length)));
  return { whole, scored: windows(elements, 2).map((unit) => quoted([unit])) };
}

/** Every part of a text as a term: two elements side by side, or one that stands alone. */
export function partsOf(text: string): TermUnits[] {
  const units = sequences(text).flatMap((sequence) => (sequence.length === 1 ? sequence : windows(sequence, 2)));
  return [...new Set(units)].map((unit) => ({ whole: quoted([unit]), scored: [quoted([unit])] }));
}
