// Numbers written the other way: 第20条 and 第二十条, 2021年 and 二〇二一年, 3% and 百分之三.

import { readCounting, readDigits, writeCounting, writeDigits } from './chinese-numbers.js';

/** 1 … 9999 as it is counted: 20 → 二十, 105 → 一百零五 and 一百〇五 (both are written). */
function counted(value: number): string[] {
  const out = writeCounting(value);
  return out.includes('零') ? [out, out.replaceAll('零', '〇')] : [out];
}

const chineseDigit = '[〇零○一二三四五六七八九]';
const chineseNumber = '[〇零○一二三四五六七八九十百千]{1,7}';
const ordinal = new RegExp(`第(?:(\\d{1,4})|(${chineseNumber}))(?=[条條章节節款项項编編届屆次批])`, 'gu');
const year = new RegExp(`(?<!\\d)(?:((?:19|20)\\d{2})|([一二]${chineseDigit}{3}))(?=年)`, 'gu');
const percent = new RegExp(
  `(?<![\\d.])(\\d{1,4}(?:\\.\\d{1,3})?)%|百分之(?:(\\d{1,4}(?:\\.\\d{1,3})?)|(${chineseNumber}(?:点${chineseDigit}{1,3})?))`,
  'gu',
);

/** Digits that no other numeral follows: 二〇二一, not the 二三 of 二三十. */
const digitYear = new RegExp(`[一二]${chineseDigit}{3}(?![〇零○一二三四五六七八九十百千万])`, 'gu');

/** 二〇二一 as 2021, with 年 after it or without; nothing else changes. */
export const arabicYears = (text: string): string => text.replace(digitYear, readDigits);

function decimal(text: string): string | null {
  const [whole = '', part] = text.split('点');
  const value = /^[〇零○]$/u.test(whole) ? 0 : readCounting(whole);
  return value === null ? null : `${value}${part === undefined ? '' : `.${readDigits(part)}`}`;
}
function spoken(text: string): string[] {
  const [whole = '', part] = text.split('.');
  const heads = Number(whole) === 0 ? ['零'] : counted(Number(whole));
  return heads.map((head) => (part === undefined ? head : `${head}点${writeDigits(part)}`));
}

export interface Rewritten {
  /** where the number stands in the text, and the other ways to write it */
  readonly start: number;
  readonly end: number;
  readonly others: readonly string[];
}

/** Numbers in a text (NFKC) that are also written otherwise. Plain numbers are not among them: 3 is not always 三. */
export function rewrittenNumbers(text: string): Rewritten[] {
  const found: Rewritten[] = [];
  const take = (match: RegExpMatchArray, others: readonly string[]): void => {
    const start = match.index ?? 0;
    const own = match[0];
    const distinct = [...new Set(others)].filter((other) => other !== own);
    if (distinct.length > 0) found.push({ start, end: start + own.length, others: distinct });
  };
  for (const match of text.matchAll(ordinal)) {
    const value = match[1] === undefined ? readCounting(match[2] ?? '') : Number(match[1]);
    if (value === null || value === 0) continue;
    take(match, [`第${value}`, ...counted(value).map((number) => `第${number}`)]);
  }
  for (const match of text.matchAll(year)) {
    const arabic = match[1] ?? readDigits(match[2] ?? '');
    const chinese = writeDigits(arabic);
    take(match, [arabic, chinese, chinese.replaceAll('〇', '○'), chinese.replaceAll('〇', '零')]);
  }
  for (const match of text.matchAll(percent)) {
    const arabic = match[1] ?? match[2] ?? decimal(match[3] ?? '');
    if (arabic === null) continue;
    take(match, [`${arabic}%`, `百分之${arabic}`, ...spoken(arabic).map((number) => `百分之${number}`)]);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Of the ways to write a number the one that archives mostly hold: 2021, 3%, 第二十, 第一百零五. */
const usual = (ways: readonly string[]): string | undefined =>
  ways.find((way) => /^[\d.]+%?$/u.test(way)) ?? ways.find((way) => /^第[^\d〇]+$/u.test(way));

/** The text with each number that is also written otherwise in one way, so that all its ways come to the same. */
export function usualNumbers(text: string): string {
  let out = '';
  let at = 0;
  for (const { start, end, others } of rewrittenNumbers(text)) {
    if (start < at) continue;
    const own = text.slice(start, end);
    out += text.slice(at, start) + (usual([own, ...others]) ?? own);
    at = end;
  }
  return out + text.slice(at);
}

/** The text with its numbers written otherwise, each way that exists; without the text itself; at most `limit`. */
export function numberVariants(text: string, limit = 16): string[] {
  let variants = [''];
  let at = 0;
  for (const { start, end, others } of rewrittenNumbers(text)) {
    if (start < at) continue;
    const before = text.slice(at, start);
    const ways = [text.slice(start, end), ...others];
    variants = variants.flatMap((variant) => ways.map((way) => variant + before + way)).slice(0, limit + 1);
    at = end;
  }
  return variants.map((variant) => variant + text.slice(at)).filter((variant) => variant !== text);
}

const loosePercent = `百分之(?:(\\d{1,4}(?:\\.\\d{1,3})?)|(${chineseNumber}(?:点${chineseDigit}{1,3})?))`;
const looseNumber = new RegExp(`${loosePercent}|[〇零○一二三四五六七八九十百千]+`, 'gu');

/** A run of numerals in digits: as it is counted where it can be (二十 → 20), else numeral by numeral (二〇二一 → 2021). */
function arabicRun(run: string): string {
  const value = /[十百千]/u.test(run) ? readCounting(run) : null;
  return value === null ? readDigits(run) : String(value);
}

export interface ArabicNumber {
  readonly start: number;
  readonly end: number;
  readonly arabic: string;
}

/** Every number that a text writes in characters, and how it stands in digits; percentages with their sign. */
export const arabicNumbers = (text: string): ArabicNumber[] =>
  [...text.matchAll(looseNumber)].map((match) => {
    const [own, digitsPart, charactersPart] = match;
    const percentage = digitsPart ?? (charactersPart === undefined ? null : decimal(charactersPart));
    return {
      start: match.index,
      end: match.index + own.length,
      arabic: percentage === null ? arabicRun(own) : `${percentage}%`,
    };
  });
