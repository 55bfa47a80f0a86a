// 文号 and the numbers of orders as texts write them, and one form in which they are compared. Texts are in normal form.
import { readNumber } from '../../language/chinese-numbers.js';

/** 教基〔2020〕3号 (code, year, serial) or 教育部令第40号 (body, serial). */
export interface DocumentNumber {
  /** 机关代字, or the body that gave the order; '' where it is not stated */
  readonly body: string;
  readonly year: number | null;
  readonly serial: number;
}

const open = '[〔\\[【(〖{]';
const close = '[〕\\]】)〗}]';
const serial = '[\\d一二三四五六七八九十百〇零○]{1,6}';
const coded = `(?<code>[\\p{Script=Han}A-Za-z]{1,16})${open}(?<year>(?:19|20)\\d{2})${close}(?:年)?第?(?<n>\\d{1,5})号`;
const order = `(?<body>\\p{Script=Han}{0,24})令[(〔]?(?:(?:19|20)\\d{2}年?)?[)〕]?第(?<of>${serial})号`;
const orderLast = `(?<before>\\p{Script=Han}{0,24})第(?<last>${serial})号令`;
const numberPattern = new RegExp(`${coded}|${order}|${orderLast}`, 'gu');

/** What may run into a number from the words before it: 按照粤人社发〔2011〕306号, 上海财经大学文件上财行规〔2023〕34号. */
const runsIn =
  /^.*(?:根据|依据|按照?|依照|遵照|参照|符合|执行|贯彻|落实|转发|印发|下发|发布|公布|颁布|规定|文件|文号|字号|编号|精神|简称|以及|[和与及或见原经由的以对在为是了即将于令日])(?=.)/u;
/** A code of the kind begins with one of these words in full. */
const keeps = /^(?:以工代赈|对外|在京)/u;

export interface FoundNumber extends DocumentNumber {
  readonly start: number;
  readonly end: number;
}

const state = '中华人民共和国';
/** Characters that a body, and a code, has at least. */
const [ORDER, CODE] = [2, 1];
const withoutLead = (words: string, least: number): string => {
  if (keeps.test(words)) return words;
  const national = words.lastIndexOf(state);
  if (national !== -1 && least === ORDER) return words.slice(national);
  const rest = words.replace(runsIn, '').replace(least === ORDER ? /^(?!)/u : /^.*人民政府(?=.{2})/u, '');
  return rest.length >= least ? rest : words;
};

/** `line` tells where the line of a place begins: a number does not begin on the line before. */
export function numbersIn(normal: string, line: (at: number) => number = () => 0): FoundNumber[] {
  return [...normal.matchAll(numberPattern)].flatMap((match) => {
    const { code, year, n, body, of, before, last } = match.groups ?? {};
    const ordered = code === undefined;
    const all = code ?? body ?? before ?? '';
    const lineStart = line(match.index + all.length);
    const own =
      lineStart > match.index && match.index + all.length - lineStart >= 2 ? all.slice(lineStart - match.index) : all;
    const words = withoutLead(own, ordered ? ORDER : CODE);
    const value = readNumber(n ?? of ?? last ?? '');
    if (value === null || (ordered && words === '' && last === undefined)) return [];
    const start = match.index + all.length - words.length;
    return [
      {
        body: words,
        year: year === undefined ? null : Number(year),
        serial: value,
        start,
        end: match.index + match[0].length,
      },
    ];
  });
}

/** 教基〔2020〕3号, 教育部令第40号 */
export const writtenNumber = ({ body, year, serial: n }: DocumentNumber): string =>
  year === null ? `${body}令第${n}号` : `${body}〔${year}〕${n}号`;

export function numberOf(text: string): DocumentNumber | null {
  const [found] = numbersIn(text);
  return found ? { body: found.body, year: found.year, serial: found.serial } : null;
}

/** Names of bodies, short and in full, come to the same: 省人民政府, 省政府. */
export const plainBody = (body: string): string =>
  body
    .replace(/中华人民共和国|^中共(?!中央)/gu, '')
    .replaceAll('人民政府', '政府')
    .replaceAll('委员会', '委');

/** Whether a short name is made of a longer one's characters, in order: 住建部, 住房和城乡建设部. */
export function shortFor(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return short.length > 0 && at === short.length;
}

/** true: one number; false: two different ones; null: they cannot be compared (an order and a 文号). */
export function sameNumber(a: DocumentNumber, b: DocumentNumber): boolean | null {
  if ((a.year === null) !== (b.year === null)) return null;
  if (a.year !== null) return a.year === b.year && a.serial === b.serial && a.body === b.body;
  if (a.serial !== b.serial) return shortFor(plainBody(a.body), plainBody(b.body)) || a.body === '' ? false : null;
  return a.body === '' || b.body === '' || shortFor(plainBody(a.body), plainBody(b.body)) ? true : null;
}

/** Two numbers of one series: the same code in another year, another order of one body. */
export const sameSeries = (a: DocumentNumber, b: DocumentNumber): boolean =>
  (a.year === null) === (b.year === null) &&
  (a.body === b.body || (a.year === null && shortFor(plainBody(a.body), plainBody(b.body))));
