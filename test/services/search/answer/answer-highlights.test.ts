import fc from 'fast-check';
import { answerHighlights } from '../../../../services/search/answer/answer-highlights.js';
import { sentences } from '../../../../services/search/answer/sentences.js';
import { parse } from '../../../../services/search/parse.js';

const query = (q: string) => parse(q, 1_000);
const shown = (text: string, ranges: readonly { start: number; end: number }[]) =>
  ranges.map(({ start, end }) => text.slice(start, end));
const answer = (text: string, q: string) => shown(text, answerHighlights(text, query(q)));

test('the answering sentence is the one that shares most with the question', () => {
  const text = '县级人民政府负责组织实施。学校不得分设重点班和非重点班。违反规定的，责令改正；情节严重的，给予处分。';
  expect(answer(text, '学校可以分重点班吗')).toEqual(['学校不得分设重点班和非重点班。']);
});

test('sentences cover the text but for white space', () => {
  const text = '甲。乙！丙？\n  丁；“戊。”己';
  expect(shown(text, sentences(text))).toEqual(['甲。', '乙！', '丙？', '丁；', '“戊。”', '己']);
});

test('what answers a question in the passage is what follows it', () => {
  const text = '二、外来务工家庭\n6. 孩子能在这里上学吗？\n能。父母有居住证满半年，就可以申请。材料不用复印。';
  expect(answer(text, '孩子能在这里上学吗')).toEqual(['能。父母有居住证满半年，就可以申请。']);
});

test('a question for a number is answered by a sentence that has one', () => {
  const text = '课后服务收取服务费，由学校代收。服务费每生每学期不超过三百元。服务费专款专用。';
  expect(answer(text, '课后服务费一学期多少钱')).toEqual(['服务费每生每学期不超过三百元。']);
});

test('a question for what follows a breach is answered by the penalty', () => {
  const text = '幼儿园应当公示食谱。幼儿园未公示食谱的，由教育行政部门责令改正，处二千元罚款。食谱每周公示一次。';
  expect(answer(text, '幼儿园不公示食谱会怎么处罚')).toEqual([
    '幼儿园未公示食谱的，由教育行政部门责令改正，处二千元罚款。',
  ]);
});

test('an item of a list is shown with the lead-in that it completes', () => {
  const text =
    '学生有下列情形之一的，可以申请缓考：\n（一）因病住院的；\n（二）代表学校参加比赛的；\n（三）其他情形。\n缓考安排在下学期初。';
  expect(answer(text, '住院了能不能晚点考')).toEqual(['学生有下列情形之一的，可以申请缓考：', '（一）因病住院的；']);
});

test('a lead-in alone answers nothing: the nearest of its list is shown with it', () => {
  const text = '申请入学应当提交下列材料：\n1.户口簿；\n2.房屋产权证明。\n材料由学校审核。';
  expect(answer(text, '申请入学提交什么材料')[0]).toBe('申请入学应当提交下列材料：');
  expect(answer(text, '申请入学提交什么材料')).toHaveLength(2);
});

test('where words do not decide, the part that is nearest in meaning does', () => {
  const text = '适龄儿童由监护人送其入学。配偶可以随迁入户。申请由派出所受理。';
  const near = text.indexOf('配偶');
  const nearness = ({ start }: { start: number }) => (start === near ? 0.7 : 0.4);
  expect(shown(text, answerHighlights(text, query('老婆跟着搬来'), nearness))).toEqual(['配偶可以随迁入户。']);
});

test('nothing is marked in a passage that shares nothing with the query', () => {
  expect(answer('甲乙丙。丁戊己。', '锅炉')).toEqual([]);
});

test('what is marked lies within the text, in order, and never overlaps', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('甲乙', '（一）', '多少', '三百元', '：', '；', '。', '？', '\n', '不得', '𠀀')),
      fc.array(fc.constantFrom('甲', '多少', '元', '不得', '吗'), { minLength: 1 }),
      (parts, asked) => {
        const text = parts.join('');
        let at = 0;
        for (const { start, end } of answerHighlights(text, query(asked.join('')))) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          at = end;
        }
      },
    ),
  );
});
