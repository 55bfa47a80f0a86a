// Values changed as drafters change them: digits, a date, the unit, the way a number binds, a time limit made vague or left
// out; and values that are written otherwise and amount to the same, of which nothing is to be said.
// It knows nothing of how the check reads values.
import { type Changed, deadline, number, places, replace, type ValueWay } from './mutate.js';
import type { Random } from './random.js';

type Maker = (text: string, random: Random) => Changed | null;

const small = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})';
const swaps: Readonly<Record<string, readonly string[]>> = {
  个月: ['年', '日'],
  个工作日: ['日', '个月'],
  工作日: ['日'],
  年: ['个月'],
  日: ['个工作日', '个月'],
  天: ['小时', '个工作日'],
  小时: ['分钟', '天'],
  分钟: ['小时'],
  万元: ['元'],
  元: ['万元'],
};

const unit: Maker = (text, random) => {
  const pattern = new RegExp(
    `(?<![\\d.第年月日号一二三四五六七八九十百千万两几数多])(?<=\\D)(${small})(${Object.keys(swaps).join('|')})(?=以?[内上下]|之[内前后]|前|的|[，。；、）])`,
    'gu',
  );
  const match = random.pick(places(text, pattern));
  const was = match?.[2] ?? '';
  const is = random.pick(swaps[was] ?? []);
  return match && is ? replace(text, match.index + (match[1]?.length ?? 0), was, is, 'number', 'unit') : null;
};

const limitTime = `(?<![\\d.第年月日号一二三四五六七八九十百千万两几数多])(?:${small}|[一二三]百)(?:个?工作日|日|天|个月|周|年|小时)(?:内|以内|之内)`;

const vague: Maker = (text, random) => {
  const match = random.pick(places(text, new RegExp(`[在于]?${limitTime}`, 'gu')));
  const is = random.pick(['及时', '尽快', '按时', '适时']);
  return match && is ? replace(text, match.index, match[0], is, 'deadline', 'vague') : null;
};

const gone: Maker = (text, random) => {
  const match = random.pick(places(text, new RegExp(`[在于]${limitTime}`, 'gu')));
  return match ? replace(text, match.index, match[0], '', 'deadline', 'gone') : null;
};

const opposite: Readonly<Record<string, string>> = {
  不低于: '不超过',
  不少于: '不超过',
  不超过: '不低于',
  不高于: '不低于',
  以上: '以下',
  以下: '以上',
};
const limit: Maker = (text, random) => {
  const found = places(
    text,
    /不(?:低于|少于|超过|高于)(?=\d)|(?<=\d(?:%|％|人|元|万元|年|学时|分|岁|周岁|所|名|个))以[上下]/gu,
  );
  const match = random.pick(found);
  const is = match && opposite[match[0]];
  return match && is ? replace(text, match.index, match[0], is, 'number', 'limit') : null;
};

const digits = '零一二三四五六七八九';
const spell = (value: number): string => {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`}${ones > 0 ? digits[ones] : ''}`;
};
const read = (text: string): number => {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const digit = (one: string | undefined, otherwise: number): number => (one ? digits.indexOf(one) : otherwise);
  return 10 * (tens === '0' ? 0 : digit(tens, 1)) + digit(ones, 0);
};
const measure = '(?:个?工作日|日|天|个月|年|周岁|人|名|元|万元|小时|学时)';

const same: Maker = (text, random) => {
  const ways: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
    [new RegExp(`(?<![\\d.第年月日号〔(（,])[1-9]\\d?(?=${measure})(?!日至|月)`, 'gu'), ([all]) => spell(Number(all))],
    [
      new RegExp(
        `(?<![第一二三四五六七八九十百千万零〇年月分之几数多])[二三四五六七八九]?十[一二三四五六七八九]?(?=${measure})`,
        'gu',
      ),
      ([all]) => String(read(all)),
    ],
    [/(?<![\d.])[1-9]\d?(?:%|％)/gu, ([all]) => `百分之${spell(Number.parseInt(all, 10))}`],
    [/(?<![\d.])[1-9]\d?万元/gu, ([all]) => `${Number.parseInt(all, 10)}0000元`],
    [/(?<=[日天月年])(?:以内|之内)/gu, () => '内'],
  ];
  for (const [pattern, write] of random.shuffled(ways)) {
    const match = random.pick(places(text, pattern));
    if (!match) continue;
    return { ...replace(text, match.index, match[0], write(match), 'same', 'same'), labels: ['verbatim', 'edited'] };
  }
  return null;
};

const asWay =
  (way: ValueWay, make: Maker): Maker =>
  (text, random) => {
    const made = make(text, random);
    return made && { ...made, way };
  };
const makers: readonly Maker[] = [asWay('digits', number), asWay('date', deadline), unit, vague, gone, limit, same];

/** One change of a value, of a kind that the sentence allows; null where it allows none. */
export function changedValue(text: string, random: Random): Changed | null {
  for (const make of random.shuffled(makers)) {
    const changed = make(text, random);
    if (changed && changed.text !== text) return changed;
  }
  return null;
}
