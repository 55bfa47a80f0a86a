// Money: 生均公用经费, 投入…亿元, …专项资金.
import { indicatorName } from '../indicator-name.js';
import { clauseOf, type NameReader } from './around.js';
import { levelIn } from './levels.js';
import { phraseBefore } from './phrase.js';
import { isProcedure } from './procedure.js';

const heads =
  /(?:经费|资金|投入|投资|拨款|支出|(?:财政|可支配|预算)收入|(?:进出口|零售|投资|补助)总额|规模|定额|额度|(?:经费|补助|补贴|资助|拨款|养老金[^，]{0,4}|工资)标准|债券|国债|贷款|生产总值|增加值|赤字)$/u;
const pupil = /生均|每生每(?:学)?年|每生/u;
const funds = /(?:生均)?(公用经费|教科研经费|财政拨款|拨款|经费)/gu;

/** 小学每生每年630元: a level for each amount, one head before them all */
const perPupil: NameReader = ({ behind, since }) => {
  const clause = clauseOf(behind);
  const head = [...clause.matchAll(funds)].at(-1)?.[1];
  return pupil.test(clause) && head ? `${levelIn(since) || levelIn(behind)}生均${head}` : null;
};

/** 安排中央预算内投资: the verb is no part of it, where the rest says enough. */
const spends = /^(?:再|拟)*(?:安排|投入|发行|下达|落实|拨付|筹措|完成)(?=.{3})/u;

/** So much, reached or passed, is an indicator whatever its name ends in: 新增减税降费超过1万亿元; less may be a case. */
const LARGE = 1e8;
const told = /^(?:reach|more-than|about|up|down)$/u;

/** 设立1000亿元专项资金 */
const headed: NameReader = ({ since, next, quantity }) => {
  const after =
    /^的?([\p{Script=Han}]{0,14}(?:资金|经费|贷款|债券|国债|补贴))(?![\p{Script=Han}]?(?:规模|额度|总))/u.exec(
      next,
    )?.[1];
  if (
    after &&
    after.length > 2 &&
    /(?:设立|安排|投入|下达|拨付|发放|落实|筹措|统筹|争取|发行|新增|增发|发放)(?:了|约|超过|不少于)?$/u.test(since)
  )
    return indicatorName(after);
  const name = indicatorName(phraseBefore(since)).replace(spends, '');
  if (name.length < 2 || /注册|^(?:规模|总额|标准|定额)$/u.test(name)) return null;
  return heads.test(name) || (quantity.value >= LARGE && told.test(quantity.comparison) && name.length >= 4)
    ? name
    : null;
};

export const money: NameReader = (around) => {
  if (around.quantity.unit !== '元' || isProcedure(clauseOf(around.since))) return null;
  return perPupil(around) ?? headed(around);
};
