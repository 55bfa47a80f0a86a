// Automatic numbers of paragraphs, counted as Word counts them; shared by .docx and .doc.
// ECMA-376 part 1, 17.9: counters belong to the definition that lists share; a list that overrides a start begins anew.
import { formatNumber } from './numerals.js';

export interface Level {
  readonly start: number;
  /** ST_NumberFormat: chineseCounting, decimal, bullet … */
  readonly format: string;
  /** 第%1条, with %1 … %9 for the numbers of the levels */
  readonly text: string;
  /** tab, space or nothing: between the number and the text */
  readonly suffix: string;
  /** the level after which this one begins anew, counted from 1; 0: never; null: after any level above */
  readonly restart: number | null;
  /** all numbers in figures */
  readonly legal: boolean;
  /** the paragraph style that the level is tied to */
  readonly styleId: string | null;
}

/** A list as paragraphs refer to it, its overrides applied. */
export interface List {
  readonly id: string;
  /** lists with the same definition count on from one another */
  readonly definition: string;
  readonly levels: readonly (Level | undefined)[];
  /** levels that begin anew, and with what, where the list is first used on them */
  readonly starts: ReadonlyMap<number, number>;
}

export interface Counter {
  /** The next paragraph's number on a level, counted from 0, with what stands between it and the text; '' when it shows none. */
  next(list: List, level: number): string;
}

export const levelCount = 9;
const longestNumber = 120;

/** Between a number that ends in a mark and the text stands nothing in Chinese; elsewhere a space. */
const between = (number: string, suffix: string): string =>
  suffix === 'nothing' || /[、，．。：）】〕]$/.test(number) ? '' : ' ';

/** Bullets in symbol fonts lie in the private use area, or are letters that the font shows as signs. */
const bullet = (text: string): string => (/^[\ue000-\uf8ff]|^[\p{L}\p{N}]$/u.test(text) ? '•' : text);

export function createCounter(): Counter {
  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  const count = ({ id, definition, levels, starts }: List, at: number): number[] => {
    const counts = counters.get(definition) ?? [];
    counters.set(definition, counts);
    const start = (level: number): number => starts.get(level) ?? levels[level]?.start ?? 1;
    const key = `${id} ${at}`;
    if (starts.has(at) && !begun.has(key)) counts[at] = undefined;
    begun.add(key);
    counts[at] = counts[at] === undefined ? start(at) : (counts[at] ?? 0) + 1;
    for (let deeper = at + 1; deeper < levelCount; deeper++) {
      const restart = levels[deeper]?.restart ?? null;
      if (restart === null || (restart > 0 && at < restart)) counts[deeper] = undefined;
    }
    // A level that was skipped shows its first number.
    for (let above = 0; above < at; above++) counts[above] ??= start(above);
    return Array.from({ length: levelCount }, (_, level) => counts[level] ?? start(level));
  };

  return {
    next(list, at) {
      const level = list.levels[at];
      if (!level) return '';
      const counts = count(list, at);
      if (level.format === 'bullet') return level.text.trim() === '' ? '' : `${bullet(level.text)} `;
      const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const index = Number(digit) - 1;
        const format = level.legal ? 'decimal' : (list.levels[index]?.format ?? 'decimal');
        return formatNumber(counts[index] ?? 1, format);
      });
      return text.trim() === '' ? '' : (text + between(text, level.suffix)).slice(0, longestNumber);
    },
  };
}
