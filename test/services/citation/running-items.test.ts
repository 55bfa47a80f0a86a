import fc from 'fast-check';
import { placing } from '../../../services/citation/place.js';
import { placeName } from '../../../services/citation/plain.js';
import { runningItems } from '../../../services/citation/running-items.js';

const placed = (text: string, words: string): string => {
  const passage = { id: 1, heading: [], text, start: 0, end: text.length, page: null, ocr: null };
  const start = text.indexOf(words);
  return placeName(placing(text, [passage])({ start, end: start + words.length }));
};

test('项 that run on in one line are cited, and what comes after them is not', () => {
  const text =
    '第七条 有下列情形之一的，责令改正：（一）超员的；（二）未配备照管人员的；（三）其他情形。情节严重的，停运。';
  expect(placed(text, '责令改正')).toBe('第七条');
  expect(placed(text, '超员')).toBe('第七条第一项');
  expect(placed(text, '（二）未配备')).toBe('第七条第二项');
  expect(placed(text, '其他情形。')).toBe('第七条第三项');
  expect(placed(text, '情节严重')).toBe('第七条');
  expect(placed(text, '超员的；（二）')).toBe('第七条');
});

test('a line that begins with a 项 may hold the next one too', () => {
  const text = '第八条 应当做到：\n（一）按时检修；（二）张贴路线。\n（三）公布电话。';
  expect(placed(text, '按时')).toBe('第八条第一项');
  expect(placed(text, '张贴')).toBe('第八条第二项');
  expect(placed(text, '公布')).toBe('第八条第三项');
});

test('a 项 that is only pointed to is none', () => {
  for (const line of [
    '第九条 违反前款第（一）项、第（二）项规定的，由教育局处理。',
    '第九条 依照（一）（二）两项办理。',
    '第九条 学校（一）所。',
    '第九条 处理如下：（二）罚款；（三）停运。',
  ]) {
    expect(runningItems(line)).toEqual([]);
    expect(placed(line, '。')).toBe('第九条');
  }
});

test('items stand in the line in their order, counted on by one, whatever the line holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'（一）（二）（三）：；。甲第项') }), (line) => {
      let before = { item: 0, end: 0 };
      for (const [i, { item, start, end }] of runningItems(line).entries()) {
        if (i > 0) expect(item).toBe(before.item + 1);
        expect(start).toBeGreaterThanOrEqual(before.end);
        expect(end).toBeGreaterThan(start);
        before = { item, end };
      }
    }),
  );
});
