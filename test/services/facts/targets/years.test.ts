// Years that a sentence does not state: of its section, its paragraph, its lead-in and the document's title.
import { told } from './reading.js';

const report = (text: string) => told(text, { title: '临澜市政府工作报告', year: 2024 }).map((target) => target[4]);
const titled = (title: string, text = '学前三年毛入园率达到90%。') => told(text, { title }).map((target) => target[4]);

describe('in a report of work', () => {
  it('is that which the heading of the section states', () => {
    expect(report('一、2023年工作回顾\n学前三年毛入园率达到90%。\n二、2024年重点工作\n新建幼儿园12所。')).toEqual([
      2023, 2024,
    ]);
  });

  it('is that which a paragraph opens with, from there on', () => {
    expect(report('过去一年，我们稳步前行。\n新建幼儿园12所。\n今年发展主要预期目标是：新建小学5所。')).toEqual([
      2023, 2024,
    ]);
  });

  it('is none where it looks back on several years', () => {
    expect(report('过去五年，我们稳步前行。\n新建幼儿园12所。')).toEqual([null]);
  });
});

describe('the title of a plan', () => {
  it('states the last of its years, or the end of its term', () => {
    expect(titled('临澜市学前教育行动计划（2021—2023年）')).toEqual([2023]);
    expect(titled('临澜市“十四五”教育发展规划')).toEqual([2025]);
    expect(titled('临澜市2017年教育工作要点')).toEqual([2017]);
  });

  it('states none where its year is that of a regulation', () => {
    expect(titled('临澜市学前教育管理办法（2017年修订）')).toEqual([null]);
  });
});

describe('years of something else', () => {
  it('are what a figure is compared with, or where it comes from', () => {
    expect(told('到2025年，毛入学率比2020年提高5个百分点。').map((target) => target[4])).toEqual([2025]);
    expect(told('2017年城乡平均水平的差距从2013年的6个百分点缩小至4个百分点以内。').at(-1)?.[4]).toBe(2017);
  });

  it('are named before the sentence that leads in a list', () => {
    expect(told('我市自2009年起生源减少。现调整如下：\n（一）专任教师持证率达到95%。')[0]?.[4]).toBeNull();
  });
});

it('the year that opens a paragraph of duties holds until two sentences go by without a figure', () => {
  const goal = '到2025年，毛入园率达到90%。';
  const rule = '专任教师持证率达到100%。';
  expect(told(`${goal}${rule}`).map((target) => target[4])).toEqual([2025, 2025]);
  expect(told(`${goal}加强队伍建设。严格准入管理。${rule}`).map((target) => target[4])).toEqual([2025, null]);
});
