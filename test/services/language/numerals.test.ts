import fc from 'fast-check';
import { readCounting as cardinal } from '../../../services/language/chinese-numbers.js';
import { arabicNumbers, arabicYears, numberVariants } from '../../../services/language/numerals.js';

describe('numbers written the other way', () => {
  it.each([
    ['第20条', ['第二十条']],
    ['第二十条', ['第20条']],
    ['第105条', ['第一百零五条', '第一百〇五条']],
    ['第十条', ['第10条']],
    ['3%', ['百分之3', '百分之三']],
    ['百分之三', ['3%', '百分之3']],
    ['86.3%', ['百分之86.3', '百分之八十六点三']],
    ['百分之八十六点三', ['86.3%', '百分之86.3']],
    ['2021年', ['二〇二一年', '二○二一年', '二零二一年']],
    ['二零二一年', ['2021年', '二〇二一年', '二○二一年']],
  ])('%s', (text, others) => {
    expect(numberVariants(text)).toEqual(others);
  });

  it('leaves plain numbers and words with numerals in them alone', () => {
    expect(numberVariants('3 个，三个，十分重要，统一，第一，20%以上的一些'.replace('20%', ''))).toEqual([]);
  });

  it('gives every combination within its limit', () => {
    expect(numberVariants('第1条第2款')).toEqual(['第1条第二款', '第一条第2款', '第一条第二款']);
    expect(numberVariants('第1条'.repeat(20)).length).toBeLessThanOrEqual(16);
  });

  it('reads back every number that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        for (const variant of numberVariants(`第${value}条`)) expect(cardinal(variant.slice(1, -1))).toBe(value);
      }),
    );
  });
});

test('a year in characters is read with 年 and without, a number of another kind is none', () => {
  expect(arabicYears('二〇二一 工作要点，一九九九年，二零一八年')).toBe('2021 工作要点，1999年，2018年');
  expect(arabicYears('二三四五十')).toBe('二三四五十');
});

test('every number written in characters is read as it is counted, or numeral by numeral', () => {
  const read = (text: string) => arabicNumbers(text).map(({ start, end, arabic }) => [text.slice(start, end), arabic]);
  expect(read('第二十条、二〇二一年、一百零五人、百分之三点五、三千')).toEqual([
    ['二十', '20'],
    ['二〇二一', '2021'],
    ['一百零五', '105'],
    ['百分之三点五', '3.5%'],
    ['三千', '3000'],
  ]);
  expect(read('2021年')).toEqual([]);
});
