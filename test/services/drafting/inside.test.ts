import type { Target } from '../../../services/domain/target.js';
import { inside } from '../../../services/drafting/inside/inside.js';
import { parseTerms, replacedTerms, termsIn } from '../../../services/drafting/terms.js';

const told = (text: string, targets: readonly Target[] = [], year: number | null = null) =>
  inside({ text, outline: [], targets, year }).map(({ message, start, end }) => `${message} ${text.slice(start, end)}`);

describe('numbering', () => {
  it('that jumps is told, at the number after the gap', () => {
    expect(told('一、目标\n甲。\n二、任务\n乙。\n四、保障\n丙。')).toEqual(['numberJumps 四、']);
    expect(told('第一条 甲。\n第二条 乙。\n第四条 丙。\n第五条 丁。')).toEqual(['numberJumps 第四条']);
  });
  it('that comes twice is told', () => {
    expect(told('一、甲\n二、乙\n三、丙\n三、丁\n四、戊')).toEqual(['numberTwice 三、']);
  });
  it('starts anew under each number above it, and articles go on through chapters', () => {
    expect(told('一、甲\n（一）子\n（二）丑\n二、乙\n（一）寅\n（二）卯')).toEqual([]);
    expect(told('第一章 甲\n第一条 子。\n第二条 丑。\n第二章 乙\n第三条 寅。')).toEqual([]);
  });
  it('of a part that was pasted may begin anywhere', () => expect(told('第七条 甲。\n第八条 乙。')).toEqual([]));
});

const rules = (last: string): string =>
  ['一', '二', '三', '四', '五', '六']
    .map((n) => `第${n}条 某某。`)
    .join('\n')
    .concat(`\n${last}`);
it('tells of an own article that is not there', () => {
  expect(told(rules('违反本办法第五条、第九条规定的，责令改正。'))).toEqual(['ownArticleMissing 第九条']);
  expect(told(rules('违反本办法第五条规定的，责令改正。'))).toEqual([]);
});
it('takes few articles for the whole where the last says from when they hold', () => {
  const few = '第一条 某某。\n第二条 违反本办法第九条规定的，责令改正。\n第三条 ';
  expect(told(`${few}本办法自2025年1月1日起施行。`)).toEqual(['ownArticleMissing 第九条']);
  expect(told(`${few}某某。`)).toEqual([]);
});

describe('shares and points between them', () => {
  it('are told where they are mixed up', () => {
    expect(told('普惠园覆盖率由80%提高到85%，提高5%。')).toEqual(['pointsAsShare 5%']);
    expect(told('公办园在园幼儿占比达到85个百分点。')).toEqual(['shareAsPoints 85个百分点']);
  });
  it('are right as they mostly stand', () => {
    expect(told('普惠园覆盖率由80%提高到85%，提高5个百分点。')).toEqual([]);
    expect(told('普惠园覆盖率由80%提高到85%，增长6.25%。')).toEqual([]);
    expect(told('经费由100%增加到150%，增加50%。')).toEqual([]);
    expect(told('占比比上年提高35个百分点，增长率达到40个百分点。')).toEqual([]);
    expect(told('占比达到85%，其中县域45%。')).toEqual([]);
  });
});

describe('short forms', () => {
  it('used before they are defined, or never defined', () => {
    expect(told('按照《课后办法》办理。根据《临澜市课后服务管理办法》（以下简称《课后办法》）制定。')).toEqual([
      'shortFormEarly 《课后办法》',
    ]);
    expect(told('各校按照《方案》落实。各校对照《方案》检查。')).toEqual(['shortFormUndefined 《方案》']);
  });
  it('that are defined first are fine', () => {
    expect(told('根据《临澜市课后服务管理办法》（以下简称《办法》）制定。按照《办法》办理。')).toEqual([]);
  });
});

describe('totals', () => {
  it('that their parts exceed are told', () => {
    expect(told('共投入1000万元，其中市级600万元、县级500万元。')).toEqual(['partsExceed 1000万元']);
    expect(told('共投入1000万元，其中市级600万元、县级300万元。')).toEqual([]);
  });
  it('of a table’s column are told where they do not add up', () => {
    const table = (sum: number): string => `学校 | 人数\n一小 | 120\n二小 | 80\n合计 | ${sum}`;
    expect(told(table(210))).toEqual(['columnSum 210']);
    expect(told(table(200))).toEqual([]);
  });
});

it('tells of one indicator with two values', () => {
  const text = '到2025年毛入园率达到92%。\n到2025年毛入园率达到95%。';
  const target = (at: number, value: number): Target => ({
    indicator: '学前毛入园率',
    comparison: 'reach',
    value,
    valueTo: null,
    unit: '%',
    year: 2025,
    regionCode: null,
    sentence: { start: at, end: at + 15 },
    start: text.indexOf(`${value}%`),
    end: text.indexOf(`${value}%`) + 3,
  });
  expect(told(text, [target(0, 92), target(16, 95)])).toEqual(['twoValues 95%']);
  expect(told(text, [target(0, 92), { ...target(16, 95), year: 2026 }])).toEqual([]);
});

it('tells of a heading that nothing stands under, among others that have a body', () => {
  const text = '一、甲\n正文。\n二、乙\n正文。\n三、丙\n四、丁\n正文。';
  const outline = ['一、甲', '二、乙', '三、丙', '四、丁'].map((line) => ({
    level: 1,
    text: line,
    start: text.indexOf(line),
  }));
  const found = inside({ text, outline, targets: [], year: null });
  expect(found.map(({ message, start, end }) => `${message} ${text.slice(start, end)}`)).toEqual([
    'headingEmpty 三、丙',
  ]);
});

describe('replaced names', () => {
  const words = (text: string, year: number | null = null): string[] =>
    termsIn(text, year).map(({ old, now }) => `${old} → ${now}`);

  it('are told with what they are called now', () => {
    expect(words('报国家教委备案。')).toEqual(['国家教委 → 教育部']);
    expect(words('报国家卫生计生委备案。')).toEqual(['国家卫生计生委 → 国家卫生健康委员会']);
  });
  it('are right in what is older, in titles, and after 原', () => {
    expect(words('报国家教委备案。', 1995)).toEqual([]);
    expect(words('根据《国家教委关于某某的通知》和原国家教委的规定办理。')).toEqual([]);
  });
  it('are not found in other words', () =>
    expect(words('农业部门、文化部门和卫生部门配合，设人事部长一名。')).toEqual([]));
  it('stand in a list in which every line is dated and has a source', () => {
    expect(replacedTerms().length).toBeGreaterThan(20);
    for (const { since, source } of replacedTerms()) expect(`${since} ${source}`).toMatch(/^\d{4}-\d{2} .{6,}/u);
    expect(() => parseTerms('某局\t某委\t去年\t口头')).toThrow();
  });
});
