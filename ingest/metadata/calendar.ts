// Dates and years in running text, in Arabic and Chinese numerals. Masked ones (20xx年) are no dates.

import { readCounting, readDigits, readNumber, zeros } from '../../services/language/chinese-numbers.js';

export interface DateMention {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly start: number;
  readonly end: number;
  /** written with 年月日, as documents sign; otherwise with - / . as web pages do */
  readonly chinese: boolean;
}

const digit = `[${zeros}一二三四五六七八九]`;
const arabic =
  /(?<![\d.])((?:19|20)\d{2}) ?([年./-]) ?(0?[1-9]|1[0-2]|元(?=月)) ?[月./-] ?(0?[1-9]|[12]\d|3[01])(?!\d) ?(日|号)?/gu;
const chinese = new RegExp(
  `((?:一九|二${digit})${digit}{2}) ?年 ?(十[一二]?|[元一二三四五六七八九]) ?月 ?([一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|二十|廿[一二三四五六七八九]?) ?[日号]`,
  'gu',
);

/** The years of the Republic of China, only where they are called so; 110年 alone may be anything. */
const republican =
  /(?:中[華华])?民[國国] ?([\d○〇零一二三四五六七八九十百]{1,6}) ?年 ?([\d一二三四五六七八九十]{1,3}) ?月 ?([\d一二三四五六七八九十廿]{1,4}) ?日/gu;
const republicanYear = /(?:中[華华])?民[國国] ?(\d{2,3}) ?(?=年|學年|学年)/gu;
const firstRepublicanYear = 1912;

/** 二十三 → 23, 十 → 10, 廿一 → 21, 元 → 1 */
const smallNumber = (text: string): number => (text === '元' ? 1 : (readCounting(text) ?? 0));
const yearNumber = (text: string): number => Number(readDigits(text));

/** YYYY-MM-DD, or null where the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** Every whole date in `text`, from left to right. */
export function datesIn(text: string): DateMention[] {
  const found: DateMention[] = [];
  const take = (match: RegExpMatchArray, date: string | null, isChinese: boolean): void => {
    const start = match.index ?? 0;
    if (date) found.push({ date, start, end: start + match[0].length, chinese: isChinese });
  };
  for (const match of text.matchAll(arabic)) {
    const [, year, first, month, day] = match;
    take(match, isoDate(Number(year), month === '元' ? 1 : Number(month), Number(day)), first === '年');
  }
  for (const match of text.matchAll(chinese)) {
    const [, year = '', month = '', day = ''] = match;
    take(match, isoDate(yearNumber(year), smallNumber(month), smallNumber(day)), true);
  }
  for (const match of text.matchAll(republican)) {
    const [year = 0, month = 0, day = 0] = match.slice(1).map((part) => readNumber(part) ?? 0);
    take(match, isoDate(firstRepublicanYear - 1 + year, month, day), true);
  }
  return found.sort((a, b) => a.start - b.start);
}

export const firstDate = (text: string): string | null => datesIn(text)[0]?.date ?? null;

const yearAlone = /(?<![\dA-Za-z第〔[［﹝【])((?:19|20)\d{2})(?![\dA-Za-z〕\]］﹞】]|号|[.．]\d{1,2}[^\d.])/gu;
const chineseYear = new RegExp(`((?:一九|二${digit})${digit}{2}) ?(?=年)`, 'gu');
const eightDigits = /(?<![\da-su-zA-SU-Z])((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\dA-Za-z])/gu;

/** Years named in a title or file name, each once, in order; not those in the number of a document (〔2015〕71号). */
export function yearsIn(text: string): number[] {
  const years = [
    ...[...text.matchAll(yearAlone)].map(([, year]) => Number(year)),
    ...[...text.matchAll(chineseYear)].map(([, year = '']) => yearNumber(year)),
    ...[...text.matchAll(eightDigits)].map(([, year]) => Number(year)),
    ...[...text.matchAll(republicanYear)].map(([, year]) => firstRepublicanYear - 1 + Number(year)),
  ];
  return [...new Set(years)];
}

/** Dates in a file name, also as eight digits: 20231130关于…, t20130722_94411. */
export function datesInName(name: string): string[] {
  const run = [...name.matchAll(eightDigits)].map(([, year, month, day]) =>
    isoDate(Number(year), Number(month), Number(day)),
  );
  return [...datesIn(name).map(({ date }) => date), ...run.filter((date) => date !== null)];
}
