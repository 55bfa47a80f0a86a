import { read, told } from './reading.js';

const years = (text: string) => told(text).map((target) => target[4]);
const regions = (text: string) => read(text).map(({ regionCode }) => regionCode);

describe('the year of a target', () => {
  it('is that of the lead-in of its list', () => {
    expect(
      years('到2025年，实现以下目标：\n1.公办园在园幼儿占比达到55%。\n2.新建幼儿园20所。\n其他。新建小学3所。'),
    ).toEqual([2025, 2025, null]);
  });

  it('is that of the first item, where a list runs on in one paragraph', () => {
    expect(years('主要目标：1.到2025年，普惠率达到90%；2.巩固率达到97%。')).toEqual([2025, 2025]);
  });

  it('is its own where one sentence has several', () => {
    expect(years('学前三年毛入园率：2025年达到90%，2030年达到95%。')).toEqual([2025, 2030]);
  });

  it('is not read out of a duration, nor out of the year that something starts in', () => {
    expect(told('五年内，培育名师工作室50个。', { year: 2021 })[0]?.[4]).toBeNull();
    expect(years('从2018年起，建立巡查制度。学前三年毛入园率达到90%。')).toEqual([null]);
  });
});

it('items under conditions that one must meet are no targets', () => {
  expect(told('申请人应当符合下列条件：\n（一）专任教师持证率达到100%；\n（二）平均受教育年限达到9年。')).toEqual([]);
});

describe('the region of a target', () => {
  it('is the one that its clause begins with', () => {
    expect(regions('到2025年，望湖区小学班额不超过45人，青石县新建幼儿园3所。')).toEqual(['900102', '900121']);
  });

  it('is wider where the sentence says so, and the document’s otherwise', () => {
    expect(regions('全省学前三年毛入园率达到90%。')).toEqual(['90']);
    expect(regions('全国九年义务教育巩固率达到95%。')).toEqual(['0']);
    expect(regions('全市新建幼儿园12所。')).toEqual(['9001']);
    expect(regions('学习借鉴青石县经验，新建幼儿园12所。')).toEqual(['9001']);
  });
});
