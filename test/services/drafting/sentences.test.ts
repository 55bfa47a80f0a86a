import fc from 'fast-check';
import { normalForm } from '../../../services/domain/text.js';
import { articlesIn, missingArticle } from '../../../services/drafting/articles.js';
import { changesBetween } from '../../../services/drafting/changes.js';
import { coreOf } from '../../../services/drafting/core.js';
import { isGeneralFormula } from '../../../services/drafting/formula.js';
import { placesIn } from '../../../services/drafting/places.js';
import { quotedBehind } from '../../../services/drafting/quoted.js';
import { frameOf, tokensOf } from '../../../services/drafting/tokens.js';

const core = (text: string): string => coreOf(normalForm(text)).core;

describe('the part of a sentence that is compared', () => {
  it.each([
    ['第三条 学校应当公布收费。', '学校应当公布收费'],
    ['一、总体要求', '总体要求'],
    ['（二）加强领导；', '加强领导'],
    ['3．建立台账', '建立台账'],
    ['[13] 某某著', '某某著'],
    ['第三条规定的情形除外。', '第三条规定的情形除外'],
    ['1.5小时以内。', '1.5小时以内'],
    ['印发《办法》', '印发《办法》'],
  ])('of %p is %p', (text, wanted) => expect(core(text)).toBe(wanted));

  it('lies in the sentence where it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const key = normalForm(text);
        const found = coreOf(key);
        expect(key.slice(found.from, found.to)).toBe(found.core);
      }),
    );
  });
});

describe('values in a sentence', () => {
  const kinds = (text: string): string[] =>
    tokensOf(text)
      .filter(({ kind }) => kind !== 'text')
      .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

  it('are told apart: numbers, times, obligation, limits, references', () => {
    expect(kinds('学校应当自收到之日起15个工作日内答复，不得收取超过200元的费用。')).toEqual([
      'strength 应当',
      'deadline 15个工作日内',
      'strength 不得',
      'limit 超过',
      'number 200元',
    ]);
    expect(kinds('到2025年底，按照《临澜市办法》（临教发〔2021〕3号）第十二条执行。')).toEqual([
      'deadline 2025年底',
      'reference 《临澜市办法》（临教发〔2021〕3号）',
      'reference 第十二条',
    ]);
  });
  it('are the same however they are written', () => {
    const key = (text: string): string | undefined => tokensOf(text).find(({ kind }) => kind !== 'text')?.key;
    expect(key('三十日内报送')).toBe(key('30日内报送'));
    expect(key('２０２５ 年')).toBe(key('2025年'));
    expect(key('百分之八十五')).toBe(key('85％'));
  });
  it.each([
    ['20万元', '二十万元'],
    ['20万元', '200000元'],
    ['0.5万元', '五千元'],
    ['一年内', '12个月内'],
    ['半年内', '6个月以内'],
    ['一年半内', '18个月内'],
    ['两周内', '14天之内'],
    ['三十日内', '30天内'],
    ['5个工作日内', '五个工作日以内'],
    ['17时30分', '17时30分'],
  ])('with what they count: %s amounts to %s', (one, other) =>
    expect(tokensOf(one).map(({ key }) => key)).toEqual(tokensOf(other).map(({ key }) => key)),
  );
  it.each([
    ['6个月内', '6年内'],
    ['10日内', '10个工作日内'],
    ['5万元', '5元'],
    ['30日内', '30日'],
    ['17时30分', '17时'],
    ['及时', '30日内'],
  ])('with what they count: %s is not %s', (one, other) =>
    expect(tokensOf(one).map(({ key }) => key)).not.toEqual(tokensOf(other).map(({ key }) => key)),
  );
  it('are no units in words, and no numbers of tables and codes', () => {
    expect(kinds('三年级学生年满6周岁，见表3，联系电话：87654321。')).toEqual(['number 三', 'number 6']);
  });
  it('are not the number a sentence stands under', () => expect(kinds('（三）公布名单')).toEqual([]));
  it('reproduce the text at their places, and the frame is what is left', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('学校', '应当', '30日内', ' ', '2025年', '《办法》', '不得', '５人', '，'), {
          maxLength: 20,
        }),
        (pieces) => {
          const text = pieces.join('');
          const tokens = tokensOf(text);
          for (const { start, end } of tokens) expect(text.slice(start, end)).not.toBe('');
          const plain = tokens
            .filter(({ kind }) => kind === 'text')
            .map(({ start, end }) => normalForm(text.slice(start, end)));
          expect(frameOf(tokens)).toBe(plain.join(''));
        },
      ),
    );
  });
});

