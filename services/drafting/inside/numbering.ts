// Numbering that jumps or comes twice: 一、三、; 第三条, 第五条. Each kind of number counts under the one above it.
import { numeralValue } from '../../families/values.js';
import type { DraftLine, InsideNote } from './note.js';

const numeral = '[零〇一二三四五六七八九十百千]{1,7}';
/** From the highest to the lowest. 条 go on through chapters, so nothing starts them anew. */
const kinds = [
  { name: 'part', pattern: new RegExp(`^第(${numeral}|\\d{1,3})编`, 'u'), under: true },
  { name: 'chapter', pattern: new RegExp(`^第(${numeral}|\\d{1,3})章`, 'u'), under: true },
  { name: 'section', pattern: new RegExp(`^第(${numeral}|\\d{1,3})节`, 'u'), under: true },
  { name: 'article', pattern: new RegExp(`^第(${numeral}|\\d{1,4})条(?![第款项规的])`, 'u'), under: false },
  { name: 'first', pattern: new RegExp(`^(${numeral})、`, 'u'), under: true },
  { name: 'second', pattern: new RegExp(`^[（(](${numeral})[）)]`, 'u'), under: true },
  { name: 'third', pattern: /^(\d{1,2})[.．、](?!\d)/u, under: true },
  { name: 'fourth', pattern: /^[（(](\d{1,2})[）)]/u, under: true },
] as const;

interface Marker {
  readonly level: number;
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

function markerOf({ text, start }: DraftLine): Marker | null {
  for (const [level, { pattern }] of kinds.entries()) {
    const match = pattern.exec(text);
    if (!match) continue;
    const written = match[1] ?? '';
    const value = /^\d/u.test(written) ? Number(written) : numeralValue(written);
    return { level, value, start, end: start + match[0].length, words: match[0] };
  }
  return null;
}

/** A wider gap is another text's number that begins a line. */
const WIDEST = 8;
const MIN_RUN = 2;

export function numberingIn(lines: readonly DraftLine[]): InsideNote[] {
  const found: InsideNote[] = [];
  const last: ({ value: number; run: number; words: string } | undefined)[] = [];
  const all = lines.flatMap((line) => markerOf(line) ?? []);
  for (const [i, { level, value, start, end, words }] of all.entries()) {
    const before = last[level];
    const note = (message: 'numberJumps' | 'numberTwice'): void =>
      void found.push({
        kind: 'numbering',
        level: 'note',
        start,
        end,
        message,
        values: { draft: words, before: before?.words ?? '' },
        confidence: (before?.run ?? 0) >= MIN_RUN ? 0.9 : 0.6,
      });
    const next = all.slice(i + 1).find((marker) => marker.level <= level);
    // what goes on from the gap is meant: a number alone may be another text's
    const goesOn = next === undefined || next.level < level || next.value === value + 1;
    if (before && value > before.value + 1 && value <= before.value + WIDEST && goesOn) note('numberJumps');
    if (before && value === before.value && value > 1 && (before.run >= MIN_RUN || goesOn)) note('numberTwice');
    const run = before && value === before.value + 1 ? before.run + 1 : 1;
    last[level] = { value, run, words };
    // 章 starts 节 and 一、 anew, but not 条
    for (let below = level + 1; below < kinds.length; below++) if (kinds[below]!.under) last[below] = undefined;
  }
  return found;
}
