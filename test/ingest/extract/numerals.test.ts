import { formatNumber } from '../../../ingest/extract/numbering/numerals.js';

describe('formatNumber', () => {
  it.each([
    ['chineseCountingThousand', '一 十 十一 二十 二十一 九十九 一百 一百零一 一百一十 一百一十一 一千零一 一千零一十'],
    [
      'taiwaneseCountingThousand',
      '一 十 十一 二十 二十一 九十九 一百 一百零一 一百一十 一百一十一 一千零一 一千零一十',
    ],
    ['chineseCounting', '一 十 十一 二十 二十一 九十九 一○○ 一○一 一一○ 一一一 一○○一 一○一○'],
    ['taiwaneseCounting', '一 十 十一 二十 二十一 九十九 一○○ 一○一 一一○ 一一一 一○○一 一○一○'],
    ['japaneseCounting', '一 十 十一 二十 二十一 九十九 百 百一 百十 百十一 千一 千十'],
    [
      'chineseLegalSimplified',
      '壹 壹拾 壹拾壹 贰拾 贰拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹 壹仟零壹 壹仟零壹拾',
    ],
    ['ideographDigital', '一 一〇 一一 二〇 二一 九九 一〇〇 一〇一 一一〇 一一一 一〇〇一 一〇一〇'],
    ['decimal', '1 10 11 20 21 99 100 101 110 111 1001 1010'],
    ['decimalFullWidth', '１ １０ １１ ２０ ２１ ９９ １００ １０１ １１０ １１１ １００１ １０１０'],
    ['upperRoman', 'I X XI XX XXI XCIX C CI CX CXI MI MX'],
  ])('writes %s as Word does', (format, expected) => {
    const numbers = [1, 10, 11, 20, 21, 99, 100, 101, 110, 111, 1001, 1010];
    expect(numbers.map((n) => formatNumber(n, format)).join(' ')).toBe(expected);
  });

  it('counts in stems, branches, circles, brackets and letters', () => {
    const first = (format: string): string => [1, 2, 3].map((n) => formatNumber(n, format)).join('');
    expect(first('ideographTraditional')).toBe('甲乙丙');
    expect(first('ideographZodiac')).toBe('子丑寅');
    expect(first('decimalEnclosedCircleChinese')).toBe('①②③');
    expect(first('decimalEnclosedParen')).toBe('⑴⑵⑶');
    expect(first('ideographEnclosedCircle')).toBe('㈠㈡㈢');
    expect(first('lowerLetter')).toBe('abc');
    expect(formatNumber(27, 'upperLetter')).toBe('AA');
    expect(formatNumber(20, 'decimalEnclosedCircle')).toBe('⑳');
    expect(formatNumber(21, 'decimalEnclosedCircle')).toBe('21'); // as Word does, though Unicode has more
    expect(formatNumber(7, 'decimalZero3')).toBe('007');
    expect(formatNumber(3, 'decimalZero')).toBe('03');
  });

  it('writes figures where a format is unknown or has no more signs', () => {
    expect(formatNumber(7, 'thaiCounting')).toBe('7');
    expect(formatNumber(99, 'decimalEnclosedCircle')).toBe('99');
  });
});
