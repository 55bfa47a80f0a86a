// Hours and credits of courses, and the share of all hours that a course takes.
import { indicatorName } from '../indicator-name.js';
import { type Around, clauseOf, type NameReader } from './around.js';
import { levelIn, withLevel } from './levels.js';
import { phraseBefore, withoutBrackets } from './phrase.js';
import { isProcedure } from './procedure.js';

/** 艺术课程课时总量不低于总课时的9%, 按总课时的11%开设艺术课程 */
export const hourShare: NameReader = ({ quantity, behind, sentence, next }) => {
  if (quantity.unit !== '%') return null;
  if (!/课时[^，,；;。]{0,8}$|课时[^；;。]{0,24}(?:的占到|课程总量的)$/u.test(withoutBrackets(behind))) return null;
  const subjects = /(艺术|美育|音乐|体育|劳动教育|书法|思政)(?:类)?课程/gu;
  const subject = [...behind.matchAll(subjects)].at(-1)?.[1] ?? [...next.matchAll(subjects)][0]?.[1] ?? null;
  const level = levelIn(
    sentence
      .slice(0, quantity.start)
      .replace(/(?<=占|[于过])义务教育(?:阶段)?(?:学校)?[\p{Script=Han}]{2,4}课程(?:总?课时|总量)/gu, ''),
  );
  return subject ? `${level}${subject}课程课时比例` : null;
};

const subject =
  '艺术|美育|音乐|美术|体育|劳动(?:实践)?教育|劳动|阅读|(?<!本)科学(?!生)|书法|心理健康教育|国家安全教育|信息科技|思政';
/** Inside a course's name: no verb, and no other course. */
const inside = '(?:(?!纳入|课|模块|学校|院校|专业|学生|教师|[是为的和])\\p{Script=Han}|、)';
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

/** The course that hours or credits are of. */
function courseOf({ behind, since, rest }: Around): string | null {
  const ahead = /^(?:以上)?(?:[（(][^）)]*[）)])?(?:的|用于)([^，,；;。]*)/u.exec(rest)?.[1];
  const named = namesIn(ahead ?? '')[0];
  if (named) return named;
  // 劳动教育不少于32学时: no course is named, what is taught is
  const taught = /([\p{Script=Han}]{2,6}教育)$/u.exec(phraseBefore(since))?.[1];
  if (taught && namesIn(clauseOf(since)).length === 0) return taught;
  // 公共艺术课程…，选修课程不低于2个学分: a bare word for the kind gives way to the course that it is of
  const before = namesIn(clauseOf(behind));
  return before.filter((name) => !bareKind.test(name)).at(-1) ?? before.at(-1) ?? null;
}
const bareKind = /^(?:必修|选修)/u;

export const courseHours: NameReader = (around) => {
  const { quantity, behind, since, next } = around;
  const { unit } = quantity;
  if (!/^(?:课时|学时|节|学分)$/u.test(unit) || isProcedure(behind) || /[（(]$/u.test(behind)) return null;
  if (converted.test(behind + (unit === '学分' ? next : ''))) return null;
  const said = clauseOf(since) + clauseOf(behind).slice(-16);
  const bareFigure = unit !== '学分' && quantity.comparison === 'equal';
  if (bareFigure && (quantity.spelt || !/累计|保证|确保|总课时|周|完成/u.test(said))) return null;
  const course = courseOf(around);
  if (course === null) return null;
  const measure = unit === '学分' ? '学分' : /每周|周课时/u.test(behind.slice(-16)) ? '周课时' : '课时';
  // 音乐、美术课各不少于2节: so much of each
  const parts = course.replace(/课程?$/u, '').split('、');
  const each = parts.length > 1 && /各[^，,；;。]{0,6}$/u.test(behind);
  const names = each ? parts.map((part) => `${part}课程`) : [course];
  return names.map((name) => withLevel(`${indicatorName(name)}${measure}`, behind));
};
