// Rules of procedure that speak of rates, shares and numbers too, and are no targets: admission files, marks, fees, sanctions.

/** Anywhere in a sentence they say what it is about. */
const about = {
  admission:
    '投档|调档|调阅|差额|复试|分数线|录取比例|平行志愿|征集志愿|志愿高校|派位|排位|填报|片区|提前招收|招收定向生|推荐人数|录[（(]?聘?[）)]?用',
  papers: '论文|重复率|相似|查重|答辩|抽检|提名奖',
  marks:
    '优秀率|(?<!高考|中考|[得好])成绩(?!再|显著|突出|优异|名列|[^，,]{0,4}提[高升])|排名|得分|评分|计分|积\\d+分|折算|积分[，,。]',
  money:
    '罚款|罚金|保证金|违约金|报销|核报|起付|分担|缴费|缴纳(?!的)|保险费|保险待遇|参保人|注册资[本金]|租金|补缴|学费|住宿费|违法|(?<!资金)违规|执法|税率|利率|汇率|证券',
  others: '抽查|公示|比例投|优秀毕业生|奖学金|推免|罚|宅基地',
};
/** Nouns that stand in plans too (医疗机构床位, 住房保障覆盖面): they say so only in the quantity's own clause. */
const close =
  '基金|医疗费|医药费|住院|门诊|药品|统筹(?:基金|区|支付|标准)|公积金|份额|筹资|股份|(?<!技术)合同|租赁(?![和及、业])|工资(?!总额)|购房|产权|(?:人均|户均)[^，,]{0,4}(?:住房|使用面积)';
const anywhere = new RegExp(Object.values(about).join('|'), 'u');
const nearby = new RegExp(close, 'u');
/** 个人承担30%, 70%由财政负担: who pays which part. */
const pays = /(?:承担|负担|(?<!转移)支付)[^，,]{0,8}$/u;
const paid = /^[^，,]{0,12}(?:承担|负担|(?<!转移)支付)(?:[，,；;。]|$)/u;

/** Whether the clause that `before` ends, up to a quantity, and `after` behind it, is such a rule. */
export function isProcedure(before: string, after = ''): boolean {
  const own = (/[^，,]*[，,]?$/u.exec(before)?.[0] ?? '') + (/^[^，,]*/u.exec(after)?.[0] ?? '');
  return anywhere.test(before + after) || nearby.test(own) || pays.test(before) || paid.test(after);
}
