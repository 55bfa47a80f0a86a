import fc from 'fast-check';
import type { OutlineEntry } from '../../../services/domain/document.js';
import { provisionAround } from '../../../services/reading/provision.js';

/** A text of lines; those that begin with # are headings of the outline, as are articles. */
function textOf(lines: readonly string[]): { text: string; outline: OutlineEntry[] } {
  const outline: OutlineEntry[] = [];
  let text = '';
  for (const line of lines) {
    const words = line.replace(/^#/u, '');
    if (line.startsWith('#') || /^第.+条/u.test(line)) {
      outline.push({ level: 1, text: words.slice(0, 20), start: text.length });
    }
    text += `${words}\n`;
  }
  return { text, outline };
}

const law = textOf([
  '#临澜市学校条例',
  '#第一章 就学',
  '第一条 年满六周岁的儿童应当入学。',
  '身体状况需要延缓入学的，由监护人申请。',
  '第二条 学校不得收取择校费。',
  '临澜市教育局',
]);
const rangeOf = ({ text }: { readonly text: string }, words: string) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, heading: ['第一章 就学'] };
};

test('of an article, all of its paragraphs are shown, and nothing of the next', () => {
  const { text, outline } = law;
  const found = provisionAround(text, outline, rangeOf(law, '身体状况需要延缓'));
  expect(found).toMatchObject({
    text: '第一条 年满六周岁的儿童应当入学。\n身体状况需要延缓入学的，由监护人申请。',
    whole: true,
  });
});

test('a heading that is not told as its place stays: in questions and answers it is the question', () => {
  const answers = textOf(['#1. 孩子身体不好，能晚一年上学吗？', '可以，由监护人提出申请。']);
  const passage = { start: 0, end: answers.text.length - 1, heading: [] };
  expect(provisionAround(answers.text, answers.outline, passage).text).toBe(answers.text.trim());
});

test('a heading before the words, and a signature after them, are left out', () => {
  const { text, outline } = law;
  const withHeading = rangeOf(law, '第一章 就学\n第一条 年满六周岁的儿童应当入学。');
  expect(provisionAround(text, outline, withHeading).text).toMatch(/^第一条 [\s\S]*由监护人申请。$/u);
  expect(provisionAround(text, outline, rangeOf(law, '不得收取')).text).toBe('第二条 学校不得收取择校费。');
});

test('without articles, the paragraphs touched are whole', () => {
  const notice = textOf([
    '#关于招生的通知',
    '一、公办学校划片招生。',
    '二、民办学校同步招生，报名超过计划的随机录取。',
    '三、其他。',
  ]);
  const found = provisionAround(notice.text, notice.outline, rangeOf(notice, '划片招生。\n二、民办学校'));
  expect(found.text).toBe('一、公办学校划片招生。\n二、民办学校同步招生，报名超过计划的随机录取。');
});

test('what is too long to be read at a glance is the passage alone, and says so', () => {
  const long = textOf(['第一条 很长。', ...Array.from({ length: 300 }, (_, i) => `第${i}项要求，应当做到。`)]);
  const passage = rangeOf(long, '第120项要求，应当做到。');
  const { start, end } = passage;
  expect(provisionAround(long.text, long.outline, passage)).toEqual({
    start,
    end,
    text: '第120项要求，应当做到。',
    whole: false,
  });
});

test('it is a range of the text, and holds all words of the passage but headings', () => {
  const line = fc.oneof(
    fc.constantFrom('#第一章 总则', '第三条 学校应当开放。', '一、任务。', '', '甲 | 乙', '段落文字，没有编号。'),
    fc.string({ unit: fc.constantFrom('学', '校', '。', '，', ' '), maxLength: 60 }),
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (lines, a, b) => {
      const { text, outline } = textOf(lines);
      const start = a % text.length;
      const end = start + 1 + (b % (text.length - start));
      const told = outline.filter((entry) => !entry.text.startsWith('第三条'));
      const headings = told.map((entry) => entry.text);
      const starts = told.map((entry) => entry.start);
      const found = provisionAround(text, outline, { start, end, heading: headings });
      expect(found.text).toBe(text.slice(found.start, found.end));
      if (found.whole) {
        for (let at = start; at < end; at++) {
          const lineStart = text.lastIndexOf('\n', at - 1) + 1;
          const inside = at >= found.start && at < found.end;
          const isWords = text.charAt(at).trim() !== '' && !starts.includes(lineStart);
          if (isWords) expect(inside).toBe(true);
        }
      }
    }),
  );
});
