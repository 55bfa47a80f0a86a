import fc from 'fast-check';
import { normalForm, normalText, occurrencesOf, originalRange } from '../../../services/domain/text.js';

/** The definition, word for word, over the whole text at once. */
const asDefined = (text: string): string =>
  [...text.normalize('NFKC')]
    .filter((character) => !/[\p{Z}\p{Cc}\p{Cf}]/u.test(character))
    .map((character) => (/["'`´‘’‚‛“”„‟‹›«»「」『』〝〞〟﹁﹂﹃﹄]/u.test(character) ? '"' : character))
    .join('');

describe('the normal form (frozen)', () => {
  test.each([
    ['全角 ＡＢＣ１２３％', '全角ABC123%'],
    ['“素质教育”「核心素养」『立德树人』', '"素质教育""核心素养""立德树人"'],
    ['毛入园率\n达到\u3000８６.３ ％', '毛入园率达到86.3%'],
    ['⼒⺠⻔⻓⻅', '力民门长见'],
    ['豈更', '豈更'],
    ['a\u200bb\u00adc\ufeffd', 'abcd'],
    ['第①条', '第1条'],
    ['', ''],
  ])('%j is compared as %j', (text, normal) => {
    expect(normalForm(text)).toBe(normal);
  });

  test('《》 are title marks, not quotes', () => {
    expect(normalForm('《教育法》')).toBe('《教育法》');
  });

  test('equals its definition over the whole text', () => {
    const characters = fc
      .string({ unit: 'binary', maxLength: 60 })
      .filter((text) => !/[\u2e80-\u2ef3\u{1d165}-\u{1d1ff}]/u.test(text));
    fc.assert(
      fc.property(characters, (text) => {
        expect(normalForm(text)).toBe(asDefined(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('composes Hangul and half-width kana that stand apart', () => {
    for (const text of ['한글', 'ｶﾞ', 'e\u0301', 'a\u0323\u0302']) expect(normalForm(text)).toBe(asDefined(text));
  });
});

describe('the way back to the stored text', () => {
  test('a range of the normal form gives the stored text that it came from', () => {
    const stored = '到２０２５年，毛入\n园率达到 86.3％。';
    const normal = normalText(stored);
    const at = normal.text.indexOf('毛入园率');
    const { start, end } = originalRange(normal, at, at + 4);
    expect(stored.slice(start, end)).toBe('毛入\n园率');
  });

  test('every unit maps into its own run, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const { text: normal, starts, ends } = normalText(text);
        expect(starts.length).toBe(normal.length);
        for (let i = 0; i < normal.length; i++) {
          expect(ends[i]!).toBeGreaterThan(starts[i]!);
          if (i > 0) expect(starts[i]!).toBeGreaterThanOrEqual(starts[i - 1]!);
          expect(normalForm(text.slice(starts[i], ends[i]))).toContain(normal[i]);
        }
      }),
    );
  });
});

test('occurrences are counted from left to right without overlap', () => {
  expect(occurrencesOf('人人', '人人人人人')).toEqual([0, 2]);
  expect(occurrencesOf('', '人')).toEqual([]);
});
