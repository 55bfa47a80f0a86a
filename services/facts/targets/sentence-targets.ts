// The targets of one sentence: each quantity that an indicator is named for, with what is stated for it there.
import type { Target } from '../../domain/target.js';
import { indicatorsOf } from './names/readers.js';
import { type Quantity, quantitiesIn } from './quantities.js';
import { yearBefore } from './years.js';

/** What a sentence itself says; `undefined` where it says nothing of it. */
export interface Said extends Omit<Target, 'year' | 'regionCode' | 'sentence'> {
  readonly year: number | null | undefined;
  /** the sentence up to the quantity: where a region would be named */
  readonly behind: string;
}

/** Longer ones are lists without stops, or no language at all. */
const longestSentence = 800;
const figures = /\d|百分之|[一二三四五六七八九十百千两]/u;

/** 收入低于2万元的，…; 超过50平方米的部分; 超过66人的超大班额: a case, not an aim. */
const isCondition = (
  { comparison, unit, start, end, to }: Quantity,
  sentence: string,
  rest = sentence.slice(to),
): boolean =>
  // 收入60%以下的家庭
  (/以下$/u.test(sentence.slice(end, to)) && /^的(?!目标|水平|标准|比例)/u.test(rest)) ||
  (/^(?:more|less)-than$/u.test(comparison) && /^的/u.test(rest)) ||
  (comparison !== 'equal' && conditional.test(rest) && !(unit === '%' && isPart.test(sentence.slice(0, start))));
/** 60%以上的学校实现: so many of them, which no rate before it picks out. */
const isPart = /(?:^|[，,；;：:、]|确保|力争|保证|实现|使|全[国省市县区]|年[底末前]?)\s*$/u;
const conditional =
  /^(?:[（(]含[^）)]*[）)])?的(?:[，,；;。、]|部分|地区|学校|单位|企业|机构|人员|学生|考生|家庭|情况|[^，,；;。]{0,6}班额)/u;

/** 从10.2%下降到4%以下: the first is where it comes from; where no year is stated for it, it is of an unknown one. */
const isBaseline = (since: string, rest: string): boolean =>
  /[由从](?![^，,]*年)[^，,]{0,12}$/u.test(since) &&
  /^(?:左右|以上)?(?:提高|增加|增长|下降|降低|减少|上升|提升|扩大|降|升|增|调整|上调|下调)[至到为]/u.test(rest);

/** Offsets into the sentence. `documentYear` is what 今年 means. */
export function targetsIn(sentence: string, documentYear: number | null): Said[] {
  if (sentence.length > longestSentence || !figures.test(sentence)) return [];
  const quantities = quantitiesIn(sentence);
  const found: Said[] = [];
  let previous: string | null = null;
  quantities.forEach((quantity, i) => {
    const since = sentence.slice(quantities[i - 1]?.to ?? 0, quantity.start);
    const next = sentence.slice(quantity.to, quantities[i + 1]?.from ?? sentence.length);
    const behind = sentence.slice(0, quantity.start);
    const rest = sentence.slice(quantity.to);
    const indicators = indicatorsOf({ sentence, quantity, behind, since, next, rest, previous });
    previous = indicators.at(-1) ?? null;
    if (isCondition(quantity, sentence) || isBaseline(since, rest)) return;
    const { comparison, value, valueTo, unit, from: start, to: end } = quantity;
    const year = yearBefore(sentence, quantity.start, documentYear);
    for (const indicator of indicators) {
      found.push({ indicator, comparison, value, valueTo, unit, year, behind, start, end });
    }
  });
  return found;
}
