import type { Passage } from '../../services/domain/passage.js';
import { cellsOf, passageAt, readingBlocks } from '../../web/reading.js';

const passage = (id: number, start: number, end: number, page: number | null = null): Passage => ({
  id,
  heading: [],
  text: '',
  start,
  end,
  page,
  ocr: null,
});
const blocksOf = (text: string, rest: Partial<Parameters<typeof readingBlocks>[0]> = {}) =>
  readingBlocks({ text, outline: [], passages: [], marks: [], ...rest });

describe('reading blocks', () => {
  it('are the lines that are not blank, numbered, with their place in the text', () => {
    const text = '甲\n\n 　 \n  乙丙 \n丁';
    expect(blocksOf(text).map(({ n, start, end }) => [n, text.slice(start, end)])).toEqual([
      [1, '甲'],
      [2, '乙丙'],
      [3, '丁'],
    ]);
  });

  it('turn whole outline lines into headings without skipping a level', () => {
    const text = '题\n一、目标\n1. 细目\n正文\n二、任务';
    const outline = [
      { level: 1, text: '一、目标', start: 2 },
      { level: 4, text: '1. 细目', start: 7 },
      { level: 1, text: '二、任务', start: 16 },
    ];
    expect(blocksOf(text, { outline }).map(({ heading }) => heading)).toEqual([undefined, 2, 3, undefined, 2]);
  });

  it('keep an article with its words in one paragraph, its number as the label', () => {
    const text = '第 三 条　凡年满六周岁的儿童应当入学。\n第四条（例外） 条件不具备的，可以推迟。';
    const outline = [
      { level: 3, text: '第三条', start: 0 },
      { level: 3, text: '第四条 例外', start: 21 },
    ];
    const [third, fourth] = blocksOf(text, { outline });
    expect(third).toMatchObject({ heading: undefined, label: '第 三 条'.length });
    expect(fourth).toMatchObject({ heading: undefined, label: '第四条'.length });
  });

  it('carry an anchor for every passage, also for one that starts inside a line or on a blank one', () => {
    const text = '甲乙丙丁\n\n戊';
    const found = blocksOf(text, { passages: [passage(1, 0, 2), passage(2, 2, 4), passage(3, 5, 7)] });
    expect(found.map(({ anchors }) => anchors)).toEqual([
      [
        { id: 1, at: 0 },
        { id: 2, at: 2 },
      ],
      [{ id: 3, at: 6 }],
    ]);
  });

  it('say where a page starts, above the heading that leads into it', () => {
    const text = '甲\n标题\n乙\n丙';
    const passages = [passage(1, 0, 1, 1), passage(2, 5, 6, 2), passage(3, 7, 8, 2)];
    const found = blocksOf(text, { passages, outline: [{ level: 1, text: '标题', start: 2 }] });
    expect(found.map(({ page }) => page)).toEqual([1, 2, undefined, undefined]);
  });

  it('share a mark that runs on into the next line', () => {
    const marks = [{ start: 1, end: 4, kind: 'match' as const }];
    expect(blocksOf('甲乙\n丙丁', { marks }).map((block) => block.marks)).toEqual([
      [{ ...marks[0], n: 1 }],
      [{ ...marks[0], n: 1 }],
    ]);
  });

  it('of an empty text are none', () => {
    expect(blocksOf('')).toEqual([]);
  });
});

describe('the cells of a row', () => {
  const cells = (text: string) => cellsOf(text, { start: 0, end: text.length })?.map((c) => text.slice(c.start, c.end));

  it('stand between bars that are set apart', () => {
    expect(cells('指标 | 2020年 | 86.3%')).toEqual(['指标', '2020年', '86.3%']);
    expect(cells('指标 |  | 86.3% |')).toEqual(['指标', '', '86.3%', '']);
    expect(cells('| 甲')).toEqual(['', '甲']);
  });

  it('are none in a line that is no row', () => {
    expect(cells('a|b 或')).toBeUndefined();
    expect(cells('正文')).toBeUndefined();
  });
});

describe('the passage at an offset', () => {
  it('is the one that holds it, or the last before it', () => {
    const passages = [passage(1, 5, 10), passage(2, 12, 20)];
    expect(passageAt(passages, 7)?.id).toBe(1);
    expect(passageAt(passages, 11)?.id).toBe(1);
    expect(passageAt(passages, 99)?.id).toBe(2);
    expect(passageAt(passages, 0)).toBeUndefined();
  });
});
