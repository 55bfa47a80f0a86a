// Several indicators with values of their own, in one order: 小学、初中就近入学比例分别达到94.1%和90.6%;
// 毛入园率、巩固率和毛入学率分别达到93%、97%和94%.
import { indicatorName } from '../indicator-name.js';
import type { Quantity } from '../quantities.js';
import { clauseOf, type NameReader } from './around.js';
import { namedLevels as levels } from './each-level.js';
import { tailOf, withoutBrackets, withoutPredicate, withoutTimes } from './phrase.js';
import { isProcedure } from './procedure.js';
import { isPercent, uptoHead } from './rates.js';

const value = '\\d+(?:\\.\\d+)?\\s*(?:[万亿]?元|[%％]|个?百分点|[万]?人|平方米|[万亿]吨|所|个|名)';
const values = new RegExp(value, 'gu');
const level = new RegExp(`^(?:${levels})`, 'u');
/** The end that says what kind of thing a name is: two that both have one are names of their own. */
const kind =
  /(?:率|比例|比重|占比|经费|学位|定额|人数|规模|教师|学校|幼儿园|能耗|排放|消费|出口|进口|产量|收入|支出|增加值)$/u;

/** What several things have of their own: 装备制造业增加值, 氮氧化物排放总量. A bare 率 or 量 is too little. */
const measure =
  /^(.{2,}?)((?:人均|生均|年均|平均|最低|财政|补助|补贴|资助|排放|入学|升学|就业|参与|普及|覆盖|达标)+(?:率|量|额)|(?:人均|生均|年均|平均|最低|财政|补助|补贴|资助|排放)*(?:增加值|总量|总额|标准|比例|面积|规模|人数|能力|产量|收入|支出|投入|经费|定额|浓度|价格|指数))$/u;
const place = /[省市县区州旗]$/u;

/** 小学, 初中就近入学比例 → 小学就近入学比例, 初中就近入学比例; null where it cannot be told which part is shared. */
function apart(parts: readonly string[]): string[] | null {
  const last = parts.at(-1) ?? '';
  if (parts.every((part) => kind.test(part) && part.length > 2)) {
    // 单位国内生产总值能耗和二氧化碳排放: both for so much of it
    const per = /^单位(?:国内|地区)?(?:生产总值|GDP)/u.exec(parts[0] ?? '')?.[0] ?? '';
    return parts.map((part) => indicatorName(part.startsWith('单位') ? part : `${per}${part}`));
  }
  const others = parts.slice(0, -1).map(indicatorName);
  const [, ownPart, measured] = level.test(last) ? [] : (measure.exec(last) ?? []);
  const alike = others.every((part) => part.length <= 3 && part[0] === last[0]); // 脱硫、脱硝机组容量
  if (ownPart && measured && !alike && !others.some((part) => kind.test(part) || place.test(part) || part.length < 2)) {
    return [...others, ownPart].map((part) => `${indicatorName(part)}${indicatorName(measured)}`);
  }
  const lengths = new Set(others.map((part) => part.length));
  const own = level.exec(last)?.[0] ?? (lengths.size === 1 ? last.slice(0, others[0]?.length) : '');
  const shared = last.slice(own.length).replace(/^(?:的|学校|教育)+/u, '');
  if (
    own === '' ||
    /^[一二三四五六七八九十]/u.test(own) ||
    shared.length < 2 ||
    others.some((part) => part.length > (level.test(last) ? 8 : 3))
  )
    return null;
  return [...others, own].map((part) => `${indicatorName(part)}${indicatorName(shared)}`);
}

/** Characters between two values of one list. */
const BETWEEN = 10;

/** How many values stand in the list that `quantity` is in. */
function valuesIn(before: string, { unit }: Quantity, rest: string): number {
  const list =
    /^(?:[、和及与,，]\s*[^\d，,；;。]{0,8}\d+(?:\.\d+)?\s*[^\d，,；;。、和及与]{1,4})*/u.exec(rest)?.[0] ?? '';
  const [behind, ahead] = [before, list].map((text) => text.match(values)?.length ?? 0);
  return unit === '' ? 0 : (behind ?? 0) + 1 + (ahead ?? 0);
}

/** As many as there are values: 租赁和商务服务业 is one where 、 parts enough. */
function partsOf(subject: string, count: number): string[] {
  const ways = [/[、和与及]/u, /、/u, /、|[和与及](?=[^、和与及]*$)/u, /[和与及](?=[^和与及]*$)/u].map((mark) =>
    subject.split(mark),
  );
  return ways.find((parts) => parts.length === count) ?? ways[0] ?? [];
}

export const sharedHead: NameReader = ({ behind, since, quantity, rest }) => {
  const clause = clauseOf(behind);
  const at = clause.lastIndexOf('分别');
  if (at === -1 || isProcedure(clause)) return null;
  const before = (clause.slice(at).match(values) ?? []).length;
  if (before > 0 && withoutTimes(since).length > BETWEEN) return null;
  const subject = clause.slice(0, at).replace(/中[，,](?=[^，,]*$)/u, '');
  const percent = isPercent({ quantity });
  const plain = withoutPredicate(withoutTimes(withoutBrackets(subject)));
  const headed = percent ? (uptoHead(plain) ?? plain) : plain;
  // 专职教师比例小学和初中分别…: the levels stand behind what they share
  const behindHead = new RegExp(
    `^(.*${kind.source.replace('$', '')})((?:${levels})(?:[、和与及](?:${levels}))+)$`,
    'u',
  ).exec(tailOf(plain));
  if (behindHead) {
    const each = (behindHead[2] ?? '').split(/[、和与及]/u);
    return `${each[before % each.length]}${indicatorName(behindHead[1] ?? '')}`;
  }
  const portion = /^(.*[^，,])占[^，,]*(?:比例|比重)$/u.exec(headed)?.[1];
  const parts = partsOf(tailOf(portion ? `${portion}比例` : headed), valuesIn(clause.slice(at), quantity, rest));
  if (parts.length < 2) return null;
  const names = apart(parts.map((part) => part.trim()));
  const place = before % parts.length;
  const several = before > 0 || /^[、和及与,，][^，,；;。\d]{0,8}\d/u.test(rest);
  if (!several) return null;
  // 分别 says that each has its own: without their names, none is better than one for all
  return names === null ? [] : (names[place] ?? []);
};
