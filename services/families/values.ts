// Numbers, dates and words of obligation in a sentence, each with what it amounts to, so that 三十日 and 30日 are the same.
import type { ChangedValue } from '../domain/family.js';

export interface Value {
  readonly kind: ChangedValue['kind'];
  /** equal for values that amount to the same */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const digits = '零一二三四五六七八九';
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };

/** 三十 → 30, 一百二十 → 120, 二〇二一 → 2021, 两万 → 20000 */
export function numeralValue(text: string): number {
  const plain = text.replace(/[〇○]/gu, '零').replaceAll('两', '二');
  if (!/[十百千万亿]/u.test(plain)) return Number([...plain].map((character) => digits.indexOf(character)).join(''));
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of plain) {
    const unit = units[character];
    if (unit === undefined) digit = digits.indexOf(character);
    else if (unit < 10_000) {
      section += (digit || 1) * unit;
      digit = 0;
    } else {
      // 亿 counts all that stands before it, 万 what follows the last 亿
      total = unit === units.亿 ? (total + section + digit) * unit : total + (section + digit) * unit;
      section = 0;
      digit = 0;
    }
  }
  return total + section + digit;
}

const numeral = '[零〇○一二两三四五六七八九十百千万亿]';
/** What a Chinese numeral must stand before to be a number: without it 一 and 十分 are words. */
const measure =
  '(?:周?岁|年|个?月|日|天|周|小时|学时|课时|分钟|时|元|万元|亿元|名|人|所|个|项|次|倍|成|米|公里|平方米|分|篇|门|学分|学期|学年|级|期|轮|批|位|户|家|套|台|本|折)';
const month = `(?:\\d{1,2}|${numeral}{1,3})月`;
const patterns: readonly (readonly [kind: Value['kind'] | null, pattern: string])[] = [
  [null, `第(?:${numeral}|\\d){1,10}[条款项章节编部分届次]`], // places in a text, which move when something is put in before them
  [null, `^[（(]?(?:${numeral}|\\d){1,3}[)）、.．](?!\\d)`],
  [
    'date',
    `(?:\\d{4}|[一二][${digits}〇○]{3})年(?:${month}(?:(?:\\d{1,2}|${numeral}{1,3})[日号]|[底末初]|[上中下]旬)?|[底末初](?!期)|[上下]半年)?`,
  ],
  ['date', `${month}(?:(?:\\d{1,2}|${numeral}{1,3})[日号]|[底末初]|[上中下]旬)`],
  ['date', '[今明本当每]年(?:[底末初]|[上下]半年)|年[底末](?=[前完达实,，])|[今明]年'],
  ['number', `百分之${numeral}{1,8}(?:点${numeral}{1,4})?`],
  ['number', `[分]之${numeral}{1,6}`],
  ['number', '\\d+(?:[.,]\\d+)*(?:[%％‰万亿])?'],
  ['number', `${numeral}{1,12}(?=${measure})`],
  [
    'strength',
    '不得|不应|不可以|不宜|严禁|禁止|应当|必须|可以|原则上|鼓励|支持|一律|(?<![相适响反供对效感顺呼])应(?![急用对届聘邀付变激答承])',
  ],
];
const value = new RegExp(patterns.map(([, pattern]) => `(${pattern})`).join('|'), 'gu');

const numberKey = (text: string): string => {
  if (text.startsWith('百分之')) {
    const [whole = '', fraction] = text.slice(3).split('点');
    return `${numeralValue(whole)}${fraction ? `.${[...fraction].map((character) => numeralValue(character)).join('')}` : ''}%`;
  }
  if (text.startsWith('分之')) return `/${numeralValue(text.slice(2))}`;
  if (/^\d/u.test(text)) return text.replaceAll(',', '').replace('％', '%');
  return String(numeralValue(text));
};
const dateKey = (text: string): string =>
  text
    .replace(new RegExp(`\\d+|${numeral}+`, 'gu'), (part) =>
      String(/^\d/u.test(part) ? Number(part) : numeralValue(part)),
    )
    .replace('号', '日')
    .replace(/(?<=\d)年$|末/gu, (sign) => (sign === '末' ? '底' : ''));

/** From left to right; places in a text (第三条, （一）) are left out. */
export function valuesIn(sentence: string): Value[] {
  const found: Value[] = [];
  for (const match of sentence.matchAll(value)) {
    const [text] = match;
    const kind = patterns[match.slice(1).findIndex((group) => group !== undefined)]?.[0];
    if (!kind) continue;
    const key = kind === 'number' ? numberKey(text) : kind === 'date' ? dateKey(text) : text;
    found.push({ kind, key: `${kind} ${key}`, start: match.index, end: match.index + text.length });
  }
  return found;
}
