// Things and people that are counted: 新建幼儿园20所, 打造20个基地, 招聘教师200名.
// A quantity that a noun follows counts that noun; one that a stop follows counts the noun before it.
import { indicatorName } from '../indicator-name.js';
import { clauseOf, type NameReader } from './around.js';
import { countable, named, rank, ranked, ranks, staff } from './counted-nouns.js';
import { phraseBefore, withoutBrackets, withoutPredicate, withoutTimes } from './phrase.js';
import { isProcedure } from './procedure.js';
import { actedIn, inherited, keptOf, trains, verbBefore } from './set-up.js';

/** A handful of people is a rule about a case, unless it is said to be set up. */
const MANY = 100;
/** 新建初中2所，小学5所: so short an item goes on with the verb before a comma */
const SHORT = 6;
const units = /^(?:[个所处人间座家台套支位场席张项门户片块]|人次)$/u;
/** A value that is reached or passed, of whatever is counted. */
const told = /^(?:reach|more-than)$/u;

const stops = '[，,。；;、]|$';
const nounBehind =
  /^(?:以上|左右|以内)?的?([\p{Script=Han}“”"、]{2,24}?)(?=(?:建有|开设|参加|实行|招收|填报|全部|荣获|直接|实现|稳定|执业|负责|承担|从事|开展|接受|有效|担任|达到|成为|入选|通过|完成|到|赴|作?为)|[，,。；;：:（(]|、\d|[、和及与]?$)/u;
const noNoun = /^[、和及与至]|^各(?!具)|^(?:目标|任务)/u;
/** 组织1.5万名教师参加岗位培训 counts 教师岗位培训. */
const activity = /^(?:参加|开展|接受)([\p{Script=Han}]{2,12}(?:培训|活动|研修|轮岗|试点))/u;
/** 遴选30所学校作为劳动教育实验校 counts what they become. */
const become = new RegExp(`^作?为(?:[^，,。；;、]{0,30}的)?([\\p{Script=Han}]{2,16})(?=${stops})`, 'u');
/** 建立3个示范区、30所特色学校: an item of a list, behind the noun of the one before */
const item = /^[^，,；;。]{0,24}[、，,和及与]\s*$/u;

/** 每万名居民有2名全科医生, 按照每千人口不少于1名的标准配备乡村医生: for how many is part of the name. */
const forEach = /(每[百千万][名个人所]?(?!分)[\p{Script=Han}]{1,8}?)(?:应当?|须|要)?(?:[拥配]?有|配备|设置|设有?)?$/u;
const standard = /^的(?:标准|比例|要求)(?:配备|配置|设置)/u;

/** 5000名教师参加培训: it opens its clause. */
const opensClause = (since: string): boolean => /(?:^|[，,；;：:])\s*(?:全[国省市区县校]|有)?$/u.test(withoutTimes(since));

const after: NameReader = ({ since, next: following, quantity, behind, previous }) => {
  const next = withoutBrackets(following.replace(standard, ''));
  const noun = nounBehind.exec(next)?.[1];
  if (!noun || noNoun.test(noun)) return null;
  const each = forEach.exec(withoutPredicate(since))?.[1];
  if (each) return named('', `${each}${noun}`);
  // 县级1000个工作室, behind 省级50个、市级200个、
  const ranking = rank.exec(phraseBefore(since).replace(/^、/u, ''))?.[0];
  if (ranking) return named('', `${ranking}${noun}`);
  // 完成全市1970名教师培训
  const ahead = withoutTimes(withoutBrackets(since)).trimEnd().replace(/全[国省市区县校]$/u, '');
  const verb = verbBefore(ahead);
  const counts = countable.test(noun.replace(/[”"]$/u, ''));
  const inList = previous !== null && item.test(since);
  // 抓好10所特色学校、5所承办校: the verb of the first stands over them all
  const acts = quantity.value >= MANY && counts && opensClause(since) && /^[\p{Script=Han}]/u.test(next.slice(next.indexOf(noun) + noun.length));
  const listed = acts || (inList && !quantity.spelt && actedIn(clauseOf(behind)) !== null) || (counts && (inList || /(?:(?<!公)共|[国省市区县校]有|(?:至少|应当?|须|要)有)$/u.test(ahead)));
  if ((verb === null && !listed) || (quantity.spelt && !counts)) return null;
  const then = next.slice(next.indexOf(noun) + noun.length);
  const became = become.exec(then)?.[1];
  if (became) return named('', became);
  // 分别创建30所“特色学校”和“示范学校”
  if (verb !== null && /[”"][和、与及][“"]/u.test(noun) && /分别$/u.test(ahead.slice(0, -verb.length))) {
    return noun.split(/(?<=[”"])[和、与及](?=[“"])/u).flatMap((part) => named(keptOf(verb), part) ?? []);
  }
  const kept = verb === null ? (inherited({ since, behind })?.kept ?? '') : keptOf(verb);
  return named(kept, `${noun}${activity.exec(then)?.[1] ?? ''}`, verb !== null && trains.test(verb));
};

const before: NameReader = (around) => {
  const { since, next, quantity, previous } = around;
  const stands = next.replace(
    /^(?:以上|左右|以内|的目标|目标|任务)+|^(?:增加|增长|提高|减少|下降|扩大|增|升|降)[到至].*/u,
    '',
  );
  if (/^的?[“"]?[\p{Script=Han}]{2}/u.test(stands)) return null;
  const plain = withoutBrackets(withoutTimes(since));
  const acted = actedIn(plain.replace(/(?:要|应|须)?达到?(?:了)?$/u, ''));
  const object = phraseBefore(acted?.object ?? plain).replace(/^(?:[、，,和及与]|其中)+|(?<=[^人]{2})数量?$/gu, '');
  // 建成省级50个、市级200个、县级1000个工作室: the noun stands behind the last
  const noun = ranks.exec(around.rest)?.[1];
  if (rank.test(object) && noun) return named('', `${object}${noun}`);
  if (rank.test(object) && previous) return previous.replace(/(?:国家|省|市|县|区|校)级/u, object);
  const each = /各$/u.test(plain.trimEnd()) ? object.split(/[、和及与]/u) : [];
  // 新建小学、初中各2所
  if (acted && each.length > 1 && each.every((part) => countable.test(part))) {
    return each.map((part) => `${acted.kept}${indicatorName(part)}`);
  }
  if (acted && object.length >= 2 && (countable.test(object) || !quantity.spelt))
    return named(acted.kept, object, acted.training);
  const same = previous === null ? null : inherited(around);
  const listed = /^\s*(?:[、和及与]|[，,]?其中)/u.test(since);
  if (same && object.length >= 2 && (listed || (countable.test(object) && object.length <= SHORT)))
    return named(same.kept, object, same.training);
  const reached = told.test(quantity.comparison) && quantity.from < quantity.start && quantity.value >= MANY && object.length >= 4 && !/[，,、]\s*$/u.test(plain);
  if (!countable.test(object) && !reached) return null;
  // 省级特色学校4所，市级10所；: an item that stands alone behind a semicolon
  if (ranked.test(object) && phraseBefore(around.behind) === object) return named('', object);
  const bound = quantity.comparison !== 'equal' && (quantity.unit !== '人' || staff.test(object));
  return quantity.value >= MANY || bound || /每[百千万]/u.test(plain) ? named('', object) : null;
};

export const counts: NameReader = (around) => {
  const { quantity, behind, rest } = around;
  // 选修1-2门课程, 确定1名申请人: what one person or school does
  if (quantity.value < 10 && (/^[项门]$/u.test(quantity.unit) || /(?:选择|确定)$/u.test(behind))) return null;
  // 建设一支队伍: 一 is an article
  if (quantity.spelt && quantity.value === 1 && quantity.comparison === 'equal') return null;
  if (!units.test(quantity.unit) || isProcedure(clauseOf(behind), rest.split(/[；;。]/u, 1)[0])) return null;
  return after(around) ?? before(around);
};
