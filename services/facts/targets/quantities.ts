// Quantities in a sentence: number, unit, and how it is compared (不低于, 以上, 左右).
import type { Comparison } from '../../domain/target.js';
import { readNumber } from '../../language/chinese-numbers.js';

export interface Quantity {
  /** of number and unit; with what compares it: from `from` to `to` */
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly valueTo: number | null;
  readonly unit: string;
  readonly comparison: Comparison;
  /** in Chinese numerals: 三个方面 is seldom a figure */
  readonly spelt: boolean;
}

const digits = '\\d[\\d,，]*(?:\\.\\d+)?';
const counted = '[一二两三四五六七八九十百千〇零]{1,9}';
/** 惠及1400万儿童: people need no measure word behind 万 */
const people = '(?<=[万亿]\\s*[余多]?\\s*)(?=\\p{Script=Han}{0,6}(?:人口|学生|儿童|幼儿|教师|居民|毕业生))';
const units = `个百分点|百分点|[%％]|元(?:人民币)?|人次|小时|分钟|个?课时|个?学时|个?(?:必修|选修)?学分|平方(?:米|公里)|立方米|公里|公顷|千瓦时?|吨标准煤|场次|[席亩吨斤片件辆]|部(?=[，,；;。、]|[^门分委属队]{2})|块(?!钱)|张(?!家)|户(?!籍|口|型|外)|项(?!目)|门(?!类|诊|口|槛)|[个所处名人间节座册台套家支位场岁](?!月|工作日|学期|学年|以上学|性|体|方面|环节|维度|阶段|批次|条件|组织|庭|校区)|年(?!级|度|以[前后来内]|内|前|来|后|间|制|底|末|初|的|第)|${people}`;
/** 1.2万个, 百分之八十, 5-10%, １：15 */
const pattern = new RegExp(
  `(?<ratio>\\d+(?:\\.\\d+)?\\s*[:：∶]\\s*\\d+(?:\\.\\d+)?)(?!\\d)` +
    `|百分之(?<share>${counted}(?:点${counted})?|\\d+(?:\\.\\d+)?)(?:[至到—-]百分之(?<shareTo>${counted}(?:点${counted})?))?` +
    `|(?<![\\d.A-Za-zxX*])(?<low>${digits})(?:[%％])?\\s*[-－—–~～至]\\s*(?<high>${digits})\\s*(?<rangeUnit>${units})` +
    `|(?<![\\d.第A-Za-zxX*])(?<number>${digits}|(?<![第每十百千之几点])${counted}(?:点${counted})?)\\s*(?<over>(?:[余多](?=[万亿]))?)(?<scale>万亿|[万亿]?)\\s*(?<rest>[余多]?)\\s*(?<unit>${units})`,
  'gu',
);

const before: readonly (readonly [RegExp, Comparison])[] = [
  [
    /(?:不(?:得|应|能)?(?:低于|少于|小于)|至少(?:要)?(?:配备|建有|设置|有|获得)?|最低(?:修满[^，。；]{0,10})?)[^，。；]{0,2}$/u,
    'at-least',
  ],
  [/(?:不(?:得|应|能)?(?:超过|超出|高于|多于|大于|突破)|不超|控制在(?:每班)?|最[多高](?:不超过)?)$/u, 'at-most'],
  [/(?:提高|增长|增加|上升|提升|上涨)了?(?:约|近|超过?)?$/u, 'up'],
  [/(?:下降|降低|减少|压减|下调|再降)了?(?:约|近|超过?)?$/u, 'down'],
  [/(?:超过|突破|高于|多于)$/u, 'more-than'],
  [/(?:低于|少于|不到|不足)$/u, 'less-than'],
  [
    /(?:达到?|升至|升到|占到|增至|(?:提高|提升|增加|增长|扩大|上升|上调|下调|调整|缩小|下降|降低|减少|压减|降)[到至]|调整为)了?(?:(?:每生|每人)?每(?:学)?[年月])?$/u,
    'reach',
  ],
  [/(?:约为?|大约|大约为|接近|将近)$/u, 'about'],
];
const after: readonly (readonly [RegExp, Comparison])[] = [
  [/^(?:[（(]含[^）)]*[）)])?(?:及|或)?(?:以上|及以上)/u, 'at-least'],
  [/^(?:[（(]含[^）)]*[）)])?(?:以内|之内|以下)/u, 'at-most'],
  [/^(?:左右|上下)/u, 'about'],
];
/** 达到 with 以上 is at least, 控制在 with 左右 is about: what follows says more. A bound before it stands over 本校教师总数的. */
const bound = /(?:不(?:得|应|能)?(?:低于|少于|超过|高于)|不超)(?=[^，,。；;]{1,36}的?$)/u;
/** How far before a number what compares it may stand. */
const REACH = 48;
const yearWord = /(?:19|20)\d{2}\s*(?:学年|年)/gu;

