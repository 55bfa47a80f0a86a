// A number with what it counts, as one piece: 6个月, 三十日内, 2万元, 35%. What amounts to the same has the same key; pure.

export interface Quantity {
  readonly key: string;
  /** where it ends in the text, its unit and 内 or 前 with it */
  readonly end: number;
  /** a time within which, or before which, something is to be done */
  readonly isDeadline: boolean;
}

/** As units write them → what is counted, and how many of it one is. 年级, 周岁 and 日制 are words, not units. */
const units: readonly (readonly [pattern: string, unit: string, factor: number])[] = [
  ['个?工作日', '工作日', 1],
  ['个(?:百分)点|百分点', '个百分点', 1],
  ['亿元', '元', 100_000_000],
  ['万元', '元', 10_000],
  ['千元', '元', 1_000],
  ['元', '元', 1],
  ['个半?月', '个月', 1],
  ['年半?(?![级制度份])', '个月', 12],
  ['月', '月', 1],
  ['日(?![制托均照常])|天', '日', 1],
  ['周(?![岁末边])|个?星期', '日', 7],
  ['个?小时', '小时', 1],
  ['分钟', '分钟', 1],
  ['时(?![间期代段限刻候])', '时', 1],
  ['个?学期', '学期', 1],
  ['个?学年', '学年', 1],
];
const times = new Set(['工作日', '个月', '日', '小时', '分钟', '学期', '学年', '月']);
const unit = new RegExp(units.map(([pattern]) => `(${pattern})`).join('|'), 'uy');
const within = /(?:[以之]?内|[以之]?前)(?!后)/uy;

const round = (value: number): number => Number(value.toPrecision(12));
const at = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from;
  return pattern.exec(text);
};

/** `key` is the number's as valuesIn() gives it (20万, 35%, /3, 30); `end` is where it ends in the text. */
export function quantityAt(text: string, key: string, end: number): Quantity {
  const [, digits = '', scale = ''] = /^(\d+(?:\.\d+)?)([万亿]?)$/u.exec(key) ?? [];
  if (digits === '') return { key, end, isDeadline: false }; // a share, a part, a version
  const amount = Number(digits) * (scale === '万' ? 10_000 : scale === '亿' ? 100_000_000 : 1);
  const counted = at(unit, text, end);
  const [, name, factor] = units[counted?.slice(1).findIndex((group) => group !== undefined) ?? -1] ?? ['', '', 1];
  if (!counted) return { key: String(round(amount)), end, isDeadline: false };
  const after = end + counted[0].length;
  if (name === '时') return { ...clock(text, amount, after), isDeadline: false };
  const and = counted[0].includes('半') ? 0.5 : 0;
  const whole = { key: `${round((amount + and) * factor)}${name}`, end: after, isDeadline: false };
  const limit = times.has(name) ? at(within, text, after) : null;
  return limit ? { ...whole, end: after + limit[0].length, isDeadline: true } : whole;
}

/** 17时30分 */
function clock(text: string, hour: number, after: number): { key: string; end: number } {
  const past = at(minutes, text, after);
  return { key: `${hour}时${Number(past?.[1] ?? 0)}`, end: after + (past?.[0].length ?? 0) };
}
const minutes = /([0-5]?\d)分(?!钟)/uy;

/** A time that nobody can be held to, in the place of one that says how long. */
export const vagueTimes =
  /及时|尽快|尽早|适时|按时|按期|如期|限期|近期|从速|(?:在)?(?:规定|合理|一定|指定|限定)的?(?:时间|期限|时限)(?:[以之]?内)?/gu;
/** Sooner than any time that is counted. */
export const atOnce = /立即|立刻|即刻|马上|即时|当即|第一时间/gu;
