// The numbering of Chinese documents at the start of a line: 第一章, 第三条之一, 一、, （一）, 1., （1）, 附件2.
import { readNumber } from '../../services/language/chinese-numbers.js';

export type MarkerKind =
  | 'annex'
  | 'part'
  | 'subpart'
  | 'chapter'
  | 'section'
  | 'article'
  | 'cn'
  | 'cn-paren'
  | 'number'
  | 'number-paren';

export interface Marker {
  readonly kind: MarkerKind;
  /** 0 for an annex without a number */
  readonly number: number;
  /** 之一 … of an inserted article; 0 otherwise */
  readonly inserted: number;
  /** length of the marker itself, white space after it included */
  readonly length: number;
  /** white space, a bracket or the end of the line follows the numeral: the marker stands apart from the text */
  readonly apart: boolean;
}

const digits = '零〇○一二三四五六七八九十百千两0-9０-９';
const division = new RegExp(`^第\\s?([${digits}](?:\\s?[${digits}]){0,8})\\s?(分编|编|部分|篇|章|节|条|條)`, 'u');
const insertedArticle = new RegExp(`^\\s?之\\s?([一二三四五六七八九十]{1,3})(?![${digits}])`, 'u');
const cn = /^([一二三四五六七八九十]{1,3})\s?[、.．](?!\d)\s*/u;
const cnParen = /^(?:[（(]\s?([一二三四五六七八九十]{1,3})\s?[）)]|([㈠-㈩]))[、.．]?\s*/u;
const number = /^([0-9０-９]{1,3})\s?[.．、](?![0-9０-９])\s*/u;
const numberParen = /^(?:[（(]\s?([0-9０-９]{1,3})\s?[）)]|([0-9０-９]{1,3})[）)]|([①-⑳]))[、.．]?\s*/u;
const annex =
  /^附\s?(?:件|表|录)\s?([一二三四五六七八九十]{1,3}|[0-9０-９]{1,3})?(?:\s?[-－—]\s?[0-9０-９]{1,2})?(?=[\s：:.．、（(《]|$)[\s：:.．、]*/u;
/** What follows 第X条 where a sentence refers to it: 第三条规定, 第三条第二款, 第三条、第四条. */
const reference =
  /^(?:规定|規定|所(?:称|列|规|指|述|定|涉)|的|第.{1,5}[款项目]|、|和|或|至|到|及|与|[款项](?!目)|中(?:的|规|所|有|关|增|删|，)|以(?:外|下|前|内|及)|之|》|”|）|，|；|。|内容|修改|改为|增加|删)/u;

const kinds: Readonly<Record<string, MarkerKind>> = {
  编: 'part',
  部分: 'part',
  篇: 'part',
  分编: 'subpart',
  章: 'chapter',
  节: 'section',
  条: 'article',
  條: 'article',
};

/** What is no number after all follows no other. */
export const numeral = (text: string): number => readNumber(text) ?? Number.NaN;

/** 第X编, 章, 节, 条 at the start of `text`; null where the words after it refer to it instead of opening it. */
export function divisionMarker(text: string): Marker | null {
  const found = division.exec(text.slice(0, 40));
  const kind = kinds[found?.[2] ?? ''];
  if (!found?.[1] || !kind) return null;
  let length = found[0].length;
  let inserted = 0;
  if (kind === 'article') {
    const extra = insertedArticle.exec(text.slice(length, length + 8));
    if (extra?.[1]) {
      inserted = numeral(extra[1]);
      length += extra[0].length;
    }
  }
  const rest = text.slice(length);
  const apart = rest === '' || /^[\s（(【〔[]/u.test(rest);
  if (!apart && reference.test(rest)) return null;
  length += rest.length - rest.trimStart().length;
  return { kind, number: numeral(found[1]), inserted, length, apart };
}

const begins = /^[第附（(㈠-㈩①-⑳一二三四五六七八九十0-9０-９]/u;

/** The marker that a line begins with. */
export function markerOf(text: string): Marker | null {
  if (!begins.test(text)) return null;
  const head = text.slice(0, 40);
  const simple = (kind: MarkerKind, found: RegExpExecArray | null): Marker | null => {
    if (!found) return null;
    const value = found[1] ?? found[2] ?? found[3];
    return {
      kind,
      number: value === undefined ? 0 : numeral(value.normalize('NFKC').replace(/[()]/gu, '')),
      inserted: 0,
      length: found[0].length,
      apart: true,
    };
  };
  return (
    divisionMarker(text) ??
    simple('cn', cn.exec(head)) ??
    simple('cn-paren', cnParen.exec(head)) ??
    simple('number-paren', numberParen.exec(head)) ??
    simple('number', number.exec(head)) ??
    simple('annex', annex.exec(head))
  );
}
