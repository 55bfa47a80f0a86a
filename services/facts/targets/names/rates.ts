// Names that say themselves that they are rates: 毛入园率达到…, 就近入学比例, …占…的比重; and what grows by a share.
import { indicatorName } from '../indicator-name.js';
import { type Around, clauseOf, type NameReader } from './around.js';
import { eachLevel } from './each-level.js';
import { levelIn, withLevel } from './levels.js';
import { phraseBefore, tailOf, withoutActor, withoutBrackets, withoutPredicate, withoutTimes } from './phrase.js';
import { isProcedure } from './procedure.js';

const heads =
  /率(?![先领队])|比例|比重|占比|百分比|(?:覆盖|参与|受教育|受益|普及)面|增速|[增涨降]幅|(?:满意|知晓|活跃|集中|认可|覆盖|植被盖|盖)度|(?<=投入)强度|(?<=化)水平|(?<=补助|补贴|资助|保障|覆盖|享受)范围|(?<=[的数])比率|(?<=[的平])差距/gu;
export const isPercent = ({ quantity }: Pick<Around, 'quantity'>): boolean =>
  quantity.unit === '%' || quantity.unit === '百分点';

/** Characters that may stand between a name and its value, besides what compares: 在现有基础上. */
const BETWEEN = 8;

/** `text` up to the end of the last head of a rate in it; null where none is said of what follows. */
export function uptoHead(text: string): string | null {
  const last = [...text.matchAll(heads)].at(-1);
  if (!last) return null;
  const end = last.index + last[0].length;
  const between = withoutPredicate(withoutTimes(withoutBrackets(text.slice(end))));
  return between.length > BETWEEN || /[，,：:]/u.test(between) ? null : text.slice(0, end);
}

/** 占招生计划的比例, 不低于交流教师总数的比例: what has the share stands before 占 */
const portion = /^(.*?)占[^，]*(?:比例|比重)$/u;
/** 义务教育学校…，覆盖率: a level with which a sentence begins is what it speaks of; one behind its verb may be anything. */
const isSubject =
  /^(?:第[一二三四五六七八九十百零]+条\s*|\d+[.．、]\s*)?(?!开展|推进|实施|加强|落实|完善|健全|深化|推动|坚持|保障|建立|提高).{0,5}(?:学前|幼儿园|义务教育|小学|初中|高中|中职|中等职业|职业院校|高校|高等)/u;
const ownLevel = /入园|毛入学|巩固率|失业|城镇化/u;

export const rate: NameReader = (around) => {
  const { since, behind } = around;
  if (!isPercent(around)) return null;
  const clause = withoutBrackets(clauseOf(since));
  const headed = uptoHead(clause);
  if (headed === null || isProcedure(clause)) return null;
  const whole = tailOf(withoutTimes(withoutBrackets(headed)));
  const holder = portion.exec(whole)?.[1];
  const { who, name: phrase } = withoutActor(holder ? `${holder.replace(/(?:人数|数)$/u, '')}比例` : whole);
  // 床位…，占全市床位总数的比例从12%提高到18.5%: what has the share is named before
  if (/^占/u.test(phrase)) return around.previous === null ? null : `${around.previous}比例`;
  const several = holder ? null : eachLevel(phrase);
  if (several) return several;
  const name = who === '' ? indicatorName(phrase) : withLevel(indicatorName(phrase), who);
  if (name.length < 3 || /^的?(?:比例|比重|占比|增速|增幅)$/u.test(name)) return null;
  const opening =
    (behind.slice(0, behind.length - since.length) + since.slice(0, since.lastIndexOf(whole))).split(
      /[，,；;：:]/u,
    )[0] ?? '';
  // 高中阶段毛入学率91%，社区教育覆盖率25%: the level of another figure
  if (ownLevel.test(name) || !isSubject.test(opening) || /\d/u.test(opening)) return name;
  // 高校设立中心，中小学设立辅导室，…知晓率: two subjects, of neither alone
  const between = since.slice(opening.length, Math.max(opening.length, since.lastIndexOf(whole)));
  const other = behind === since ? levelIn(between) : '';
  return other !== '' && other !== levelIn(opening) ? name : withLevel(name, opening);
};

/** 教科研经费 and 竞赛经费: names of their own, with one ending */
const sameKind = (parts: readonly string[]): boolean =>
  parts.every((part) => part.length > 2 && part.slice(-2) === parts[0]?.slice(-2));

/** 经济增长预期目标为5%左右 */
export const aim: NameReader = (around) => {
  const aimed = /^(.{2,})(?:预期|主要|年度)目标$/u.exec(phraseBefore(around.since))?.[1];
  return isPercent(around) && aimed ? indicatorName(aimed) : null;
};

/** 教科研经费增长15%, 国内生产总值增长5%左右: the value is the change. */
export const growth: NameReader = (around) => {
  const { since, quantity } = around;
  if (!isPercent(around) || !/^(?:up|down)$/u.test(quantity.comparison) || isProcedure(clauseOf(since))) return null;
  const phrase = withoutPredicate(phraseBefore(since).replace(/在(?:原[有定]?|现有)?[^，]{0,4}基础上?$/u, ''));
  const name = indicatorName(phrase).replace(/^(?:安排|完成)(?=.{3})/u, '');
  if (name.length < 2) return null;
  const each = /[各均都][^，,]{0,4}$/u.test(since);
  const parts = phrase.split(/[、和及与]/u);
  return each && parts.length > 1 && sameKind(parts) ? parts.map(indicatorName) : name;
};
