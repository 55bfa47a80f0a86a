// What a question asks for, by its interrogative words, and whether a sentence holds something of that kind.
// The pairs are general knowledge of how Chinese asks and how rules are worded; how much they count is in choose.ts.

interface Kind {
  readonly asked: RegExp;
  readonly held: RegExp;
}

const NUMBER =
  /[0-9]|[一二三四五六七八九十百千万两](?:个|年|月|日|天|周岁|名|次|元|倍|所|人|小时|分|项|条|份|级|学|万|百|千)|百分之|分之/;
const HOW_MANY =
  /多少|几(?!何|乎)|多[大久长远高重]|最[迟晚早多少高低]|起码|至少|至多|哪[一几]?天|什么时候|何时|百分|比例/;

const KINDS: readonly Kind[] = [
  { asked: HOW_MANY, held: NUMBER },
  { asked: /(?:钱|罚|费|块|补).*(?:多少|几)|(?:多少|几).*(?:钱|块|元|费)/, held: /元|万|费|补助|补贴|罚款|资金/ },
  {
    asked: /几[天年月日号点]|几个(?:月|小时|星期|工作日)|多久|多长时间|最[迟晚早]|什么时候|何时|哪[一几]?天/,
    held: /[0-9一二三四五六七八九十两]个?(?:年|月|日|天|小时|工作日|周|时|点)|期限|之日|以前|截止/,
  },
  {
    asked: /怎么(?:处|罚|办)|怎样|会怎|受什么|处分|处罚|挨|罚/,
    held: /处分|罚款|责令|追究|吊销|没收|拘留|处以|警告|取消|记过|开除|刑|撤销|赔偿/,
  },
  {
    asked: /谁|哪个(?:部门|机构|单位|人|科|局)|哪几?家|归哪|什么人/,
    held: /由.{2,20}(?:负责|部门|机关|机构|委员会|人)|部门|局|委员会|机关|科|处/,
  },
  {
    asked: /能不能|能.*[吗不]$|可以.*[吗不]$|可不可以|要不要|行不行|会不会|算不算|准不准|让不让|用不用|[吗不]$/,
    held: /不得|可以|应当|必须|禁止|严禁|允许|不予|免|无须|不需|方可|均可|需|能/,
  },
  { asked: /材料|拿什么|拿啥|哪些证|什么单子|什么证|哪些东西/, held: /证明|材料|证|申请书|申请表|户口|合同|原件|复印/ },
  { asked: /哪里|哪儿|何处|在哪|到哪|上哪/, held: /楼|室|窗口|区|处|中心|号|大厅|网/ },
];

export interface Asked {
  /** whether it asks for a number */
  readonly number: boolean;
  /** the share of the kinds asked for that a sentence holds, 0 … 1 */
  held(sentence: string): number;
}

/** @param question in index form */
export function askedFor(question: string): Asked {
  const bare = question.replace(/[?？\s]+$/, '');
  const kinds = KINDS.filter(({ asked }) => asked.test(bare));
  return {
    number: HOW_MANY.test(bare),
    held: (sentence) =>
      kinds.length === 0 ? 0 : kinds.filter(({ held }) => held.test(sentence)).length / kinds.length,
  };
}

export const holdsNumber = (sentence: string): boolean => NUMBER.test(sentence);
