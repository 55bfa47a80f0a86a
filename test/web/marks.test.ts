import { marksIn } from '../../web/marks.js';

const marked = (text: string, q: string, limit?: number): string[] =>
  marksIn(text, q, limit).marks.map(({ start, end }) => text.slice(start, end));

describe('marks of a query in a document', () => {
  it('are the query itself where it occurs, across spaces, width, quote style and line breaks', () => {
    expect(marked('落实“两免一补”\n政策。落实「两免　一补」政策', '落实"两免一补"政策')).toEqual([
      '落实“两免一补”\n政策',
      '落实「两免　一补」政策',
    ]);
  });

  it('find simplified words in traditional text, and letters of either case', () => {
    expect(marked('義務教育與 STEM 課程', '义务教育')).toEqual(['義務教育']);
    expect(marked('義務教育與 STEM 課程', 'stem')).toEqual(['STEM']);
  });

  it('are the key terms otherwise, longer words before single characters', () => {
    const found = marked('适龄儿童应当免试入学，学校不得拒绝。', '学校可以拒绝孩子入学吗');
    expect(found).toEqual(expect.arrayContaining(['入学', '学校', '拒绝']));
    expect(found.join('')).not.toContain('得');
  });

  it('are quoted phrases alone when the query holds some', () => {
    expect(marked('免试入学。就近入学。', '怎么“就近入学”')).toEqual(['就近入学']);
  });

  it('stop at a limit, and say so', () => {
    const { marks, more } = marksIn('入学'.repeat(50), '入学', 10);
    expect(marks).toHaveLength(10);
    expect(more).toBe(true);
  });

  it('are none for a query of nothing but punctuation, or of words that are not there', () => {
    expect(marked('正文。', '？？')).toEqual([]);
    expect(marked('正文。', '量子')).toEqual([]);
  });
});
