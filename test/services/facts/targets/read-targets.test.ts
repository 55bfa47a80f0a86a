import { read, told } from './reading.js';

describe('targets in a text', () => {
  it('have indicator, comparison, value, unit and year', () => {
    expect(told('到2025年，学前三年毛入园率达到86.3%以上。')).toEqual([
      ['学前教育毛入园率', 'at-least', 86.3, '%', 2025],
    ]);
    expect(told('小学班额控制在45人以内。')).toEqual([['小学班额', 'at-most', 45, '人', null]]);
    expect(told('新建幼儿园12所，新增学位1.2万个。')).toEqual([
      ['新建幼儿园', 'equal', 12, '所', null],
      ['新增学位', 'equal', 12_000, '个', null],
    ]);
  });

  it('are of one indicator however its name is written', () => {
    expect(told('学前教育毛入园率达到90%。')[0]).toEqual(told('学前三年毛入园率达到90%。')[0]);
  });

  it('give each level its own where one head has several', () => {
    expect(told('小学、初中就近入学比例分别达到94.1%和90.6%。').map((target) => target.slice(0, 3))).toEqual([
      ['小学就近入学比例', 'reach', 94.1],
      ['初中就近入学比例', 'reach', 90.6],
    ]);
  });

  it('leave a masked year and a masked value out', () => {
    expect(told('到20xx年，学前三年毛入园率达到90%。')[0]).toEqual(['学前教育毛入园率', 'reach', 90, '%', null]);
    expect(told('学前三年毛入园率达到X%。')).toEqual([]);
  });

  it('take the year from the plan only where its title states one', () => {
    expect(told('新增学位300个。', { title: '临澜市教育局2017年工作计划' })).toEqual([
      ['新增学位', 'equal', 300, '个', 2017],
    ]);
    expect(told('今年新增学位300个。', { year: 2019 })).toEqual([['新增学位', 'equal', 300, '个', 2019]]);
  });

  it('stand where their offsets say', () => {
    const text = '一、目标\n到2025年，义务教育巩固率不低于95%。\n';
    const [target] = read(text);
    expect(text.slice(target?.start, target?.end)).toBe('不低于95%');
    expect(text.slice(target?.sentence.start, target?.sentence.end)).toBe('到2025年，义务教育巩固率不低于95%。');
  });

  it('are not fines, deadlines or rules of admission', () => {
    expect(told('逾期不改的，处二万元以下罚款。投档比例不超过120%。公示不少于5个工作日。')).toEqual([]);
  });
});
