// Rules of procedure that speak of rates, shares and numbers too, and are no targets: admission files, marks, fees, sanctions.

const about = {
  admission:
    '投档|调档|调阅|差额|复试|分数线|录取比例|平行志愿|征集志愿|志愿高校|派位|片区|提前招收|招收定向生|推荐人数|录[（(]?聘?[）)]?用',
  papers: '论文|重复率|相似|查重|答辩|抽检|提名奖',
  marks: '优秀率|成绩|得分|评分|折算|积分[，,。]',
  money:
    '罚款|罚金|报销|承担|负担|分担|支付|缴费|缴纳(?!的)|基金|保险费|保险待遇|医疗费|医药费|医疗机构|住院|门诊|起付|核报|药品|统筹(?:基金|区|支付|标准)|参保人|利率|税率|汇率|租金|补缴|住房|份额|筹资|学费|住宿费|违法|股份|证券|(?<!技术)合同|租赁|工资(?!总额)',
  others: '抽查|公示|比例投|优秀毕业生|奖学金|推免|罚|宅基地',
};
export const procedure = new RegExp(Object.values(about).join('|'), 'u');
