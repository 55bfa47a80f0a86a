import { matchHighlights } from '../../../services/search/highlight.js';
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
