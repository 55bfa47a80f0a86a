// Things and people that are counted: 新建幼儿园20所, 打造20个基地, 招聘教师200名.
// A quantity that a noun follows counts that noun; one that a stop follows counts the noun before it.
import { indicatorName } from '../indicator-name.js';
import { type Around, clauseOf, type NameReader } from './around.js';
import { phraseBefore, withoutBrackets, withoutTimes } from './phrase.js';
import { procedure } from './procedure.js';

/** Verbs that set something up; the quantity is what there will be. */
const sets =
  '建设|建有|设有|开办|建成|建好|建立|建|办好|创建|争创|创成|打造|设立|设置|配备|配齐|聘请|聘任|认定|评审|遴选|抓好|共有|现有|已有|评选|评定|命名|选树|培育|培养|培训|招收|组建|组织|开展|举办|实施|开工|完成|指派|选派|派出|扶持|推出|落实|获得|拥有|开设|启动|改造|惠及';
/** Verbs that say that it is added to what there was, or changed: they stay in the name. */
const adds =
  '资助|新改扩建|新开办|新建|改建|扩建|改扩建|改、扩、建|迁建|续建|新增(?!就业)|增加(?![到至])|增设|补充|扩招|招聘|引进|改造|惠及|撤并|新开工';
const verb = `(?:${adds}|${sets})`;
const verbs = new RegExp(`${verb}(?:[、和及或]?(?:${verb}))*(?:了|各类|一批|约|至少|不少于|不低于|超过)?`, 'gu');

/** What is counted: the end of a name that needs no verb. */
const countable =
  /(?:学位|幼儿园|普高|学校|中小学|小学|初中|高中|院校|高校|(?<!宅)基地|中心|工作室|工作坊|专业|艺术团|社团|教师|医生|教研员|督学|教室|项目|示范校|特色校|毕业生|实验室|图书|教学点|寄宿生|场次|人次|人数|扩招|培训|招生计划|计划|招生|规模|新生|在校生|留学生|就业|集团|食堂|课程|站点|校长|班主任|学生|幼儿|儿童|名师|人才|场馆|小区|住房|公租房|宿舍|床位|班级|教学班|人口|[坊室团队站馆厅])$/u;
const vague = /^(?:学校|教师|项目|学生|专业|计划|课程|专项|人|单位|年级)$/u;
/** Not even 新增项目 says what of. */
const abstract = /^(?:项目|事项|方面|问题|措施|部门|工作|机制|体系|层次)$/u;
/** Of these a few are a standard to be kept. */
const staff = /(?:教师|教研员|督学|校长|辅导员|管理员|工作人员|保安|校医|医生|教练)(?:数|人数)?$/u;
/** A handful of people is a rule about a case, unless it is said to be set up. */
const MANY = 100;
/** 新建初中2所，小学5所: so short an item goes on with the verb before a comma */
const SHORT = 6;
const units = /^(?:[个所处人间座家台套支位场]|人次)$/u;

/** The verb just before a quantity: 建设了20个… */
const ending = new RegExp(`(?:${verbs.source})+$`, 'u');

const trains = /培训(?:了|约|至少|不少于|不低于|超过)?$/u;

interface Acted {
  /** 新建、改扩建, without its marks; empty where the verb is no part of a name */
  readonly kept: string;
  /** behind the verb */
  readonly object: string;
  /** 培训教师500名 counts a training, not teachers */
  readonly training: boolean;
}

const keptOf = (led: string): string =>
  [...led.replace(/改、扩、建/gu, '改扩建').matchAll(new RegExp(adds, 'gu'))]
    .map(([found]) => found)
    .join('')
    .replace('增加', '新增');

/** The last verb of the phrase that ends `text`, with its object. */
function actedIn(text: string): Acted | null {
  const clause = /[^，,；;：:。]*$/u.exec(text)?.[0] ?? '';
  let noun: string | null = null;
  for (const match of [...clause.matchAll(verbs)].toReversed()) {
    const object = clause.slice(match.index + match[0].length);
    // 培训基地, 建设项目, 建筑: the verb is the noun's own
    if (/^(?:基地|项目|中心|计划|工程|的|筑|档|议)/u.test(object)) {
      noun = `${match[0]}${object}`;
      continue;
    }
    if (phraseBefore(object) === '') continue; // 校长教师培训3万人次: a noun
    return { kept: keptOf(match[0]), object, training: trains.test(match[0]) };
  }
  return noun === null ? null : { kept: '', object: noun, training: false };
}

/** 、市级示范基地3处: an item of a list has the verb of the items before it. */
function inherited({ behind, since }: Pick<Around, 'behind' | 'since'>): Acted | null {
  if (!/^\s*(?:[、，,和及与]|其中)/u.test(since)) return null;
  const clause = clauseOf(behind.slice(0, behind.length - since.length));
  const last = [...clause.matchAll(verbs)].at(-1);
  return last ? { kept: keptOf(last[0]), object: '', training: /^\s*、/u.test(since) && trains.test(last[0]) } : null;
}

/** 在全市具有影响力的学生社团: what leads up to 的 says which, and is no part of the name. */
const which = /^(?!.*(?:以上|职务|职称|资格|学历)).*(?:各具|具有|拥有|富有|符合|适合|体现|反映|面向).*的(?=.{3,})/u;

