// Money: 生均公用经费, 投入…亿元, …专项资金.
import { indicatorName } from '../indicator-name.js';
import { clauseOf, type NameReader } from './around.js';
import { levelIn } from './levels.js';
import { phraseBefore, withoutBrackets, withoutTimes } from './phrase.js';
import { isProcedure } from './procedure.js';

const heads =
  /(?:经费|资金|投入|投资|拨款|支出|助学金|奖学金|补助|补贴|津贴|学杂费|(?:财政|可支配|预算)收入|(?:进出口|零售|投资|补助)总额|规模|定额|额度|(?:经费|补助|补贴|资助|拨款|助学金|生活费|低保|养老金[^，]{0,4}|工资)(?:最低)?标准|债券|国债|贷款|生产总值|增加值|赤字)$/u;
const pupil = /生均|每生每(?:学)?年|每生/u;
const funds = /(?:生均)?(公用经费|教科研经费|财政拨款|拨款|经费)/gu;

/** 按每生每年6000元标准补助公用经费 */
const headBehind = /^的?(?:标准|定额)[^，,；;。]{0,6}?(公用经费|生活费)/u;

/** 小学每生每年630元: a level for each amount, one head before them all */
const perPupil: NameReader = ({ behind, since, next, previous }) => {
  const clause = clauseOf(behind);
  const head = [...clause.matchAll(funds)].at(-1)?.[1] ?? headBehind.exec(next)?.[1];
  // ；东部地区小学每生每年650元: of what stands before the semicolon
  const before = /生均(.+)$/u.exec(previous ?? '')?.[1];
  if (!head && before && pupil.test(since)) return `${levelIn(since)}生均${before}`;
  return pupil.test(clause) && head ? `${levelIn(since) || levelIn(behind)}生均${head}` : null;
};

/** 安排中央预算内投资: the verb is no part of it, where the rest says enough. */
const spends = /^(?:再|拟)*(?:安排|投入|发行|下达|落实|拨付|筹措|完成)(?=.{3})/u;

/** So much, reached or passed, is an indicator whatever its name ends in: 新增减税降费超过1万亿元; less may be a case. */
const LARGE = 1e8;
const told = /^(?:reach|more-than|about|up|down)$/u;

/** 个人缴纳60元，财政补贴180元; 市财政补助30元，区财政补助10元: who pays which part. */
const split = /个人缴[纳费]\d|([省市县区])财政补[助贴].*(?!\1)[省市县区]财政补[助贴]/u;

/** 设立1000亿元专项资金 */
const headed: NameReader = ({ since, next, quantity, sentence }) => {
  const after =
    /^的?([\p{Script=Han}]{0,14}(?:资金|经费|贷款|债券|国债|补贴))(?![\p{Script=Han}]?(?:规模|额度|总))/u.exec(
      next,
    )?.[1];
  if (
    after &&
    (after.length > 2 || /[债券]/u.test(after)) &&
    /(?:设立|安排|投入|下达|拨付|发放|落实|筹措|统筹|争取|发行|新增|增发|[将把])(?:了|约|超过|不少于)?$/u.test(since)
  )
    return `${/新增[^，,]{0,3}$/u.test(since) ? '新增' : ''}${indicatorName(after)}`;
  const name = indicatorName(phraseBefore(since)).replace(spends, '');
  if (name.length < 2 || /注册|^(?:规模|总额|标准|定额)$/u.test(name)) return null;
  if (/财政补[助贴]$/u.test(name) && split.test(sentence)) return null;
  return heads.test(name) || (quantity.value >= LARGE && told.test(quantity.comparison) && name.length >= 4)
    ? name
    : null;
};

/** 补贴标准为：市区每月每平方米16元: what leads up to a colon is set for each of those behind it. */
const setFor: NameReader = ({ behind }) =>
  /(?:^|[，,；;。])(?:[^，,；;。：:]{0,6}的)?([\p{Script=Han}]{2,14}(?:标准|补贴额|补助额|限额))(?:分别)?(?:为|是)?[：:][^，,；;。\d]{1,20}$/u.exec(
    withoutBrackets(behind),
  )?.[1] ?? null;

/** 投入2300万元, 发放助学金300万元: spent in sum; so little may be a rule about a case. */
const SUM = 1e5;
const spent =
  /(?:^|[，,；;：:]|[\p{Script=Han}])(投入|投资(?!总?额|规模|者)|发行|设立|增发|让利|减负|争取|安排|筹措|筹集|发放|减免|拨付|下达|募集|落实)(?:了)?([\p{Script=Han}“”、]{0,16}?)(?:资金|共计|合计|总计|达到?|超过?|约|近|累计|共)*$/u;
const spending: NameReader = ({ since, quantity, next }) => {
  if (quantity.value < SUM || /^的/u.test(next)) return null;
  const [, verb, object = ''] = spent.exec(withoutTimes(withoutBrackets(clauseOf(since))).trimEnd()) ?? [];
  if (!verb) return null;
  const name = indicatorName(object);
  // 减免社保费: so much less of it
  if (name.length >= 2) return verb === '减免' ? `${verb}${name}` : name;
  if (/^(?:发行|设立|增发)$/u.test(verb)) return null;
  return /^(?:投[入资]|让利|减负)$/u.test(verb) ? verb : `${verb}资金`;
};

/** 投资10万元起计分, 每满10万元积1分: what it is worth to who applies. */
const scored = /^[^，,；;。]{0,4}[计积加得]\d*分/u;

export const money: NameReader = (around) => {
  if (around.quantity.unit !== '元' || isProcedure(clauseOf(around.since))) return null;
  if (scored.test(around.next)) return null;
  return perPupil(around) ?? setFor(around) ?? headed(around) ?? spending(around);
};
