import fc from 'fast-check';
import { MAX_WINDOW, windowsOf } from '../../ingest/chunk/windows.js';
import { normalForm } from '../../services/domain/text.js';

const whole = (text: string) => ({ start: 0, end: text.length });
const textsOf = (text: string): string[] =>
  windowsOf(text, whole(text)).map(({ start, end }) => text.slice(start, end));

test('a passage that is no longer than a window has none', () => {
  expect(windowsOf('教'.repeat(MAX_WINDOW), whole('教'.repeat(MAX_WINDOW)))).toEqual([]);
});

test('whole sentences are packed into windows', () => {
  const sentence = `临澜市${'教'.repeat(56)}。`;
  const text = sentence.repeat(5);
  expect(textsOf(text)).toEqual([sentence.repeat(2), sentence.repeat(2), sentence]);
});

test('a sentence longer than a window is cut between its clauses', () => {
  const clause = `${'学'.repeat(99)}，`;
  expect(textsOf(`${clause}${clause}${clause}`)).toEqual([clause, clause, clause]);
});

test('windows are in order, within their passage and the limit, and lose nothing that is written', () => {
  const part = fc.string({
    unit: fc.constantFrom('教', '育', '。', '；', '，', '\n', ' ', '第', '一', '条', 'a', '😀'),
  });
  fc.assert(
    fc.property(part, part, fc.nat(20), (first, second, before) => {
      const text = `${first.repeat(9)}${second.repeat(9)}`;
      const passage = { start: Math.min(before, text.length), end: text.length };
      const windows = windowsOf(text, passage);
      if (windows.length === 0) return;
      let last = passage.start;
      for (const { start, end } of windows) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end - start).toBeLessThanOrEqual(MAX_WINDOW);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(passage.end);
      expect(normalForm(windows.map(({ start, end }) => text.slice(start, end)).join(''))).toBe(
        normalForm(text.slice(passage.start, passage.end)),
      );
    }),
  );
});
