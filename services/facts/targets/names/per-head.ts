// What is measured for each: class size, ratios of teachers, time and years, and room for a pupil.
import { indicatorName } from '../indicator-name.js';
import type { NameReader } from './around.js';
import { levelIn, withLevel } from './levels.js';
import { phraseBefore } from './phrase.js';
import { procedure } from './procedure.js';

export const classSize: NameReader = ({ quantity, since, behind }) => {
  if (quantity.unit !== '人' || !/(?:班额|学额)[^，,。；;]{0,12}$/u.test(since)) return null;
  if (/突破/u.test(since)) return null; // 需突破40人班额的: an exception to the rule
  return `${levelIn(behind)}班额`;
};

const ratios = /(?:师生比|生师比|教职工与[^，,。；;]{0,12}(?:幼儿|学生)(?:之|的)?比例?|师幼比)[^，,。；;]{0,8}$/u;
export const ratio: NameReader = ({ quantity, since, behind }) => {
  const head = quantity.unit === '比' ? ratios.exec(since)?.[0] : undefined;
  if (!head) return null;
  const some = /教职工与.{2,}(?:幼儿|学生)/u.test(head); // 参加课后服务学生: not of all
  if (some) return indicatorName(phraseBefore(head));
  return withLevel(/师幼比|幼儿/u.test(head) ? '师幼比' : '师生比', behind);
};

const measured: Readonly<Record<string, RegExp>> = {
  学时: /(?:时间|培训|学习)$/u,
  课时: /(?:时间|培训)$/u,
  小时: /(?:锻炼|活动|睡眠|学习|培训|教育)(?:时间)?$/u,
  年: /受教育年限$/u,
  平方米: /(?:生均|人均(?:体育|公园|绿地|校舍)).*面积$/u,
  册: /生均.*(?:图书|藏书)(?:量|数)?$/u,
  岁: /(?:预期)?寿命$/u,
};
/** 参加继续教育的学习时间不少于90学时, 平均受教育年限达到11.3年 */
export const measure: NameReader = ({ quantity, since, behind }) => {
  const head = measured[quantity.unit];
  if (!head || procedure.test(since)) return null;
  const phrase = phraseBefore(since).replace(/^.*?每(?:学)?[年天日](?:应当?|须|要)?(?:参加|接受|完成)?(?=.{4})/u, '');
  const name = indicatorName(phrase);
  if (name.length < 4 || !head.test(name)) return null;
  return withLevel(/培训$/u.test(name) ? `${name}${quantity.unit}` : name, behind);
};
