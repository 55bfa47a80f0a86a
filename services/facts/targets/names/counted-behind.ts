// Things and people counted by a quantity that a noun follows: 打造20个基地, 新建10所小学、5所初中.
import type { NameReader } from './around.js';
import { countable, MANY, named, rank } from './counted-nouns.js';
import { forEachBefore } from './for-each.js';
import { phraseBefore, withoutBrackets, withoutTimes } from './phrase.js';
import { inherited, keptOf, trains, verbBefore } from './set-up.js';

const stops = '[，,。；;、]|$';
const nounBehind =
  /^(?:以上|左右|以内)?的?([\p{Script=Han}“”"、]{2,24}?)(?=(?:建有|开设|参加|实行|招收|填报|全部|荣获|获|被|由|建成|(?<![提上晋])升|直接|实现|稳定|执业|负责|承担|从事|开展|接受|有效|担任|达到|成为|入选|通过|完成|到|赴|作?为)|[，,。；;：:（(]|、\d|[、和及与]?$)/u;
const noNoun = /^[、和及与至]|^各(?!具)|^(?:目标|任务)/u;
/** 组织1.5万名教师参加岗位培训 counts 教师岗位培训. */
const activity = /^(?:参加|开展|接受)([\p{Script=Han}]{2,12}(?:培训|活动|研修|轮岗|试点))/u;
/** 5575万农村人口实现脱贫, 1.2亿人口直接受益 */
const accomplished = /^(?:直接|全部|稳定)?(?:实现)?(受益|脱贫|就业|摘帽)/u;
/** 遴选30所学校作为劳动教育实验校 counts what they become. */
const become = new RegExp(`^作?为(?:[^，,。；;、]{0,30}的)?([\\p{Script=Han}]{2,16})(?=${stops})`, 'u');
/** 建立3个示范区、30所特色学校: an item of a list, behind the noun of the one before */
const item = /^[^，,；;。]{0,24}[、，,和及与]\s*$/u;

/** 按照每千人口不少于1名的标准配备乡村医生 */
const standard = /^的(?:标准|比例|要求)(?:配备|配置|设置)/u;

/** 全市共有, 至少应当有: no verb that sets up, but the noun is counted. */
const has = /(?:(?<!公)共|[国省市区县校]有|(?:至少|应当?|须|要)有)$/u;
const passes = /^(?:由|被|获|荣获|通过|完成|建成|达到|入选|实现|成为)/u;
/** 40个单元由Ⅳ类升为Ⅲ类: what becomes of them says which. */
const changed = /^由([^，,；;。]{1,12}(?:升|转|变|改|调整)[为至到][^，,；;。]{1,12})/u;
/** 分别创建30所“特色学校”和“示范学校” */
const quoted = /(?<=[”"])[和、与及](?=[“"])/u;
/** 5000名教师参加培训: it opens its clause. */
const opensClause = (since: string): boolean =>
  /(?:^|[，,；;：:])\s*(?:全[国省市区县校]|有)?$/u.test(withoutTimes(since));

export const countedBehind: NameReader = ({ since, next: following, quantity, behind, rest, previous }) => {
  const next = withoutBrackets(following.replace(standard, ''));
  const noun = nounBehind.exec(next)?.[1];
  if (!noun || noNoun.test(noun)) return null;
  // 四个主城区人口达350万人: the figure is the next one
  if (quantity.spelt && next.endsWith(noun) && rest.length > following.length) return null;
  const each = forEachBefore(since);
  if (each) return named('', `${each}${noun}`);
  // 县级1000个工作室, behind 省级50个、市级200个、
  const ranking = rank.exec(phraseBefore(since).replace(/^、/u, ''))?.[0];
  if (ranking) return named('', `${ranking}${noun}`);
  // 完成全市1970名教师培训
  const ahead = withoutTimes(withoutBrackets(since))
    .trimEnd()
    .replace(/全[国省市区县校]$/u, '');
  const verb = verbBefore(ahead);
  const counts = countable.test(noun.replace(/[”"]$/u, ''));
  const inList = previous !== null && item.test(since);
  const then = next.slice(next.indexOf(noun) + noun.length);
  // 抓好10所特色学校、5所承办校: the verb of the first stands over them all
  const first = inList && !quantity.spelt ? inherited({ since: '、', behind }) : null;
  const acts = quantity.value >= MANY && opensClause(since) && /^[\p{Script=Han}]/u.test(then);
  const listed = first !== null || (counts && (acts || inList || has.test(ahead)));
  // 实验小学等12所小学通过验收: some are named, and all are counted
  if (verb === null && /等$/u.test(ahead) && !quantity.spelt && passes.test(then)) {
    return named('', `${changed.exec(then)?.[1] ?? ''}${noun}`);
  }
  if ((verb === null && !listed) || (quantity.spelt && !counts)) return null;
  // 应有两名以上督学参加: who must be there
  if (verb === null && /^(?:参加|参与|到场|在场|陪同)/u.test(then)) return null;
  const done = accomplished.exec(then)?.[1];
  if (done) return named('', done === '受益' ? `${done}${noun}` : `${noun}${done}`);
  const became = become.exec(then)?.[1];
  if (became) return named('', became);
  if (verb !== null && quoted.test(noun) && /分别$/u.test(ahead.slice(0, -verb.length))) {
    return noun.split(quoted).flatMap((part) => named(keptOf(verb), part) ?? []);
  }
  const kept = verb === null ? ((first ?? inherited({ since, behind }))?.kept ?? '') : keptOf(verb);
  return named(kept, `${noun}${activity.exec(then)?.[1] ?? ''}`, verb !== null && trains.test(verb));
};
