// A sentence as the pieces that two wordings are compared by: values whole (35%, 30日内, 2025年底, 及时, 不得, 《…法》,
// 第十二条), the rest character by character.
import { normalForm } from '../domain/text.js';
import { valuesIn } from '../families/values.js';
import { atOnce, quantityAt, vagueTimes } from './quantity.js';

export type TokenKind = 'text' | 'number' | 'deadline' | 'strength' | 'limit' | 'reference';
export interface Token {
  readonly kind: TokenKind;
  /** equal for pieces that amount to the same */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const numeral = '[零〇○一二两三四五六七八九十百千\\d]';
const references = new RegExp(
  `《[^《》]{2,80}》(?:[（(][^（）()《》]{0,24}号[）)])?|[\\p{Script=Han}]{1,10}[〔【［\\[（(](?:19|20)\\d{2}[〕】］\\]）)]第?\\d{1,5}号|(?<!^)第${numeral}{1,7}条(?:之[一二三四五])?(?:第${numeral}{1,4}款)?(?:第?[（(]?${numeral}{1,4}[）)]?项)?`,
  'gu',
);
const number = new RegExp(
  `^(?:第${numeral}{1,7}条(?![第款项规例])|[（([【]?${numeral}{1,3}[)）\\]】、.．](?!\\d))+`,
  'u',
);
/** Which way a number binds. */
const limits = /不?(?:低于|少于|小于|超过|高于|多于|大于)|至少|至多|最低|最高|最多|最少|以上|以下|以内|之内|左右/gu;
/** More words of obligation than a difference between two documents shows. */
const strengths =
  /不予|免予|不准|不许|不允许|允许|不可|有权|务必|须|应予|力争|尽量|倡导|提倡|引导|(?<![认许不])可(?![能靠行持见视以支])|经[^，。；]{0,10}批准|除外|确需|特殊情况|但/gu;
const labels =
  /(?:(?<![代发仪填手列外])[附图]?表|附?图|附件|附录|公式|专栏)[\d一二三四五六七八九十]{1,3}(?:[-.]\d{1,2})?(?![\d.分]|[名个人所项次份元年月日%％])|(?:编码|编号|代码|邮编|电话|传真|热线|帐号|账号|证号|序号)[^，。；、\d]{0,4}\d[\d-]{2,}/gu;
/** 半年内, 半个月: half of what is counted, without a number. */
const halves = /(?<![\d一二两三四五六七八九十几多大上下])半(?=个月|年(?![级制度份])|天|个?小时)/gu;

const limitKey = (text: string): string => {
  if (text === '左右') return 'about';
  if (/^[低少小]/u.test(text)) return 'below';
  if (/^[超高多大]/u.test(text)) return 'above';
  return /^不[低少小]|至少|最低|最少|以上/u.test(text) ? 'least' : 'most';
};
/** 应当, 应 and 须, 必须 are one obligation each; so are 严禁, 禁止, 不得. */
const strengthKey = (text: string): string =>
  /^经.*批准$/u.test(text)
    ? '经批准'
    : ({ 应: '应当', 应予: '应当', 须: '必须', 务必: '必须', 可: '可以', 不许: '不得', 不准: '不得', 不可: '不得' }[
        text
      ] ?? text);
const plainReference = (text: string): string =>
  normalForm(text)
    .replace(/^第/u, '')
    .replace(/[[\]()【】〔〕〈〉<>《》]/gu, '');

const VAGUE = 'vague';
const AT_ONCE = 'at once';
/** Says how long, or until when: not 及时, 立即. */
export const isStated = ({ kind, key }: Token): boolean =>
  !(kind === 'deadline' && (key.endsWith(VAGUE) || key.endsWith(AT_ONCE)));

/** The sentence without white space and with digits and letters as they are usually written, and where each unit came from. */
function compact(text: string): { plain: string; at: number[] } {
  let plain = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    if (/\s|\p{Zs}|\p{Cf}/u.test(unit)) continue;
    const code = text.charCodeAt(i);
    const isWide = code >= 0xff10 && code <= 0xff5a && /[０-９Ａ-Ｚａ-ｚ]/u.test(unit);
    plain += isWide ? String.fromCharCode(code - 0xfee0) : unit;
    at.push(i);
  }
  return { plain, at };
}

export function tokensOf(sentence: string): Token[] {
  const { plain: text, at: origin } = compact(sentence);
  const found: Token[] = [];
  const taken = new Uint8Array(text.length);
  const push = (kind: TokenKind, key: string, start: number, end: number): void => {
    found.push({ kind, key, start: origin[start] ?? 0, end: (origin[end - 1] ?? 0) + 1 });
  };
  const take = (kind: TokenKind, key: string, start: number, end: number): void => {
    if (taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    push(kind, `${kind} ${key}`, start, end);
  };
  // the number it stands under is no value
  taken.fill(1, 0, number.exec(text)?.[0].length ?? 0);
  // 表3, 附件2, 图1-2: places, which move; 职权编码 | 222129: a name made of digits
  for (const { index, 0: words } of text.matchAll(labels)) taken.fill(1, index, index + words.length);
  for (const match of text.matchAll(references)) {
    take('reference', plainReference(match[0]), match.index, match.index + match[0].length);
  }
  const count = (number: string, start: number, end: number): void => {
    const quantity = quantityAt(text, number, end);
    take(quantity.isDeadline ? 'deadline' : 'number', quantity.key, start, quantity.end);
  };
  for (const { index } of text.matchAll(halves)) count('0.5', index, index + 1);
  for (const { kind, key, start, end } of valuesIn(text)) {
    const plain = key.slice(key.indexOf(' ') + 1);
    if (kind === 'strength') take('strength', strengthKey(plain), start, end);
    else if (kind === 'date') take('deadline', plain, start, end);
    else count(plain, start, end);
  }
  for (const { index, 0: words } of text.matchAll(vagueTimes)) take('deadline', VAGUE, index, index + words.length);
  for (const { index, 0: words } of text.matchAll(atOnce)) take('deadline', AT_ONCE, index, index + words.length);
  for (const match of text.matchAll(limits)) {
    take('limit', limitKey(match[0]), match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(strengths)) {
    take('strength', strengthKey(match[0]), match.index, match.index + match[0].length);
  }
  let at = 0;
  for (const character of text) {
    if (taken[at] !== 1) {
      const key = normalForm(character);
      if (key !== '') push('text', key, at, at + character.length);
    }
    at += character.length;
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What is left of a sentence without its values: that it is otherwise the same is judged by this. */
export const frameOf = (tokens: readonly Token[]): string =>
  tokens
    .filter(({ kind }) => kind === 'text')
    .map(({ key }) => key)
    .join('');
