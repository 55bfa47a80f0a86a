// What a document goes by among its versions and editions: its title without notes of the version, and without the year.

import { normalForm } from '../domain/text.js';
import { indexForm } from '../language/segment.js';

export interface DocumentName {
  /** the title without what tells versions apart: （2018修正）, （试行）, （征求意见稿）; without signs, and without the body that stands before 关于 */
  readonly base: string;
  /** a draft laid open for comment, or a bill */
  readonly draft: boolean;
  /** the title is that of rules that stand until they are changed: 法, 条例, 办法, … */
  readonly rule: boolean;
  /** `base` without years, issuers and region; equal among editions of one yearly document */
  readonly edition: string;
  /** year, or last year, of the edition that the title names */
  readonly year: number | null;
}

const MAX_TITLE = 300;
const draftWords = /征求意见|征集意见|草案|送审稿|讨论稿|审议稿|修订稿|起草稿|(?:初|草)稿/u;
/** 关于公开征求《…》意见的公告 */
const consultation =
  /(?:征求|征集|听取).{0,12}《([^《》]{4,})》.{0,12}(?:意见|建议)|《([^《》]{4,})》.{0,8}(?:征求|征集|听取).{0,12}(?:意见|建议)/u;
/** 关于印发《…》的通知: the 通知 only carries what it issues. */
const issuing = /(?:印发|发布|公布|颁布|颁发)(?:新?修[订正]的)?《([^《》]{4,})》/u;
/** 印发…办法的通知, without the marks */
const issuingBare =
  /(?:印发|发布|公布|颁布)([^《》]{6,}(?:办法|规定|细则|条例|规则|章程|规程|方案|意见|规划|计划|纲要|标准|指南|指引|要点)(?:[（(][^（）()]{1,20}[）)])?)的(?:通知|公告|通告|决定)$/u;
const forwarding = /转发|修改|废止|解读|学习|宣传|贯彻|说明/u;
const note =
  /[（([【［]([^（）()【】[\]［］]{0,40})[）)\]】］]$|(?:(?:19|20)\d{2}年?(?:\d{1,2}月)?)?(?:修正|修订)(?:版|本)?$|(?:征求意见稿|征集意见稿|草案|送审稿|讨论稿|审议稿|修订稿|起草稿|全文)$/u;
const ofVersion =
  /修正|修订|修改|制定|通过|公布|施行|发布|试行|暂行|草案|稿|意见|全文|正文|年版|版本|最新|有效|废止|失效|^(?:19|20)\d{2}年?$|^(?:19|20)\d{2}[-.年]\d{1,2}[-.月]\d{1,2}日?$/u;
const ruleEnds =
  /(?:(?<!办|方|做|看|想|说|语|书)法|法典|条例|办法|规定|细则|规则|规程|章程|准则|守则|规范|标准|课程方案)$/u;

const chineseDigits = '〇零一二三四五六七八九';
const digitOf = (character: string): number => Math.max(0, chineseDigits.indexOf(character) - 1);
const yearOf = (text: string): number =>
  /^\d/u.test(text) ? Number(text) : Number([...text.replaceAll('○', '〇')].map(digitOf).join(''));
const aYear = `(?:19|20)\\d{2}|(?:二[〇○零]|一九)[〇○零一二三四五六七八九]{2}`;
/** A year with what makes it one: 2023年, 2023—2024学年, （2018—2020年）, 2024级. Numbers like 2000名 are none. */
const years = new RegExp(
  `(?<!\\d)(${aYear})(?:年?(?:-|—|–|~|至|到)+(${aYear}|\\d{2}(?!\\d)))?(学年度?|年度?|级|届|春|秋)`,
  'gu',
);
/** …目录（2022年版）: of what is no rule, another year's is another edition. */
const yearNote = /[（(]((?:19|20)\d{2})年?版?[）)]/u;
const fiveYears = /十([一二三四五六七八九])五/gu;

/** Takes off notes of the version, one by one; what they say about being a draft is kept. */
function withoutNotes(title: string): { text: string; notes: string } {
  let text = title;
  let notes = '';
  for (let i = 0; i < 5; i++) {
    const found = note.exec(text);
    if (!found || found.index < 4 || (found[1] !== undefined && !ofVersion.test(found[1]))) break;
    notes += found[0];
    text = text.slice(0, found.index);
  }
  return { text, notes };
}

/** `issuers` and the region's name are left out of the edition's name, since a title may or may not begin with them. */
export function nameOf(title: string, issuers: readonly string[], region: string | null): DocumentName {
  // normalForm folds every quote into one; the marks 《》 stay.
  const normal = normalForm(indexForm(title.slice(0, MAX_TITLE))).replace(/^《([^《》]+)》$/u, '$1');
  const asked = consultation.exec(normal);
  const issued = forwarding.test(normal.replace(/《[^《》]*》/gu, ''))
    ? null
    : (issuing.exec(normal) ?? issuingBare.exec(normal));
  const inner = asked?.[1] ?? asked?.[2] ?? issued?.[1];
  const { text, notes } = withoutNotes(inner ?? normal);
  const draft =
    asked !== null || draftWords.test(notes) || (inner !== undefined && draftWords.test(withoutNotes(normal).notes));
  let year: number | null = null;
  const dated = text
    .replace(years, (_, first: string, last: string | undefined, unit: string) => {
      const end =
        last === undefined
          ? yearOf(first)
          : last.length === 2
            ? Math.floor(yearOf(first) / 100) * 100 + Number(last)
            : yearOf(last);
      year = Math.max(year ?? 0, end);
      return unit.startsWith('学') ? '{学年}' : '{年}';
    })
    .replace(fiveYears, (_, n: string) => {
      year = Math.max(year ?? 0, 2005 + 5 * digitOf(n));
      return '{五年}';
    });
  const rule = year === null && ruleEnds.test(text);
  const noted = rule || year !== null ? undefined : yearNote.exec(notes)?.[1];
  if (noted !== undefined) year = Number(noted);
  return {
    base: plain(text),
    draft,
    rule,
    edition: bare(noted === undefined ? dated : `${dated}{年}`, issuers, region),
    year,
  };
}

/** 云州省教育厅关于…: who wrote it is known by the place; in 教育厅议事规则 the name is part of the title. */
const author = /^[^《》]{2,60}?(?:院|部|委|局|厅|会|府|办|室|司|处|中心|大学|学校|公司)(?=关于)/u;
const plain = (text: string): string =>
  text
    .replace(/["“”、，,·]/gu, '')
    .replace(author, '')
    .replace(/^(?:关于|印发|做好|的)+/u, '');

function bare(text: string, issuers: readonly string[], region: string | null): string {
  const names = [...issuers, ...(region ? [region] : [])].map((name) => normalForm(indexForm(name)));
  let rest = text;
  for (const name of names.sort((a, b) => b.length - a.length)) if (name.length >= 2) rest = rest.replaceAll(name, '');
  return plain(rest);
}
