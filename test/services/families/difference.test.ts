import fc from 'fast-check';
import { normalForm } from '../../../services/domain/text.js';
import { difference, partsOf } from '../../../services/families/difference.js';
import { numeralValue, valuesIn } from '../../../services/families/values.js';
import { rules, unrelated } from './made-up.js';

const found = (a: string, b: string) =>
  difference(a, b).numbers.map((value) => [value.kind, value.a?.text ?? null, value.b?.text ?? null]);

test.each([
  ['三十', 30],
  ['十', 10],
  ['一百二十', 120],
  ['二〇二一', 2021],
  ['两万', 20_000],
  ['一亿二千万', 120_000_000],
])('%s is %d', (text, value) => {
  expect(numeralValue(text)).toBe(value);
});

test('numbers, dates and words of obligation are told; places in the text are not', () => {
  const sentence = '第三条 学校应当自2024年9月1日起三十日内，按百分之五的比例减免，第二款不得例外。';
  expect(valuesIn(sentence).map(({ kind, start, end }) => [kind, sentence.slice(start, end)])).toEqual([
    ['strength', '应当'],
    ['date', '2024年9月1日'],
    ['number', '三十'],
    ['number', '百分之五'],
    ['strength', '不得'],
  ]);
});

describe('a changed number', () => {
  test('is called out, old and new, with its place in both texts', () => {
    const [a, b] = ['总则。\n毛入园率达到90%以上。', '总则。\n前言。\n毛入园率达到92%以上。'];
    const { numbers } = difference(a, b);
    expect(numbers).toHaveLength(1);
    const [{ a: old, b: now }] = numbers as [(typeof numbers)[0]];
    expect([a.slice(old!.start, old!.end), b.slice(now!.start, now!.end)]).toEqual(['90%', '92%']);
  });
  test('is none when only the way of writing changed', () => {
    expect(found('应当在三十日内备案。', '应当在30日内备案。')).toEqual([]);
    expect(found('二〇二四年九月一日起施行。', '2024年9月1日起施行。')).toEqual([]);
    expect(found('减免百分之五。', '减免5%。')).toEqual([]);
  });
  test('a softened obligation and a moved deadline are called out', () => {
    expect(found('学校必须在2024年9月1日前完成整改工作。', '学校可以在2025年3月1日前完成整改工作。')).toEqual([
      ['date', '2024年9月1日', '2025年3月1日'],
      ['strength', '必须', '可以'],
    ]);
  });
  test('a number that was put in has no old one', () => {
    expect(found('每班学生人数不超过规定的标准。', '每班学生人数不超过规定的45人标准。')).toEqual([
      ['number', null, '45'],
    ]);
  });
});

test('texts that differ in spacing and line breaks alone are the same', () => {
  const { changes, numbers } = difference('第一条　总则。第二条 细则。', '第一条 总则。\n第二条细则。');
  expect(changes.map(({ kind }) => kind)).toEqual(['same']);
  expect(numbers).toEqual([]);
});

test('article by article: what was changed, put in and taken out', () => {
  const title = '临澜市课后服务管理办法';
  const a = rules({ title });
  const b = rules({ title, changed: { 5: '第5条 体育场地由街道统一开放，学校不再承担。' } });
  const kinds = difference(a, b).changes.map(({ kind }) => kind);
  expect(kinds[0]).toBe('same');
  expect(kinds.at(-1)).toBe('same');
  expect(kinds.filter((kind) => kind !== 'same').length).toBeLessThanOrEqual(2);
});

test('every piece is the slice of its text that its offsets say, and parts put together give both sides', () => {
  const words = fc.constantFrom('应当', '不得', '三十日', '90%', '学校', '。', '\n', ' ', '𠮷', '2024年', '第三条');
  const texts = fc.array(words, { maxLength: 60 }).map((all) => all.join(''));
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      for (const change of difference(a, b).changes) {
        if (change.kind === 'same') continue;
        if (change.a) expect(a.slice(change.a.start, change.a.end)).toBe(change.a.text);
        if (change.b) expect(b.slice(change.b.start, change.b.end)).toBe(change.b.text);
        if (!change.parts) continue;
        const side = (without: string) =>
          change
            .parts!.filter(({ kind }) => kind !== without)
            .map(({ text }) => text)
            .join('');
        expect(side('added')).toBe(change.a?.text);
        expect(side('removed')).toBe(change.b?.text);
      }
      for (const value of difference(a, b).numbers) {
        if (value.a) expect(a.slice(value.a.start, value.a.end)).toBe(value.a.text);
        if (value.b) expect(b.slice(value.b.start, value.b.end)).toBe(value.b.text);
      }
    }),
  );
});

test('long texts that have nothing in common are compared roughly, in bounded time', () => {
  const many = (words: string) =>
    Array.from({ length: 9_000 }, (_, i) => `${words}${i * 31}号事项办理说明。`).join('\n');
  const started = performance.now();
  const { truncated, changes } = difference(many('甲'), many('乙'));
  expect(truncated).toBe(true);
  expect(changes).toHaveLength(18_000);
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(difference(unrelated('x', '甲乙丙丁'), '').changes.every(({ kind }) => kind === 'removed')).toBe(true);
});

test('by normal form another width or style of quotation mark is no change', () => {
  expect(partsOf('推进“双减”,提高到90%', '推进"双减"，提高到９５％', normalForm)).toEqual([
    { kind: 'same', text: '推进"双减"，提高到' },
    { kind: 'removed', text: '90%' },
    { kind: 'added', text: '９５％' },
  ]);
});