function named(kept: string, object: string, training = false): string | null {
  const bare = object.replace(/(?:各|数|数量|人数|总数|等|(?<!招生总?)总?规模|任务|目标)$/u, '').replace(which, '');
  const name = indicatorName(training && !bare.endsWith('培训') ? `${bare}培训` : bare);
  return name.length < 2 || vague.test(kept + name) || abstract.test(name) ? null : `${kept}${name}`;
}

/** 省级基地4个，市级10个: only the rank is said anew */
const rank = /^(?:国家|省|市|县|区|校)级$/u;
const ranks = /^(?:[、和](?:国家|省|市|县|区|校)级\d+[个所名])+([\p{Script=Han}]{3,16})/u;
const ranked = /^(?:国家|省|市|县|区|校)级.{2,}/u;

/** 打造20个美育综合培训基地; 组织1.5万名教师参加岗位培训: 教师岗位培训 */
const after: NameReader = ({ since, next, quantity, behind, previous }) => {
  const noun =
    /^(?:以上|左右|以内)?的?([\p{Script=Han}“”"、]{2,24}?)(?=(?:参加|开展|接受|有效|担任|达到|成为|入选|通过|完成|到|赴|作?为)|[，,。；;：:（(]|、\d|[、和及与]?$)/u.exec(
      next,
    );
  if (!noun?.[1] || /^[、和及与至]|^各(?!具)|^(?:目标|任务)/u.test(noun[1])) return null;
  const ahead = withoutTimes(withoutBrackets(since)).trimEnd();
  // 建成甲、乙、丙等29个幼儿园: the verb stands before those that are named
  const led = ending.exec(/等$/u.test(ahead) ? (verbs.exec(ahead)?.[0] ?? '') : ahead)?.[0];
  verbs.lastIndex = 0;
  const inAll = /(?<!公)共$/u.test(ahead);
  // 建立3个示范区、30所特色学校: an item of a list, behind the noun of the one before
  const listed = previous !== null && /^[^，,；;。]{0,24}[、，,和及与]\s*$/u.test(since) && countable.test(noun[1]);
  // 县级1000个工作室, behind 省级50个、市级200个、
  const ranking = rank.exec(phraseBefore(since).replace(/^、/u, ''))?.[0];
  if (ranking) return named('', `${ranking}${noun[1]}`);
  if (led === undefined && !listed && !(inAll && countable.test(noun[1]))) return null;
  if (/[一二三四五六七八九十两]/u.test(quantity.unit) || (!countable.test(noun[1]) && quantity.spelt)) return null;
  const activity = /^(?:参加|开展|接受)([\p{Script=Han}]{2,12}(?:培训|活动|研修|轮岗|试点))/u.exec(
    next.slice(next.indexOf(noun[1]) + noun[1].length),
  )?.[1];
  const become = /^作?为(?:[^，,。；;、]{0,30}的)?([\p{Script=Han}]{2,16})(?=[，,。；;、]|$)/u.exec(
    next.slice(next.indexOf(noun[1]) + noun[1].length),
  )?.[1];
  if (become) return named('', become);
  const kept = led === undefined ? (inherited({ since, behind })?.kept ?? '') : keptOf(led);
  return named(kept, `${noun[1]}${activity ?? ''}`, led !== undefined && trains.test(led));
};

const before: NameReader = (around) => {
  const { since, next, quantity, previous } = around;
  const stands = next.replace(
    /^(?:以上|左右|以内|的目标|目标|任务)+|^(?:增加|增长|提高|减少|下降|扩大|增|升|降)[到至].*/u,
    '',
  );
  if (/^的?[\p{Script=Han}]{2}/u.test(stands)) return null;
  const plain = withoutBrackets(withoutTimes(since));
  const acted = actedIn(plain.replace(/(?:要|应|须)?达到?(?:了)?$/u, ''));
  const object = phraseBefore(acted?.object ?? plain).replace(/^(?:[、，,和及与]|其中)+|(?<=[^人]{2})数量?$/gu, '');
  // 建成省级50个、市级200个、县级1000个工作室: the noun stands behind the last
  const noun = ranks.exec(around.rest)?.[1];
  if (rank.test(object) && noun) return named('', `${object}${noun}`);
  if (rank.test(object) && previous) return previous.replace(/(?:国家|省|市|县|区|校)级/u, object);
  if (acted && object.length >= 2 && (countable.test(object) || !quantity.spelt))
    return named(acted.kept, object, acted.training);
  const same = previous === null ? null : inherited(around);
  const listed = /^\s*(?:[、和及与]|[，,]?其中)/u.test(since);
  if (same && object.length >= 2 && (listed || (countable.test(object) && object.length <= SHORT)))
    return named(same.kept, object, same.training);
  if (!countable.test(object)) return null;
  // 省级特色学校4所，市级10所；: an item that stands alone behind a semicolon
  if (ranked.test(object) && phraseBefore(around.behind) === object) return named('', object);
  const bound = quantity.comparison !== 'equal' && (quantity.unit !== '人' || staff.test(object));
  return quantity.value >= MANY || bound || /每[百千万]/u.test(plain) ? named('', object) : null;
};

export const counts: NameReader = (around) => {
  const { quantity, behind, rest } = around;
  // 建设一支队伍: 一 is an article
  if (quantity.spelt && quantity.value === 1 && quantity.comparison === 'equal') return null;
  if (!units.test(quantity.unit) || procedure.test(clauseOf(behind) + rest.split(/[；;。]/u, 1)[0])) return null;
  return after(around) ?? before(around);
};
