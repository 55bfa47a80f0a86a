// Things and people counted by a quantity that a stop follows, behind their noun: 新建幼儿园20所, 招聘教师200名.

import { indicatorName } from '../indicator-name.js';
import type { Quantity } from '../quantities.js';
import type { NameReader } from './around.js';
import { countable, MANY, named, rank, ranked, ranks, staff } from './counted-nouns.js';
import { forEachWith, saysForEach } from './for-each.js';
import { phraseBefore, withoutBrackets, withoutTimes } from './phrase.js';
import { actedIn, inherited } from './set-up.js';

/** 新建初中2所，小学5所: so short an item goes on with the verb before a comma */
const SHORT = 6;
/** So many places are a stock (村级幼儿园82所), and no case. */
const SOME = 10;
/** Many that are reached or passed (志愿者突破327万名) are an indicator, whatever is counted. */
const isReached = ({ comparison, from, start, value }: Quantity): boolean =>
  (/^(?:reach|more-than)$/u.test(comparison) && from < start && value >= MANY) ||
  // 出台方案的省份已达29个
  (comparison === 'reach' && from < start && value >= SOME);

export const countedBefore: NameReader = (around) => {
  const { since, next, quantity, previous } = around;
  const stands = next.replace(
    /^(?:以上|左右|以内|的目标|目标|任务)+|^(?:增加|增长|提高|减少|下降|扩大|增|升|降)[到至].*/u,
    '',
  );
  if (/^的?[“"]?[\p{Script=Han}]{2}/u.test(stands)) return null;
  const plain = withoutBrackets(withoutTimes(since));
  const acted = actedIn(plain.replace(/(?:要|应|须)?达到?(?:了)?$/u, ''));
  const object = phraseBefore(acted?.object ?? plain).replace(/^(?:[、，,和及与]|其中)+|(?<=[^人]{2})总?数量?$/gu, '');
  // 建成省级50个、市级200个、县级1000个工作室: the noun stands behind the last
  const noun = ranks.exec(around.rest)?.[1];
  if (rank.test(object) && noun) return named('', `${object}${noun}`);
  if (rank.test(object) && previous) return previous.replace(/(?:国家|省|市|县|区|校)级/u, object);
  const each = /各$/u.test(plain.trimEnd()) ? object.split(/[、和及与]/u) : [];
  // 新建小学、初中各2所
  if (acted && each.length > 1 && each.every((part) => countable.test(part))) {
    return each.map((part) => `${acted.kept}${indicatorName(part)}`);
  }
  // 每万名幼儿配备保健医生不少于5名
  const many = acted ? forEachWith(plain) : undefined;
  if (many && object.length >= 2) return named('', `${many}${object}`);
  if (acted && object.length >= 2 && (countable.test(object) || !quantity.spelt))
    return named(acted.kept, object, acted.training);
  const same = previous === null ? null : inherited(around);
  const listed = /^\s*(?:[、和及与]|[，,]?其中)/u.test(since);
  if (same && object.length >= 2 && (listed || (countable.test(object) && object.length <= SHORT)))
    return named(same.kept, object, same.training);
  if (!countable.test(object) && !(isReached(quantity) && object.length >= 4 && !/[，,、]\s*$/u.test(plain)))
    return null;
  // 省级特色学校4所，市级10所；: an item that stands alone behind a semicolon
  if (ranked.test(object) && phraseBefore(around.behind) === object) return named('', object);
  const bound = quantity.comparison !== 'equal' && (quantity.unit !== '人' || staff.test(object));
  const enough = /^[所处间家张片块台套]$/u.test(quantity.unit) ? SOME : MANY;
  if (/学校$/u.test(object) && quantity.value >= MANY) return named('', object) ?? '学校';
  return quantity.value >= enough || bound || saysForEach(plain) ? named('', object) : null;
};
