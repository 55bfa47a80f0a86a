// Hours and credits of courses, and the share of all hours that a course takes.
import { indicatorName } from '../indicator-name.js';
import { clauseOf, type NameReader } from './around.js';
import { levelIn, withLevel } from './levels.js';
import { withoutBrackets } from './phrase.js';
import { procedure } from './procedure.js';

/** 艺术课程课时总量不低于总课时的9%, 按总课时的11%开设艺术课程 */
export const hourShare: NameReader = ({ quantity, behind, sentence, next }) => {
  if (quantity.unit !== '%') return null;
  if (!/课时[^，,；;。]{0,8}$|课时[^；;。]{0,24}的占到$/u.test(withoutBrackets(behind))) return null;
  const subjects = /(艺术|美育|音乐|体育|劳动教育|书法|思政)(?:类)?课程/gu;
  const subject = [...behind.matchAll(subjects)].at(-1)?.[1] ?? [...next.matchAll(subjects)][0]?.[1] ?? null;
  const level = levelIn(
    sentence.slice(0, quantity.start).replace(/义务教育(?:阶段)?(?:学校)?(?:艺术|美育)课程(?:总?课时|总量)/gu, ''),
  );
  return subject ? `${level}${subject}课程课时比例` : null;
};

const subject =
  '艺术|美育|音乐|美术|体育|劳动(?:实践)?教育|劳动|阅读|科学|书法|心理健康教育|国家安全教育|信息科技|思政';
/** Inside a course's name: no verb, and no other course. */
const inside = '(?:(?!纳入|课|模块|[是为的和])\\p{Script=Han}|、)';
const kind = '课程|课(?!堂|时)|模块';
const course = new RegExp(
  `(?:音乐|美术|体育)课(?:[、和](?:音乐|美术|体育)课)+` +
    `|(?:公共)?(?:${subject})${inside}{0,10}(?:${kind})(?:选修课程?|必修课程?)?|(?:必修|选修)课程?`,
  'gu',
);
const namesIn = (text: string): string[] =>
  [...withoutBrackets(text.replace(/《[^》]*》/gu, '')).matchAll(course)].map(([name]) => name);
/** Credits that are converted, capped or swapped are rules of procedure. */
const converted = /对应|计入|折算|上限|听课|替代|每门|排课|认定|转换/u;

export const courseHours: NameReader = ({ quantity, behind, since, next, rest }) => {
  const { unit } = quantity;
  if (!/^(?:课时|学时|节|学分)$/u.test(unit) || procedure.test(behind) || /[（(]$/u.test(behind)) return null;
  if (converted.test(behind + (unit === '学分' ? next : ''))) return null;
  const ahead = /^(?:以上)?(?:[（(][^）)]*[）)])?(?:的|用于)([^，,；;。]*)/u.exec(rest);
  const named = ahead ? namesIn(ahead[1] ?? '') : [];
  const before = namesIn(clauseOf(behind));
  const own = before.filter((name) => !/^(?:必修|选修)/u.test(name));
  const bare = before.at(-1);
  // 公共艺术课程…，选修课程不低于2个学分: the bare word says which of the courses it is
  const name = named[0] ?? (bare && /^(?:必修|选修)/u.test(bare) && own.length === 0 ? bare : own.at(-1)) ?? bare;
  if (!name) return null;
  if (
    unit !== '学分' &&
    quantity.comparison === 'equal' &&
    (quantity.spelt || !/累计|保证|确保|总课时|周|完成/u.test(clauseOf(since) + clauseOf(behind).slice(-16)))
  )
    return null;
  const weekly = /每周|周课时/u.test(behind.slice(-16)) && unit !== '学分';
  return withLevel(`${indicatorName(name)}${weekly ? '周课时' : unit === '学分' ? '学分' : '课时'}`, behind);
};
