import fc from 'fast-check';
import { read } from './reading.js';

const LONG = 200_000;
/** Generous: a machine may be busy, and what is feared takes minutes. */
const PATIENCE_MS = 10_000;

it.each([
  ['digits', '1'.repeat(LONG)],
  ['percentages', '1%'.repeat(LONG / 2)],
  ['heads of rates', '率'.repeat(LONG)],
  ['verbs', '新建、'.repeat(LONG / 3)],
  ['brackets', '（'.repeat(LONG)],
  ['years', '2020年'.repeat(LONG / 5)],
  ['years that lead in a list', `${'2020年'.repeat(LONG / 5)}如下：`],
  ['cells', '| 1 '.repeat(LONG / 4)],
  ['rows', '2020 | 95\n'.repeat(LONG / 10)],
  ['sentences without lines', '学前三年毛入园率达到90%。'.repeat(LONG / 14)],
  ['sentences full of shares', `${'5%的学校由'.repeat(120)}确定。`.repeat(250)],
  ['people for each thousand', '每万名'.repeat(LONG / 3)],
  ['a sentence as long as is read', `${'占达到、新建率比例'.repeat(85)}5%。`],
])('a long run of %s is read in time', (_, text) => {
  const start = performance.now();
  read(text);
  expect(performance.now() - start).toBeLessThan(PATIENCE_MS);
});

const words = [
  '到2025年，',
  '学前三年毛入园率',
  '达到',
  '不低于',
  '95%',
  '新建幼儿园',
  '12所',
  '、',
  '。',
  '\n',
  ' | ',
  '：',
  '（',
  '）',
  '小学',
  '分别',
  '和',
  '1.',
  '%',
];

it('whatever the text, a target stands inside its sentence, and its sentence inside the text', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      for (const { start, end, sentence, value } of read(text)) {
        expect(Number.isFinite(value)).toBe(true);
        expect(start).toBeLessThan(end);
        expect(sentence.start).toBeLessThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(sentence.end);
        expect(text.slice(start, end)).toMatch(/\d/u);
      }
    }),
  );
});
