import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import type { Highlight } from '../../services/domain/result.js';
import { Marked, segments } from '../../web/highlight.js';

const match = (start: number, end: number): Highlight => ({ start, end, kind: 'match' });
const answer = (start: number, end: number): Highlight => ({ start, end, kind: 'answer' });
const render = (text: string, highlights: Highlight[], within?: { start: number; end: number }): string =>
  renderToString(<Marked text={text} highlights={highlights} within={within} />);

describe('highlights', () => {
  it('mark what matches and leave the rest as it is', () => {
    expect(render('适龄儿童应当入学', [match(2, 4)])).toBe('适龄<mark>儿童</mark>应当入学');
  });

  it('may overlap, touch, repeat and come unsorted', () => {
    const overlapping = [match(4, 6), match(0, 2), match(1, 3), match(0, 2), match(3, 4)];
    expect(render('一二三四五六七', overlapping)).toBe('<mark>一二三四五六</mark>七');
  });

  it('of words lie inside the sentence that answers', () => {
    expect(render('甲乙丙丁戊', [answer(1, 4), match(2, 3)])).toBe('甲<em class="answer">乙<mark>丙</mark>丁</em>戊');
  });

  it('that cross the edge of the answer stay marked on both sides', () => {
    expect(render('甲乙丙丁', [answer(2, 4), match(1, 3)])).toBe(
      '甲<mark>乙</mark><em class="answer"><mark>丙</mark>丁</em>',
    );
  });

  it('never cut a surrogate pair', () => {
    expect(render('𠮷县𠮷', [match(1, 2)])).toBe('<mark>𠮷</mark>县𠮷');
    expect(render('𠮷县𠮷', [match(2, 4)])).toBe('𠮷<mark>县𠮷</mark>');
  });

  it('that are empty, reversed or beyond the text mark nothing that is not there', () => {
    expect(render('甲乙', [match(1, 1), match(2, 1), match(-5, -1), match(9, 12)])).toBe('甲乙');
    expect(render('甲乙', [match(1, 99)])).toBe('甲<mark>乙</mark>');
  });

  it('are clipped to the part that is shown', () => {
    expect(render('一二三四五六', [match(0, 3), match(5, 6)], { start: 2, end: 5 })).toBe('<mark>三</mark>四五');
  });

  it('are escaped with their text', () => {
    expect(render('<b>&"', [match(0, 3)])).toBe('<mark>&lt;b></mark>&amp;&quot;');
  });

  it('keep every character, whatever the ranges', () => {
    const range = fc.record({
      start: fc.integer({ min: -3, max: 40 }),
      end: fc.integer({ min: -3, max: 40 }),
      kind: fc.constantFrom('match' as const, 'answer' as const),
    });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.array(range, { maxLength: 8 }), (text, ranges) => {
        const found = segments(text, ranges);
        expect(found.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        for (const { start, end } of found) expect(text.slice(start, end).isWellFormed()).toBe(text.isWellFormed());
      }),
    );
  });
});
