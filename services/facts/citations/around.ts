// What stands around a title: the body named before it, its number and short name in brackets, the articles cited behind it.
// Texts are in normal form.
import { type DocumentNumber, numbersIn } from './number.js';

const body =
  /(?:国务院(?:办公厅|[\p{Script=Han}]{0,8}(?:委员会|部|办))?|中共中央(?:办公厅|国务院)?|全国人(?:民代表)?大(?:会)?(?:常务委员会|常委会)?|最高人民(?:法院|检察院)|(?:[\p{Script=Han}]{0,16}?(?:人民政府|政府)(?:办公厅|办公室)?)|[\p{Script=Han}]{1,20}?(?:部|委|局|厅|委员会|办公厅|办公室|人大常委会|大学|学院|省委|市委|检察院|法院|考试院|医院|总局))(?:等[\d一二三四五六七八九十]{0,3}个?(?:部门|单位|部委|部))?$/u;
const place = /(?:^|[、，,和及与据照彻实合])([\p{Script=Han}]{0,6}[省市县区])$/u;
/** The verb by which a body is said to have made it: 教育部印发的《…》. */
const made =
  /(?:联合)?(?:印发|发布|颁布|制定|公布|下发|颁发|出台|发出|通过|批准|转发|修订)(?:实施|施行|执行)?的?$|的$/u;
/** Words before a body that are no part of its name. */
const before =
  /^.*(?:根据|依据|按照?|依照|遵照|参照|贯彻|落实|执行|符合|违反|结合|适用|关于|以及|日前|同时|印发|转发|下发|附件|现将|学习|宣传|认真|精神|要求|规定|有关|[和与及、，,:：;；在对由将为是向经])(?=.)/u;

/** The body (or the place) that stands right before `start`; null where none does. */
export function issuerBefore(text: string, start: number): string | null {
  const lead = text
    .slice(Math.max(0, start - 44), start)
    .replace(made, '')
    .replace(/\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?$/u, '');
  const run = /[\p{Script=Han}、\d]*$/u.exec(lead.replace(/^.*[》。；\n)]/u, ''))?.[0] ?? '';
  const tail = run.slice(-40);
  const short = tail.replace(before, '');
  const named = body.exec(short)?.[0];
  if (named !== undefined && named.length >= 2) return named;
  const at = place.exec(tail)?.[1] ?? (/^[\p{Script=Han}]{1,6}[省市县区]$/u.test(short) ? short : undefined);
  return at === undefined || at.length < 2 ? null : at;
}

const nestedBrackets = '(?:[^()]|\\([^()]{0,40}\\))';
const bracket = new RegExp(`^(?:文件|精神|的)?[(【](${nestedBrackets}{1,160}?)[)】]`, 'u');
/** （国办发（2015）71号 with brackets that do not close, and a number without any: 《…》国办发〔2015〕71号. */
const numberNext =
  /^(?:(?:文件|精神)?[(【])?(?![的等是以])[\p{Script=Han}A-Za-z]{2,10}[〔[【(〖]\d{4}[〕\]】)〗]?第?\d{1,5}号/u;
const named = /简称:?(?:为)?[《"]?([^《》"()、，,;；:]{2,20})[》"]?/u;
/** （2018年修正）, （试行）, （征求意见稿） behind the marks are part of the title. */
const note =
  /^[(【](?:[^()]{0,14}(?:修订|修正|修改)|(?:19|20)\d{2}年?版?|试行|暂行|修订稿|草案|征求意见稿|送审稿)[)】]$/u;

export interface Beside {
  readonly number: DocumentNumber | null;
  readonly shortName: string | null;
  /** the note of the version; '' without one */
  readonly note: string;
  /** where what belongs to the title ends */
  readonly end: number;
}

export function besideTitle(text: string, end: number): Beside {
  let at = end;
  let number: DocumentNumber | null = null;
  let shortName: string | null = null;
  let version = '';
  for (let i = 0; i < 3; i++) {
    const ahead = text.slice(at, at + 200);
    const words = (bracket.exec(ahead) ?? (number === null ? numberNext.exec(ahead) : null))?.[0];
    if (words === undefined) break;
    const [found] = numbersIn(words.replace(/^(?:文件|精神|的)?[(【]?/u, ''));
    if (number === null && found) number = { body: found.body, year: found.year, serial: found.serial };
    shortName ??= named.exec(words)?.[1] ?? null;
    if (note.test(words)) version = words;
    at += words.length;
    if (text[at] === ')' || text[at] === '】') at++;
  }
  return { number, shortName, note: version, end: at };
}

/** An order named before the title: 2004年8月30日上海市人民政府令第32号发布的《…》. */
export function numberBefore(text: string, start: number): (DocumentNumber & { readonly start: number }) | null {
  const from = Math.max(0, start - 60);
  const lead = text.slice(from, start);
  const tail = /号\)?(?:文件?)?(?:公布|发布|颁布|印发|批准|修改|修订|下发)?(?:施行|实施)?的?$/u.exec(lead);
  if (!tail) return null;
  const found = numbersIn(lead).at(-1);
  if (!found || found.end < tail.index) return null;
  return { body: found.body, year: found.year, serial: found.serial, start: from + found.start };
}

const n = '[\\d一二三四五六七八九十百零〇]{1,6}';
const one = `第${n}条(?:之[一二三四五])?(?:第${n}款)?(?:第?[(]?${n}[)]?项)?`;
const articles = new RegExp(`^(?:中|里)?(?:的|有关)?((?:${one}(?:、|和|及|与|，|,|以及|至|到|-)?)+)`, 'u');

export function articlesBehind(text: string, end: number): string[] {
  const run = articles.exec(text.slice(end, end + 120))?.[1];
  return run === undefined ? [] : [...run.matchAll(new RegExp(one, 'gu'))].map(([words]) => words);
}
