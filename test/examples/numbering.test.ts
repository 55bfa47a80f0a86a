import { chineseNumber, markOf } from '../../examples/numbering.js';
import { parseSource } from '../../examples/read-sources.js';
import { createNumberer } from '../../examples/write/docx-numbering.js';

const header = '---\nfile: 甲.docx\ntitle: 甲\nissuer: 临澜市教育局\ndate: 2021-02-25\ntype: 通知\n---\n';
const placesOf = (body: string) => {
  const source = parseSource('test.txt', header + body);
  const place = createNumberer(source);
  return source.blocks.flatMap((block) => (block.kind !== 'table' && block.mark ? [place(block.mark)] : []));
};

describe('the numbers of official documents', () => {
  test.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九'],
  ])('%d is written %s', (value, written) => {
    expect(chineseNumber(value)).toBe(written);
  });

  test.each([
    ['第一章　总则', 'chapter', 1, '第一章　'],
    ['第二十一条　本办法自2023年9月1日起施行。', 'article', 21, '第二十一条　'],
    ['三、工作要求', 'section', 3, '三、'],
    ['（十二）其他', 'item', 12, '（十二）'],
    ['4. 符合条件的随迁子女。', 'point', 4, '4. '],
  ] as const)('%s opens with its mark', (line, kind, value, literal) => {
    expect(markOf(line)).toEqual({ kind, value, literal });
  });

  test.each(['2021年是“十四五”开局之年。', '第五条规定的内容', '一是加强领导'])('%s has no mark', (line) => {
    expect(markOf(line)).toBeNull();
  });

  test('items start anew under each article, and a new list of sections is a restart', () => {
    expect(placesOf('第一条　甲\n（一）乙\n（二）丙\n第二条　丁\n（一）戊\n')).toEqual([
      { reference: 'articles', level: 0, instance: 0 },
      { reference: 'articles', level: 1, instance: 0 },
      { reference: 'articles', level: 1, instance: 0 },
      { reference: 'articles', level: 0, instance: 0 },
      { reference: 'articles', level: 1, instance: 0 },
    ]);
    expect(placesOf('# 一、甲\n# 二、乙\n# 附件\n# 一、丙\n').map(({ instance }) => instance)).toEqual([0, 0, 1]);
  });

  test('a number that Word would not print is refused', () => {
    expect(() => placesOf('# 一、甲\n# 三、乙\n')).toThrow('三、');
  });
});