describe('what was changed between two sentences', () => {
  const changes = (source: string, draft: string) =>
    (changesBetween(tokensOf(source), tokensOf(draft))?.changes ?? []).map(
      ({ kind, draft: one, source: other, at }) => ({
        kind,
        was: other && source.slice(other.start, other.end),
        is: one && draft.slice(one.start, one.end),
        at: draft.slice(at.start, at.end),
      }),
    );

  it('is a number, a deadline, a word of obligation in its place', () => {
    expect(changes('学校应当在30日内配备5名教师。', '学校可以在15日内配备8名教师。')).toEqual([
      { kind: 'strength', was: '应当', is: '可以', at: '可以' },
      { kind: 'deadline', was: '30日内', is: '15日内', at: '15日内' },
      { kind: 'number', was: '5', is: '8', at: '8' },
    ]);
  });
  it('is a unit that is another: points for shares, yuan for ten thousands', () => {
    const numbers = (source: string, draft: string) =>
      changes(source, draft).flatMap(({ kind, was, is }) => (kind === 'number' && was && is ? [`${was}→${is}`] : []));
    expect(numbers('入园率提高5个百分点，居前列。', '入园率提高5%，居前列。')).toEqual(['5个百分点→5%']);
    expect(numbers('入园率提高百分之五，居前列。', '入园率提高5个百分点，居前列。')).toEqual(['百分之五→5个百分点']);
    expect(numbers('每校补助5万元，由市承担。', '每校补助5元，由市承担。')).toEqual(['5万元→5元']);
  });
  it('is what was dropped, told at the word after it', () => {
    expect(changes('学校不得收费。', '学校收费。')).toEqual([{ kind: 'strength', was: '不得', is: null, at: '收' }]);
  });
  it('is nothing where only the way of writing differs', () => {
    expect(changes('自二〇二五年三月一日起三十日内报送', '自2025年3月1日起30日内报送')).toEqual([]);
  });
});

describe('places of a draft that was pasted', () => {
  it('reproduce the words, though lines were wrapped and a page number is gone', () => {
    const given = '第一条 学校应当公布\n收费。\n— 2 —\n第二条 不得补课。';
    const stored = '第一条 学校应当公布收费。\n第二条 不得补课。';
    const placeIn = placesIn(given, stored);
    const at = (words: string) => placeIn({ start: stored.indexOf(words), end: stored.indexOf(words) + words.length });
    const place = at('公布收费');
    expect(place && given.slice(place.start, place.end)).toBe('公布\n收费');
    const second = at('不得补课');
    expect(second && given.slice(second.start, second.end)).toBe('不得补课');
  });
  it('are null for words that were not pasted', () => {
    expect(placesIn('一二三四', '五六七八')({ start: 0, end: 2 })).toBeNull();
  });
});

it.each(['特此通知。', '现将有关事项通知如下：', '现印发给你们，请遵照执行。', '附件：'])(
  '%p is a set phrase',
  (text) => expect(isGeneralFormula(core(text))).toBe(true),
);
it.each(['学校应当公布收费标准。', '为贯彻落实本条例，学校每年安排五万元。'])('%p is none', (text) =>
  expect(isGeneralFormula(core(text))).toBe(false),
);

describe('articles', () => {
  const text = Array.from({ length: 9 }, (_, i) => `第${'一二三四五六七八九'[i]}条 某某。`).join('\n');
  it('that a document has not are found', () => {
    expect(missingArticle(['第十二条第二款'], articlesIn(text))).toEqual({ words: '第十二条' });
    expect(missingArticle(['第五条'], articlesIn(text))).toBeNull();
  });
  it('of a text that is no set of rules, or a part of one, say nothing', () => {
    expect(missingArticle(['第九十条'], articlesIn('第八十条 某某。\n第八十一条 某某。'))).toBeNull();
  });
});

it('finds the words that are quoted from what is cited', () => {
  const text = '《临澜市办法》第五条规定：“学校应当公布收费项目和标准。”';
  const found = quotedBehind(text, 7);
  expect(found && text.slice(found.start, found.end)).toBe('学校应当公布收费项目和标准。');
  expect(quotedBehind('《临澜市办法》规定：“短。”', 7)).toBeNull();
});
