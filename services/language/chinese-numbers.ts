// Chinese numbers, read and written: the one place that knows their digits and units.

/** Zero is typed in many ways: the numeral, circles, and letters O of three scripts. */
export const zeros = '〇○◯零oO0\\u041e\\u043e\\u039f\\u03bf';
const zero = new RegExp(`[${zeros}]`, 'gu');
export const chineseDigits = '〇一二三四五六七八九';
const units = ['', '十', '百', '千'];

/** 二〇二一, 二○二一 → 2021; a character that is no digit is left as it is. */
export const readDigits = (text: string): string =>
  [...text.replace(zero, '〇')].map((c) => (chineseDigits.includes(c) ? chineseDigits.indexOf(c) : c)).join('');

/** `n` digit by digit, in the digits given: 2021 → 二〇二一 */
export const writeDigits = (n: number | string, digits: string = chineseDigits): string =>
  [...String(n)].map((digit) => digits[Number(digit)] ?? '').join('');

/** 二十 → 20, 一百零五 → 105, 两千 → 2000, 廿三 → 23; null for what is not counted so. */
export function readCounting(text: string): number | null {
  let sum = 0;
  let digit = -1;
  let least = units.length;
  for (const character of text.replace(zero, '〇').replace(/两/gu, '二').replace('廿', '二十').replace('卅', '三十')) {
    const value = chineseDigits.indexOf(character);
    const unit = units.indexOf(character);
    if (value === 0) continue;
    if (value > 0 && digit < 0) digit = value;
    else if (unit > 0 && unit < least && (digit > 0 || (unit === 1 && sum === 0))) {
      sum += Math.max(1, digit) * 10 ** unit;
      digit = -1;
      least = unit;
    } else return null;
  }
  sum += Math.max(0, digit);
  return sum > 0 ? sum : null;
}

/** Any way to write a number: １２, 12, 二〇, 一百零三; null for what is none. */
export function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s/gu, '');
  if (/[十百千廿卅]/u.test(plain)) return readCounting(plain);
  const digits = readDigits(plain.replace(/两/gu, '二'));
  return /^\d+$/u.test(digits) ? Number(digits) : null;
}

export interface CountingStyle {
  /** from zero to nine */
  readonly digits: string;
  /** of ten, a hundred, a thousand, each one character, in this order */
  readonly units: string;
  /** 十 and not 一十 at the start */
  readonly tenAlone: boolean;
  /** 一百零一 and not 百一 */
  readonly oneBeforeHundred: boolean;
}
export const counting: CountingStyle = {
  digits: chineseDigits,
  units: '十百千',
  tenAlone: true,
  oneBeforeHundred: true,
};

/** 一, 十, 十一, 二十, 一百零一, 一千零一十; beyond 9,999 digit by digit. */
export function writeCounting(n: number, style: CountingStyle = counting): string {
  if (n === 0) return style.digits[0] ?? '';
  if (n > 9999) return writeDigits(n, style.digits);
  const figures = [...String(n)].map(Number);
  let out = '';
  let gap = false;
  figures.forEach((figure, i) => {
    const place = figures.length - 1 - i;
    if (figure === 0) {
      gap = out !== '';
      return;
    }
    if (gap && style.oneBeforeHundred) out += '零';
    gap = false;
    const tenFirst = out === '' && place === 1 && style.tenAlone;
    const bare = figure === 1 && place > 0 && (tenFirst || (!(out === '' && place === 1) && !style.oneBeforeHundred));
    out += (bare ? '' : (style.digits[figure] ?? '')) + (style.units[place - 1] ?? '');
  });
  return out;
}
