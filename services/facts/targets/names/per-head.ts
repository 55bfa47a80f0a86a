// What is measured for each: class size, ratios of teachers, time and years, and room for a pupil.
import { indicatorName } from '../indicator-name.js';
import { clauseOf, type NameReader } from './around.js';
import { levelIn, withLevel } from './levels.js';
import { phraseBefore, withoutBrackets } from './phrase.js';
import { isProcedure } from './procedure.js';

export const classSize: NameReader = ({ quantity, since, behind }) => {
  // 每班学生不超过45人
  const each =
    quantity.comparison === 'at-most' && /(?:每班|班级)(?:学生)?(?:人数)?(?:不|控制|最)[^，,。；;]{0,4}$/u.test(since);
  if (quantity.unit !== '人' || !(each || /(?:班额|学额)[^，,。；;]{0,12}$/u.test(since))) return null;
  if (/突破/u.test(since)) return null; // 需突破40人班额的: an exception to the rule
  return `${levelIn(behind)}班额`;
};

const ratios = /(?:师生比|生师比|教职工与[^，,。；;]{0,12}(?:幼儿|学生)(?:之|的)?比例?|师幼比)[^，,。；;]{0,8}$/u;
export const ratio: NameReader = ({ quantity, since, behind }) => {
  // 生机比达到6:1
  const named = /([师生]机比|[普职]{2}比|医教比)[^，,；;。]{0,6}$/u.exec(since)?.[1];
  if (quantity.unit === '比' && named) return named;
  const head = quantity.unit === '比' ? ratios.exec(since)?.[0] : undefined;
  if (!head) return null;
  const some = /教职工与.{2,}(?:幼儿|学生)/u.test(head); // 参加课后服务学生: not of all
  if (some) return indicatorName(phraseBefore(head));
  return withLevel(/师幼比|幼儿/u.test(head) ? '师幼比' : '师生比', behind);
};

const measured: Readonly<Record<string, RegExp>> = {
  学时: /(?:时间|培训|学习)$/u,
  课时: /(?:时间|培训)$/u,
  分钟: /(?:作业|完成|锻炼|活动|阅读|睡眠|休息|劳动)(?:时间|时长)$/u,
  小时: /(?:锻炼|活动|睡眠|学习|培训|教育)(?:时间)?$/u,
  年: /受教育年限$/u,
  平方米: /(?:生均|人均(?:体育|公园|绿地|校舍)).*面积$/u,
  册: /生均.*(?:图书|藏书)(?:量|数)?$/u,
  岁: /(?:预期)?寿命$/u,
};
/** What a place has, makes or offers so much of: 建筑面积, 阅览座位, 粮食产量. */
const amounts = /(?:面积|用地|量|规模|能力|里程|长度|座位|席位|床位|图书|文献|资料|主体|用户|开放时间)$/u;
const amountUnits = /^(?:平方米|平方公里|立方米|公里|公顷|千瓦时?|吨标准煤|[席亩吨斤册户张]|小时)$/u;
/** 区图书馆的建筑面积应当达到…，阅览座位应当达到…: whose they are is said once. */
const holder = /(?:^|[，,；;：:）)\s])([\p{Script=Han}、]{2,14})的[\p{Script=Han}]{2,8}(?:应|须|要|不|达)/gu;

export const amount: NameReader = ({ quantity, since, behind, next }) => {
  const { unit, comparison, value } = quantity;
  if (
    !amountUnits.test(unit) ||
    isProcedure(clauseOf(behind)) ||
    /^的?[\p{Script=Han}]{0,8}(?:人士|家庭|子女|部分)/u.test(next)
  )
    return null;
  const least = /^(?:reach|at-least|more-than)$/u.test(comparison) && quantity.from < quantity.start;
  const kept = /(?:控制|保持|稳定|维持)在$/u.test(behind.trimEnd()); // 控制在100平方米以内
  // 新增床位5万张: counted; 建筑面积在二万平方米以上的: a case
  const stated = value >= LARGE && !/^(?:at-|less-|more-)/u.test(comparison) && !/^[席张户册]$/u.test(unit);
  if (!least && !kept && !stated) return null;
  const name = indicatorName(phraseBefore(since).replace(/数量?$|目标$/u, ''));
  if (name.length < 4 || !amounts.test(name)) return null;
  const whose = name.length > 5 ? undefined : [...withoutBrackets(clauseOf(behind)).matchAll(holder)].at(-1)?.[1];
  return whose && !name.startsWith(whose.slice(0, 2)) ? indicatorName(`${whose}${name}`) : name;
};
/** Where nothing says that it is to be reached, so much is still no rule about a case. */
const LARGE = 1e4;

/** 不少于360学时的全员培训 */
const trained = /^的?([\p{Script=Han}]{2,10}?(?:培训|研修|锻炼|活动))(?:的?时间)?(?=[，,；;。、（(]|$)/u;

/** 参加继续教育的学习时间不少于90学时, 平均受教育年限达到11.3年 */
export const measure: NameReader = ({ quantity, since, behind, next }) => {
  const head = measured[quantity.unit];
  if (!head || isProcedure(since)) return null;
  const behindIt = trained.exec(next)?.[1];
  if (behindIt) return `${indicatorName(behindIt)}${quantity.unit === '小时' ? '时间' : quantity.unit}`;
  const phrase = phraseBefore(since).replace(/^.*?每(?:学)?[年天日](?:应当?|须|要)?(?:参加|接受|完成)?(?=.{4})/u, '');
  const name = indicatorName(phrase);
  if (name.length < 4 || !head.test(name)) return null;
  return withLevel(/培训$/u.test(name) ? `${name}${quantity.unit}` : name, behind);
};
