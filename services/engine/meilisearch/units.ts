// What a passage is found by: windows of one, two and three elements, an element being a Han character or a
// word of letters and digits. Meilisearch's own segmenter cuts a text by its context, so that a term is found
// in one passage and missed in the next; windows hold every term wherever it stands.
import { grams } from '../../language/segment.js';
import { code } from './code.js';

/** More of a passage is not searched; passages have a few hundred. */
const MAX_ELEMENTS = 20_000;
/** A term is looked for by its first elements. */
const MAX_TERM_ELEMENTS = 8;
/** Three such elements fit in the server's limit of 250 bytes a word. */
const MAX_WORD_CODE = 70;

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

/**
 * A term of four elements is there when both its windows of three are, unless those stand apart. A checksum of
 * the window of four tells, at a fraction of the space that the window itself would take: it has 65,536 values,
 * and a false one does harm only where windows stand apart.
 */
function checksum(window: string): string {
  let hash = 0x811c9dc5; // FNV-1a
  for (let i = 0; i < window.length; i++) hash = Math.imul(hash ^ window.charCodeAt(i), 0x01000193);
  return `v${((hash ^ (hash >>> 16)) & 0xffff).toString(16)}`;
}
const longUnits = (sequence: readonly string[]): string[] => [
  ...windows(sequence, 3),
  ...windows(sequence, 4).map(checksum),
];

export interface PassageUnits {
  /** windows of one and two elements → how often */
  readonly counts: ReadonlyMap<string, number>;
  /** windows of three elements, and checksums of those of four */
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
    for (const unit of longUnits(sequence)) long.add(unit);
  }
  return { counts, long, length };
}

export interface TermUnits {
  /** a query that matches the passages that hold the term: one unit, or all its long ones */
  readonly whole: string;
  /** queries for the units it is scored by */
  readonly scored: readonly string[];
}

const quoted = (units: readonly string[]): string => `"${units.join(' ')}"`;

/**
 * Null for a term without letters or digits. Measured: the 213 terms of three characters and more in 300
 * questions (STARD) match exactly the passages of 59,469 that hold them.
 */
export function termUnits(term: string): TermUnits | null {
  const elements = sequences(term).flat().slice(0, MAX_TERM_ELEMENTS);
  if (elements.length === 0) return null;
  if (elements.length === 1) return { whole: quoted(elements), scored: [quoted(elements)] };
  const whole = elements.length === 2 ? windows(elements, 2) : longUnits(elements);
  return { whole: quoted(whole), scored: windows(elements, 2).map((unit) => quoted([unit])) };
}

/** The parts of terms, as terms: every two elements side by side. */
export function partsOf(terms: readonly string[]): TermUnits[] {
  const units = terms.flatMap(sequences).flatMap((sequence) => windows(sequence, 2));
  return [...new Set(units)].map((unit) => ({ whole: quoted([unit]), scored: [quoted([unit])] }));
}
