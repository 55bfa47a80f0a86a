// Several indicators with values of their own, in one order: 小学、初中就近入学比例分别达到94.1%和90.6%;
// 毛入园率、巩固率和毛入学率分别达到93%、97%和94%.
import { indicatorName } from '../indicator-name.js';
import { clauseOf, type NameReader } from './around.js';
import { tailOf, withoutBrackets, withoutPredicate, withoutTimes } from './phrase.js';
import { procedure } from './procedure.js';
import { isPercent, uptoHead } from './rates.js';

const value = '\\d+(?:\\.\\d+)?\\s*(?:[万亿]?元|[%％]|个?百分点|[万]?人|平方米|所|个|名)';
const values = new RegExp(value, 'gu');
const levels = '幼儿园|学前教育|小学|初中|普通高中|高中阶段|高中|中等职业学校|中职|高校|特殊教育学校|特教学校';
const level = new RegExp(`^(?:${levels})`, 'u');
/** The end that says what kind of thing a name is: two that both have one are names of their own. */
const kind = /(?:率|比例|比重|占比|经费|学位|定额|人数|规模|教师|学校|幼儿园)$/u;

/** 小学, 初中就近入学比例 → 小学就近入学比例, 初中就近入学比例; null where it cannot be told which part is shared. */
function apart(parts: readonly string[]): string[] | null {
  const last = parts.at(-1) ?? '';
  if (parts.every((part) => kind.test(part) && part.length > 2)) return parts.map(indicatorName);
  const others = parts.slice(0, -1);
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

export const sharedHead: NameReader = ({ behind, quantity, rest }) => {
  const clause = clauseOf(behind);
  const at = clause.lastIndexOf('分别');
  if (at === -1 || procedure.test(clause)) return null;
  const before = (clause.slice(at).match(values) ?? []).length;
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
  const parts = tailOf(portion ? `${portion}比例` : headed).split(/[、和与及]/u);
  if (parts.length < 2) return null;
  const names = apart(parts.map((part) => part.trim()));
  const place = before % parts.length;
  const several = before > 0 || /^[、和及与,，][^，,；;。\d]{0,8}\d/u.test(rest);
  if (!several) return null;
  // 分别 says that each has its own: without their names, none is better than one for all
  return names === null ? [] : (names[place] ?? []);
};
