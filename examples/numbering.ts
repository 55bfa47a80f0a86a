// The numbers that open a line of an official document: 第一章, 第一条, 一、, （一）, 1.
const digits = '零一二三四五六七八九';

/** 1 … 99 in Chinese: 二十一. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const units = value % 10;
  const one = units === 0 && tens > 0 ? '' : (digits[units] ?? '');
  if (tens === 0) return one;
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${one}`;
}

export type MarkKind = 'chapter' | 'article' | 'section' | 'item' | 'point';

/** `literal` is the mark as it is printed, its white space included. */
export interface Mark {
  readonly kind: MarkKind;
  readonly value: number;
  readonly literal: string;
}

const shapes: readonly { readonly kind: MarkKind; readonly pattern: RegExp }[] = [
  { kind: 'chapter', pattern: /^第([一二三四五六七八九十]{1,3})章　/u },
  { kind: 'article', pattern: /^第([一二三四五六七八九十]{1,3})条　/u },
  { kind: 'section', pattern: /^([一二三四五六七八九十]{1,3})、/u },
  { kind: 'item', pattern: /^（([一二三四五六七八九十]{1,3})）/u },
  { kind: 'point', pattern: /^(\d{1,2})\. /u },
];

const values = new Map(
  Array.from({ length: 99 }, (_, i) => i + 1).flatMap((n) => [
    [chineseNumber(n), n],
    [String(n), n],
  ]),
);

/** The mark that opens `line`, or null. */
export function markOf(line: string): Mark | null {
  for (const { kind, pattern } of shapes) {
    const found = pattern.exec(line);
    const value = values.get(found?.[1] ?? '');
    if (found && value !== undefined) return { kind, value, literal: found[0] };
  }
  return null;
}
