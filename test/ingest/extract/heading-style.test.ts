import { headingLevelOf } from '../../../ingest/extract/heading-style.js';

describe('headingLevelOf', () => {
  it.each([
    ['heading 3', 3],
    ['标题 1', 1],
    ['标题2', 2],
    ['標題 4', 4],
    ['一级标题', 1],
    ['公文二级标题', 2],
    ['3级标题', 3],
    ['标题一', 1],
    ['章标题', 1],
    ['节标题', 2],
    ['Title', 1],
    ['公文标题', 1],
    ['标题 1,H1', 1],
  ])('knows %s as a heading', (name, level) => {
    expect(headingLevelOf(name)).toBe(level);
  });

  it.each(['Normal', '正文', '标题字符', '标题 1 字符', '图表标题', 'heading', '副标题说明', ''])(
    'takes %s for none',
    (name) => {
      expect(headingLevelOf(name)).toBeNull();
    },
  );
});
