// The noun phrase that a quantity is said of: what stands before it, without the words that compare, years and asides.

/** 到2025年, “十四五”末, 每年: when, no part of a name. */
const when = new RegExp(
  `(?:${[
    '(?:力争|预计|计划)?(?:截至|自|从|到|至|于)?[“"]?(?:(?:19|20)\\d{2}\\s*[-－—–~～至]\\s*)?(?:(?:19|20)\\d{2}|20[xX*]{2})\\s*(?:学年度?|年)(?:[秋春]季)?(?:年?[底末初]|以?前|起|开始|以来)?',
    '[“"]?十[一二三四五]五[”"]?(?:规划)?(?:期?末|期间|时期)',
    '[今明去当本]年[底末]?|全年|(?<![一二三四五六七八九十两几])年内|年底前?|[秋春]季学期起?|本?学期起?',
  ].join('|')})(?:的$)?`,
  'gu',
);
const brackets = /[（(][^（）()]*[）)]/gu;
const comparing =
  /(?:不(?:得|应|能)?(?:低于|少于|超过|超|高于|突破|大于|小于)|低于|高于|超过|突破|应当?|须|必须|要|需|分别|至少|最低|最高|原则上|一般|严格|均|各|都|已经?|累计|不到|为|是|约为?|大约|在|再|还|就|首次|实际|预计|共计?|总计|合计|累计|平均|年均|达到?|调整|上调|下调|缩小|拟|每[人生]?每(?:学年|年|月|天|日|周|学期)|每[人生周天]|每(?:学)?年|较(?:上年|去年)?|提高|提升|扩大|增长|增加|上升|上涨|升|增|下降|降低|减少|压减|降|[到至]|控制|巩固|稳定|保持|维持|安排|确定|可以?|能|将|占|由|从|比(?:(?:上年|去年|上一?学?年度?|年初)[^，,；;。高低]{0,6})?|同比|力争|争取|确保|完成|不断|逐步|进一步|全部|基本|总体|近|以上|以内|了|[、和及与，,：:]|\s)+$/u;

/** Without what compares at the end: 学前三年毛入园率要达到 → 学前三年毛入园率. */
export const withoutPredicate = (text: string): string => text.replace(comparing, '');
/** 比2007年增长约2倍，达到: how many times as much is said beside it. */
const multiple = /(?:比[^，,；;。]{0,8})?(?:增长|增加|提高|扩大)(?:了?约|近|了)?[\d.]{1,6}倍(?:以上)?[，,]?/gu;
export const withoutTimes = (text: string): string => text.replace(when, '').replace(multiple, '');
export const withoutBrackets = (text: string): string => text.replace(brackets, '');

/** Since the last stop of a clause, or a number. */
export function tailOf(text: string): string {
  const tail = /(?:\d[A-Za-z]|每\d{1,5})?[^，,；;:：。．.！？（）()\d%％]*$/u.exec(text)?.[0] ?? '';
  return /[\d%％]$/u.test(text.slice(0, text.length - tail.length)) ? '' : tail; // 85分以上的比例: cut in the middle
}

/** The phrase that ends `text`, whose end is where a quantity or its comparison begins; empty where it is of another kind. */
export const phraseBefore = (text: string): string =>
  tailOf(withoutPredicate(withoutTimes(withoutBrackets(text)))).trim();

/** Whether `text` holds nothing but what compares, connects or dates: the quantity is of the last indicator. */
export const saysNothing = (text: string): boolean => {
  const plain = withoutTimes(withoutBrackets(text));
  return withoutPredicate(plain) === '' && /[^、和及与，,：:\s]/u.test(text);
};

const actor =
  /^(.*?(?:学校|小学|初中|高中|中学|院校|高校|幼儿园|[市县区]))(?:可以?|应当?|要|须|所|新)?(?:招收|招录|录取|聘请|聘任|聘用)的?(?=\p{Script=Han}{2})/u;

/** 公办初中招收特长生 → who takes them in, and whom: the name is of the latter. */
export function withoutActor(phrase: string): { readonly who: string; readonly name: string } {
  const who = actor.exec(phrase)?.[1] ?? '';
  return { who, name: who === '' ? phrase : phrase.replace(actor, '') };
}
