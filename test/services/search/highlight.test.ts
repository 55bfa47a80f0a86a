import { answerHighlight, matchHighlights, sentences } from '../../../services/search/highlight.js';
import { parse } from '../../../services/search/parse.js';

const query = (q: string) => parse(q, 1_000);
const shown = (text: string, ranges: readonly { start: number; end: number }[]) =>
  ranges.map(({ start, end }) => text.slice(start, end));

test('the query itself is marked where the passage holds it, across line breaks and width', () => {
  const text = '到２０２５年，毛入\n园率达到９５％。';
  expect(shown(text, matchHighlights(text, query('毛入园率达到95%')))).toEqual(['毛入\n园率达到９５％']);
});

test('otherwise its key terms are, in either script', () => {
  const text = '學校不得分設重點班和非重點班。';
  expect(shown(text, matchHighlights(text, query('学校 重点')))).toEqual(['學校', '重點', '重點']);
});

test('the answering sentence is the one that shares most with the question', () => {
  const text = '县级人民政府负责组织实施。学校不得分设重点班和非重点班。违反规定的，责令改正；情节严重的，给予处分。';
  const answer = answerHighlight(text, query('学校可以分重点班吗'));
  expect(answer && shown(text, [answer])).toEqual(['学校不得分设重点班和非重点班。']);
});

test('sentences cover the text but for white space', () => {
  const text = '甲。乙！丙？\n  丁；“戊。”己';
  expect(shown(text, sentences(text))).toEqual(['甲。', '乙！', '丙？', '丁；', '“戊。”', '己']);
});

test('what answers a question in the passage is what follows it', () => {
  const text = '二、外来务工家庭\n6. 孩子能在这里上学吗？\n能。父母有居住证满半年，就可以申请。材料不用复印。';
  const answer = answerHighlight(text, query('孩子能在这里上学吗'));
  expect(answer && shown(text, [answer])).toEqual(['能。父母有居住证满半年，就可以申请。']);
});