function compared(
  sentence: string,
  start: number,
  end: number,
  rest: string,
): Pick<Quantity, 'comparison' | 'from' | 'to'> {
  const behind = sentence.slice(Math.max(0, start - REACH), start).trimEnd();
  const next = sentence.slice(end).replace(/^的(?=以上)/u, '');
  const follows = after
    .map(([test, comparison]) => ({ comparison, match: test.exec(next) }))
    .find(({ match }) => match);
  const precedes = before
    .map(([test, comparison]) => ({ comparison, match: test.exec(behind) }))
    .find(({ match }) => match);
  const from = start - (precedes?.match ? precedes.match[0].length : 0);
  const to = end + (follows?.match?.[0].length ?? 0);
  // 增长7%以上, 降低3.8%左右: still the change
  const change = precedes?.comparison === 'up' || precedes?.comparison === 'down';
  if (follows && !change) return { comparison: follows.comparison, from, to };
  if (precedes) return { comparison: precedes.comparison, from, to };
  const over = bound.exec(behind);
  if (over && !/\d/u.test(behind.slice(over.index).replace(yearWord, ''))) {
    return { comparison: /低|少/u.test(over[0]) ? 'at-least' : 'at-most', from, to };
  }
  if (/达到?[^，,。；;\d]{1,12}的$/u.test(behind)) return { comparison: 'reach', from, to };
  if (/至少[^，,。；;\d]{1,20}$/u.test(behind)) return { comparison: 'at-least', from, to };
  return { comparison: rest === '' ? 'equal' : 'more-than', from, to };
}

const number = (text: string): number | null => {
  const plain = text.replace(/[,，]/gu, '');
  if (plain === '') return null;
  if (/^\d/u.test(plain)) return Number(plain);
  const [whole = '', fraction] = plain.split('点');
  const read = readNumber(whole);
  return read === null || fraction === undefined ? read : Number(`${read}.${readNumber(fraction) ?? 0}`);
};
const scales: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 万亿: 1e12 };
const plainUnits: Readonly<Record<string, string>> = {
  '％': '%',
  名: '人',
  个百分点: '百分点',
  个课时: '课时',
  个学时: '学时',
  位: '人',
  元人民币: '元',
  '': '人',
};
const plainUnit = (unit: string): string => plainUnits[unit] ?? unit.replace(/^个?(?:必修|选修)?学分$/u, '学分');
/** What a second value takes over from the first: 分别不低于60%和80%. */
const joined = /^[、和及与,，]$/u;

/** 分别 stands just before what compares. */
const apart = (sentence: string, at: number): boolean =>
  /分别[^，,；;。]{0,8}$/u.test(sentence.slice(Math.max(0, at - 12), at));

export function quantitiesIn(sentence: string): Quantity[] {
  const found: Quantity[] = [];
  let inList = false;
  for (const match of sentence.matchAll(pattern)) {
    const {
      ratio,
      share,
      shareTo,
      low,
      high,
      rangeUnit,
      number: figure,
      over = '',
      scale = '',
      rest = '',
      unit,
    } = match.groups ?? {};
    const [start, end] = [match.index, match.index + match[0].length];
    const [first = '', second = ''] = (ratio ?? '').split(/[:：∶]/u);
    const value = ratio
      ? Math.max(Number(second) / Number(first), Number(first) / Number(second))
      : number(share ?? low ?? figure ?? '');
    if (value === null || !Number.isFinite(value)) continue;
    const named = ratio ? '比' : share ? '%' : (rangeUnit ?? unit ?? '');
    // 2.23个和4.23个百分点: the unit comes with the last
    const points = named === '个' && !Number.isInteger(value) && scale === '' ? '百分点' : null;
    // 1.2 × 10,000 is 12,000, not 12,000.000000000002
    const scaled = Number((value * (scales[scale] ?? 1)).toPrecision(12));
    // 三年行动计划, 六岁: durations and ages; a mean of years is said to be one
    if (/^[年岁]$/u.test(named) && !/(?:年限|寿命)[^，,。；;]{0,10}$/u.test(sentence.slice(0, start))) continue;
    // 每10万人口: for how many, and no figure of its own
    if (/每$/u.test(sentence.slice(0, start))) continue;
    // 三项费用: part of a name
    if (/^[项门户张席片块]$/u.test(named) && figure !== undefined && !/\d/u.test(figure)) continue;
    const previous = found.at(-1);
    const own = compared(sentence, start, end, over + rest);
    const takesOver: boolean =
      own.comparison === 'equal' &&
      previous !== undefined &&
      joined.test(sentence.slice(previous.to, start)) &&
      (inList || apart(sentence, previous.from));
    inList = takesOver;
    found.push({
      start,
      end,
      ...own,
      ...(takesOver && previous && { comparison: previous.comparison }),
      value: scaled,
      valueTo: number(shareTo ?? high ?? ''),
      unit: points ?? plainUnit(named),
      spelt: figure !== undefined && !/\d/u.test(figure),
    });
  }
  return found;
}
