import { addedSince, alignParagraphs } from '../../web/aligned.js';
import { readingBlocks } from '../../web/reading.js';

const side = (lines: readonly string[]) => {
  const text = lines.join('\n');
  return { text, blocks: readingBlocks({ text, outline: [], passages: [], marks: [] }) };
};
const align = (older: readonly string[], newest: readonly string[]) => alignParagraphs(side(older), side(newest));

const a = '第一条 为了规范课后服务，制定本办法。';
const b = '第二条 课后服务每周五天，每天至少开展两小时。';
const c = '第三条 收费标准由市发展改革部门核定。';

test('a paragraph with the same words is found wherever it has moved on to', () => {
  expect(align([a, b], ['前言', a, '', b])).toEqual([
    { kind: 'same', n: 2 },
    { kind: 'same', n: 3 },
  ]);
});

test('width, spaces and quotes make no change', () => {
  expect(align(['“双减”１年'], ['"双减" 1年'])).toEqual([{ kind: 'same', n: 1 }]);
});

test('a changed paragraph leads to the one that came in its place', () => {
  expect(align([a, b, c], [a, b.replace('五天', '六天'), c])[1]).toEqual({ kind: 'changed', n: 2 });
});

test('a paragraph that has gone leads to where it stood', () => {
  expect(align([a, b, c], [a, c])).toEqual([
    { kind: 'same', n: 1 },
    { kind: 'gone', n: 1 },
    { kind: 'same', n: 2 },
  ]);
  expect(align([a], [])).toEqual([{ kind: 'gone', n: 1 }]);
});

test('what the newest version adds is counted, though every older paragraph stands', () => {
  expect(addedSince(align([a, b], [a, c, b]), 3)).toBe(1);
  expect(addedSince(align([a, b], [a, b.replace('五天', '六天')]), 2)).toBe(0);
});
