import fc from 'fast-check';
import type { Highlight } from '../../services/domain/result.js';
import { excerpt } from '../../web/excerpt.js';

const sentence = '学校应当建立健全管理制度，明确岗位职责，定期自查并报告结果。';
const long = sentence.repeat(20);

describe('an excerpt', () => {
  it('of a short passage is the whole passage', () => {
    expect(excerpt(sentence, [])).toEqual({ start: 0, end: sentence.length });
  });

  it('shows the sentence that answers, from its beginning', () => {
    const start = sentence.length * 10;
    const answer: Highlight = { start, end: start + sentence.length, kind: 'answer' };
    const shown = excerpt(long, [{ start: 0, end: 2, kind: 'match' }, answer]);
    expect(shown.start).toBeLessThanOrEqual(answer.start);
    expect(shown.start % sentence.length).toBe(0);
    expect(shown.end).toBeGreaterThanOrEqual(answer.end);
    expect(shown.end - shown.start).toBeLessThan(280);
  });

  it('without an answer stands where most matches are', () => {
    const matches = [5, 300, 310, 320, 330].map((start): Highlight => ({ start, end: start + 4, kind: 'match' }));
    const shown = excerpt(long, matches);
    expect(shown.start).toBeGreaterThan(200);
    expect(shown.start).toBeLessThanOrEqual(300);
    expect(shown.end).toBeGreaterThanOrEqual(334);
  });

  it('reaches the end when little would be left out', () => {
    const start = long.length - 40;
    expect(excerpt(long, [{ start, end: start + 4, kind: 'match' }]).end).toBe(long.length);
  });

  it('is bounded and holds whole characters, whatever the text and highlights', () => {
    const unit = fc.constantFrom('𠮷', '甲', '。', '，', 'a', '\n');
    const range = fc.record({ start: fc.nat(900), length: fc.nat(400), kind: fc.constantFrom('match', 'answer') });
    fc.assert(
      fc.property(
        fc.string({ unit, minLength: 0, maxLength: 900 }),
        fc.array(range, { maxLength: 6 }),
        (text, ranges) => {
          const highlights = ranges.map(({ start, length, kind }): Highlight => {
            const from = Math.min(start, text.length);
            return { start: from, end: Math.min(from + length, text.length), kind: kind as Highlight['kind'] };
          });
          const shown = excerpt(text, highlights);
          expect(shown.start).toBeGreaterThanOrEqual(0);
          expect(shown.end).toBeLessThanOrEqual(text.length);
          expect(shown.start).toBeLessThanOrEqual(shown.end);
          expect(shown.end - shown.start).toBeLessThanOrEqual(450);
          expect(text.slice(shown.start, shown.end).isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
