// A number in the formats that Word numbers paragraphs in: ECMA-376 part 1, 17.18.59 (ST_NumberFormat).

import {
  type CountingStyle,
  counting,
  chineseDigits as digits,
  writeDigits as digitwise,
  writeCounting,
} from '../../../services/language/chinese-numbers.js';

const legalSimplified = '零壹贰叁肆伍陆柒捌玖';
const legalTraditional = '零壹貳參肆伍陸柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

const legal = (names: string, units = '拾佰仟'): CountingStyle => ({
  digits: names,
  units,
  tenAlone: false,
  oneBeforeHundred: true,
});
const thousand = (n: number): string => writeCounting(n);
/** Up to 99 in words, from 100 on digit by digit. */
const belowHundred = (n: number): string => (n < 100 ? thousand(n) : digitwise(n, digits.replace('〇', '○')));

const cycle = (n: number, names: string): string => names[(n - 1) % names.length] ?? '';
const letters = (n: number): string =>
  String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.min(10, Math.floor((n - 1) / 26) + 1));

function roman(n: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let left = Math.min(n, 9999);
  return signs
    .map(([value, sign]) => {
      const times = Math.floor(left / value);
      left -= times * value;
      return sign.repeat(times);
    })
    .join('');
}

/** The nth character from `first` on; past `last` the plain number. */
const enclosed = (n: number, first: number, last: number): string =>
  n >= 1 && n <= last ? String.fromCharCode(first + n - 1) : String(n);
const circled = (n: number): string => enclosed(n, 0x2460, 20);
const fullWidth = (n: number): string =>
  String(n).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));

const formats: Readonly<Record<string, (n: number) => string>> = {
  none: () => '',
  decimalZero: (n) => String(n).padStart(2, '0'),
  hex: (n) => n.toString(16).toUpperCase(),
  chicago: (n) => (['*', '†', '‡', '§'][(n - 1) % 4] ?? '').repeat(Math.min(10, Math.ceil(n / 4))),
  upperRoman: (n) => roman(n).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (n) => letters(n).toUpperCase(),
  lowerLetter: letters,
  ordinal: (n) => `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`,
  numberInDash: (n) => `- ${n} -`,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (n) => enclosed(n, 0x2488, 20),
  decimalEnclosedParen: (n) => enclosed(n, 0x2474, 20),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  chineseCounting: belowHundred,
  chineseCountingThousand: thousand,
  taiwaneseCounting: belowHundred,
  taiwaneseCountingThousand: thousand,
  ideographDigital: (n) => digitwise(n),
  taiwaneseDigital: (n) => digitwise(n, digits.replace('〇', '○')),
  japaneseDigitalTenThousand: (n) => digitwise(n),
  japaneseCounting: (n) => writeCounting(n, { ...counting, oneBeforeHundred: false }),
  chineseLegalSimplified: (n) => writeCounting(n, legal(legalSimplified)),
  ideographLegalTraditional: (n) => writeCounting(n, legal(legalTraditional)),
  japaneseLegal: (n) => writeCounting(n, legal('零壱弐参四伍六七八九', '拾百阡')),
  ideographTraditional: (n) => (n <= 10 ? cycle(n, stems) : String(n)),
  ideographZodiac: (n) => (n <= 12 ? cycle(n, branches) : String(n)),
  ideographZodiacTraditional: (n) => cycle(n, stems) + cycle(n, branches),
  ideographEnclosedCircle: (n) => enclosed(n, 0x3220, 10),
};

/** `n` written in `format`, a name of ST_NumberFormat, or decimalZero3 for 001; a format that is not known here is written in figures. */
export const formatNumber = (n: number, format: string): string =>
  n < 0 || !Number.isSafeInteger(n)
    ? String(n)
    : (formats[format]?.(n) ?? String(n).padStart(Number(/^decimalZero([2-9]|10)$/.exec(format)?.[1] ?? 0), '0'));
