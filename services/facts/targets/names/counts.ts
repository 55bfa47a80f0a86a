// Things and people that are counted: 新建幼儿园20所, 打造20个基地, 招聘教师200名.
// A quantity that a noun follows counts that noun; one that a stop follows counts the noun before it.
import { clauseOf, type NameReader } from './around.js';
import { countedBefore } from './counted-before.js';
import { countedBehind } from './counted-behind.js';
import { isProcedure } from './procedure.js';

const units = /^(?:[个所处人间座家台套支位场席张项门户片块件辆部]|人次|场次)$/u;

export const counts: NameReader = (around) => {
  const { quantity, behind, rest } = around;
  // 选修1-2门课程, 确定1名申请人: what one person or school does
  if (quantity.value < 10 && (/^[项门]$/u.test(quantity.unit) || /(?:选择|确定)$/u.test(behind))) return null;
  // 建设一支队伍: 一 is an article
  if (quantity.spelt && quantity.value === 1 && quantity.comparison === 'equal') return null;
  // 材料1件, 电视片1部
  if (quantity.value < 10 && /^(?:[件辆部]|场次)$/u.test(quantity.unit)) return null;
  if (!units.test(quantity.unit) || isProcedure(clauseOf(behind), rest.split(/[；;。]/u, 1)[0])) return null;
  return countedBehind(around) ?? countedBefore(around);
};
