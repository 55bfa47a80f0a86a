// Which indicator a quantity is of: the readers of names, each of one form of sentence, in the order they are asked.
import { indicatorName } from '../indicator-name.js';
import { type Around, clauseOf, type NameReader } from './around.js';
import { counts } from './counts.js';
import { courseHours, hourShare } from './course-hours.js';
import { money } from './money.js';
import { amount, classSize, measure, ratio } from './per-head.js';
import { phraseBefore, saysNothing, withoutPredicate } from './phrase.js';
import { aim, growth, rate } from './rates.js';
import { sharedHead } from './shared-heads.js';
import { besides, completion, coverage, partThat, portionOf, setApart, subjectThat, wholeThat } from './shares.js';

/** 国内生产总值增长5%，总量达到140万亿元 */
const bareMeasure = /^(?:总量|总额|总数|总规模|总值)$/u;
const people = /(?:[者员生师户人]|儿童|幼儿|家庭|干部)$/u;
/** 达到94.2%，比2016年提高5.4个百分点: the same indicator, said of another year or in another way. */
const same: NameReader = ({ since, next, previous, quantity }) =>
  previous !== null &&
  // 资助学生3000名、每人1000元: another thing of theirs
  !(quantity.unit === '元' && people.test(previous)) &&
  (saysNothing(since) || bareMeasure.test(phraseBefore(since))) &&
  !/^的?(?!以上|以内|左右)\p{Script=Han}{2}/u.test(next)
    ? previous
    : null;

/** 班额小学不超过45人、初中不超过50人: only the level is said anew. */
const otherLevel: NameReader = ({ since, previous, quantity }) => {
  const said = phraseBefore(since).replace(/^[、和及与，,]+|(?:阶段|学校)$/gu, '');
  const before = /^(.{0,4}?)(小学|初中|高中|普通高中|幼儿园|学前教育)(.{2,})$/u.exec(previous ?? '');
  const level = /^(.{0,4}?)(小学|初中|高中|普通高中|幼儿园|学前教育)$/u.exec(said);
  if (!before || !level || /^[所个座]$/u.test(quantity.unit)) return null;
  return level[1] === '' || level[1] === before[1] ? `${before[1]}${level[2]}${before[3]}` : null;
};

/** 公用经费标准提高到小学720元、初中940元: the level stands behind what compares. */
const levelBehind: NameReader = ({ since }) => {
  const found =
    /^(.{4,}(?:[到至为是率]|比例|面积|标准|经费|时间|达到?|分别|超过|低于|少于|：|:))(小学|初中|普通高中|高中)(?:阶段|学校)?$/u.exec(
      withoutPredicate(clauseOf(since)).trim(),
    );
  const name = indicatorName(
    phraseBefore(found?.[1]?.replace(/[：:]$/u, '').replace(/占[^，,]*(?=(?:比例|比重)$)/u, '') ?? ''),
  );
  return found && name.length >= 2 ? `${found[2]}${name}` : null;
};

/** …应当达到5%，不举办高中的区应当达到10%: the same of others. */
const otherHolder: NameReader = ({ since, previous, quantity }) => {
  if (previous === null || quantity.comparison === 'equal') return null;
  const holder = phraseBefore(since).replace(/^[、和及与，,]+/u, '');
  if (/^(?:农村|城市|城镇|乡村|山区|[东中西]{1,2}部(?:地区)?)$/u.test(holder)) return `${holder}${previous}`;
  return /的(?:[市县区]|地区|乡镇)$|^(?:中心|主|新|老)?城区$/u.test(holder) ? previous : null;
};

const readers: readonly NameReader[] = [
  hourShare,
  ratio,
  sharedHead,
  same,
  otherLevel,
  otherHolder,
  levelBehind,
  completion,
  setApart,
  rate,
  portionOf,
  coverage,
  partThat,
  wholeThat,
  besides,
  subjectThat,
  aim,
  growth,
  classSize,
  measure,
  amount,
  money,
  courseHours,
  counts,
];

export function indicatorsOf(around: Around): readonly string[] {
  for (const reader of readers) {
    const names = reader(around);
    if (names !== null) return typeof names === 'string' ? [names] : names;
  }
  return [];
}
