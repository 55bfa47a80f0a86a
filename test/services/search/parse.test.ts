import { parse } from '../../../services/search/parse.js';
import { depthFor } from '../../../services/search/retrieve.js';

/** What the legs are asked with. */
const asked = (q: string) => {
  const { meaning, index, terms, typedTerms } = parse(q, 1_000);
  return { meaning, index, terms, typedTerms };
};

test.each([
  ['第20条', '第二十条'],
  ['第105条的规定', '第一百〇五条的规定'],
  ['2021年招生', '二〇二一年招生'],
  ['2021年招生', '２０２１年招生'],
  ['不低于4%', '不低于百分之四'],
  ['课后服务经费', '課後服務經費'],
])('%s asks both legs for the same as %s', (one, other) => {
  expect(asked(one)).toEqual(asked(other));
});

test('what needs no folding reaches the model as it was typed, marks and capitals too', () => {
  const q = '孩子满六周岁，要办 IC 卡吗？';
  expect(parse(q, 1_000).meaning).toBe(q);
});

test('the query is shown as it was typed', () => {
  expect(parse('課後服務第20條', 1_000).text).toBe('課後服務第20條');
});

test('documents are looked for as deep as a leg goes, passages as deep as their page lies', () => {
  expect(depthFor({ group: 'document', page: 1, size: 10 })).toBe(4_096);
  expect(depthFor({ group: 'passage', page: 1, size: 10 })).toBe(1_000);
  expect(depthFor({ group: 'passage', page: 20, size: 100 })).toBe(2_000);
  expect(depthFor({ group: 'passage', page: 10_000, size: 100 })).toBe(4_096);
});
