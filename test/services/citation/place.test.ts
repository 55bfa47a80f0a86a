// Where a range of a made-up text stands: 条、款、项, or its paragraph.
import fc from 'fast-check';
import { placing } from '../../../services/citation/place.js';
import { placeName } from '../../../services/citation/plain.js';
import type { Passage } from '../../../services/domain/passage.js';

const articles = [
  '临澜市托管服务办法',
  '第一章 总则\n第一条 为规范托管服务，制定本办法。',
  [
    '第二条 学校应当提供托管服务。',
    '有下列情形之一的，可以不提供：',
    '（一）寄宿制学校；',
    '（二）不足二十人的教学点；',
    '1.教学点由区认定；',
    '（三）其他情形。',
    '前款规定由区教育局解释。',
  ].join('\n'),
  '第三条 收费遵循下列原则：\n（一）自愿；\n（十一）公益。',
  '第四条之一 本办法自公布之日起施行。\n临澜市教育局\n2021年3月2日',
];
const text = articles.join('\n\n');

let at = 0;
const passages: Passage[] = articles.map((article, i) => {
  const start = text.indexOf(article, at);
  at = start + article.length;
  return { id: i, heading: [], text: article, start, end: at, page: i < 2 ? 1 : 2, ocr: null };
});
const named = (words: string, held = passages, whole = text): string => {
  const start = whole.indexOf(words);
  return placeName(placing(whole, held)({ start, end: start + words.length }));
};

test('an occurrence is placed by 条、款、项', () => {
  expect(named('规范托管')).toBe('第一条');
  expect(named('应当提供')).toBe('第二条第一款');
  expect(named('情形之一')).toBe('第二条第二款');
  expect(named('二十人')).toBe('第二条第二款第二项');
  expect(named('由区认定')).toBe('第二条第二款第二项');
  expect(named('前款规定')).toBe('第二条第三款');
  expect(named('公益')).toBe('第三条第十一项');
});

test('what spans several 款 or 项 is placed by what holds all of it', () => {
  expect(named('寄宿制学校；\n（二）')).toBe('第二条第二款');
  expect(named('其他情形。\n前款')).toBe('第二条');
});

test('a whole passage is its article, under the headings that it begins with', () => {
  expect(passages.slice(1).map(({ text: words }) => named(words))).toEqual([
    '第一条',
    '第二条',
    '第三条',
    '第四条之一',
  ]);
});

test('signature and date under the last article are no 款', () => {
  expect(named('公布之日')).toBe('第四条之一');
});

test('a heading, and a text without articles, are placed by paragraph', () => {
  expect(named('临澜市托管服务办法')).toBe('第1自然段');
  expect(named('第一章 总则')).toBe('第2自然段');
  const plain = '一、目标\n到2025年实现全覆盖。\n\n二、措施\n加大投入。';
  const one = { id: 1, heading: [], text: plain, start: 0, end: plain.length, page: null, ocr: null };
  expect(named('加大投入', [one], plain)).toBe('第4自然段');
  expect(named(plain, [one], plain)).toBe('第1—4自然段');
});

test('an article that goes on in the next passage keeps its count of 款', () => {
  const [first, second] = ['第五条 首款。', '次款。\n三款。'];
  const whole = `${first}\n${second}`;
  const held: Passage[] = [
    { id: 1, heading: ['第二章'], text: first, start: 0, end: first.length, page: 1, ocr: null },
    {
      id: 2,
      heading: ['第二章', '第五条'],
      text: second,
      start: first.length + 1,
      end: whole.length,
      page: 2,
      ocr: null,
    },
  ];
  expect(named('首款', held, whole)).toBe('第五条第一款');
  expect(named('三款', held, whole)).toBe('第五条第三款');
  expect(named(second, held, whole)).toBe('第五条');
});

const alone = (lines: readonly string[]) => {
  const whole = lines.join('\n');
  const passage = { id: 1, heading: [], text: whole, start: 0, end: whole.length, page: null, ocr: null };
  return (words: string): string => named(words, [passage], whole);
};

test('a line that was broken by its length is no new 款', () => {
  const at = alone(['第六条 学校应当建立托管', '档案，如实记录。', '档案保存', '三年。']);
  expect([at('如实'), at('保存'), at('三年')]).toEqual(['第六条第一款', '第六条第二款', '第六条第二款']);
});

test('words after a 项 that has a next one go with it; what follows the last is then left untold', () => {
  const at = alone([
    '第七条 分为：',
    '（一）申请',
    '家长可以申请。',
    '学校应当受理。',
    '（二）审核',
    '区审核。',
    '另行规定。',
  ]);
  expect(at('受理')).toBe('第七条第一项');
  expect(at('（二）审核')).toBe('第七条第二项');
  expect(at('另行规定')).toBe('第七条');
});

test('what looks like many 款 is a list, and no 款 is named', () => {
  const at = alone(['第八条 如下：', ...Array.from({ length: 12 }, (_, i) => `加${i}分的情形。`)]);
  expect(at('加7分')).toBe('第八条');
});

test('the page is that of the passage', () => {
  expect(placing(text, passages)({ start: text.indexOf('公益'), end: text.indexOf('公益') + 2 }).page).toBe(2);
});

test('a blank text has no article to name', () => {
  const blank = { id: 1, heading: [], text: '\n', start: 0, end: 1, page: null, ocr: null };
  expect(placing('\n', [blank])({ start: 0, end: 1 })).toMatchObject({ article: null, paragraphs: { from: 1, to: 1 } });
});

test('any range of any text has a place, and paragraphs within it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...articles.flatMap((one) => one.split('\n')), ''), { maxLength: 20 }),
      fc.nat(),
      fc.nat(40),
      (lines, from, length) => {
        const whole = lines.join('\n');
        const start = Math.min(from % (whole.length + 1), whole.length);
        const passage = { id: 1, heading: [], text: whole, start: 0, end: whole.length, page: null, ocr: null };
        const place = placing(whole, whole === '' ? [] : [passage])({ start, end: start + length });
        const count = Math.max(1, lines.filter((line) => line.trim() !== '').length);
        expect(place.paragraphs.from).toBeGreaterThanOrEqual(1);
        expect(place.paragraphs.to).toBeLessThanOrEqual(count);
        expect(place.paragraphs.from).toBeLessThanOrEqual(place.paragraphs.to);
        if (place.article === null) expect([place.clause, place.item]).toEqual([null, null]);
      },
    ),
  );
});
