import { read } from './reading.js';

const told = (text: string, more = {}) =>
  read(text, more).map(({ indicator, comparison, value, unit, year, regionCode }) =>
    [indicator, comparison, value, unit, year, regionCode].join(' '),
  );

describe('targets in tables', () => {
  it('have a year of its row where rows are years, and the unit of the column', () => {
    const text = [
      '表1　普及水平',
      '年份 | 学前三年毛入园率（%） | 在园幼儿（万人）',
      '2020 | 84.3 | 12.5',
      '2021年 | 85.6 | 13',
    ].join('\n');
    expect(told(text)).toEqual([
      '学前教育毛入园率 equal 84.3 % 2020 9001',
      '在园幼儿 equal 125000 人 2020 9001',
      '学前教育毛入园率 equal 85.6 % 2021 9001',
      '在园幼儿 equal 130000 人 2021 9001',
    ]);
  });

  it('have the year of its column where columns are years, and compare as the cell says', () => {
    const text = [
      '主要指标',
      '序号 | 指标 | 单位 | 2020年 | 2025年目标 | 属性',
      '1 | 九年义务教育巩固率 | % | 96.6 | ≥97.5 | 约束性',
      '2 | 高中阶段毛入学率 |  | 92.2% | 94.5%以上 | 预期性',
      '3 | 新增学位 | 万个 | — | 4.8 | 预期性',
    ].join('\n');
    expect(told(text)).toEqual([
      '义务教育巩固率 equal 96.6 % 2020 9001',
      '义务教育巩固率 at-least 97.5 % 2025 9001',
      '高中阶段毛入学率 equal 92.2 % 2020 9001',
      '高中阶段毛入学率 at-least 94.5 % 2025 9001',
      '新增学位 equal 48000 个 2025 9001',
    ]);
  });

  it('are of the region of its row, in the year of the caption, in the unit above the table', () => {
    const text = [
      '2025年招生计划',
      '单位：人',
      '县区 | 小学招生 | 初中招生',
      '望湖区 | 3200 | 2800',
      '青石县 | 1500 | 1400',
    ].join('\n');
    expect(told(text)).toEqual([
      '小学招生 equal 3200 人 2025 900102',
      '初中招生 equal 2800 人 2025 900102',
      '小学招生 equal 1500 人 2025 900121',
      '初中招生 equal 1400 人 2025 900121',
    ]);
  });

  it('take a short column name from the caption, and a change from the column before', () => {
    const text = ['表3　一般公共预算教育支出', '年份 | 支出（亿元） | 比上年增长（%）', '2024 | 80.2 | 5.7'].join('\n');
    expect(told(text)).toEqual([
      '一般公共预算教育支出 equal 8020000000 元 2024 9001',
      '一般公共预算教育支出 up 5.7 % 2024 9001',
    ]);
  });

  it('stand in their cell, their sentence is the row', () => {
    const text = '一、指标\n年份 | 巩固率（%）\n2024 | 97.5\n';
    const [target] = read(text);
    expect(text.slice(target?.start, target?.end)).toBe('97.5');
    expect(text.slice(target?.sentence.start, target?.sentence.end)).toBe('2024 | 97.5');
  });

  it('are not scores, telephone numbers or prices', () => {
    expect(told('序号 | 项目 | 分值\n1 | 学历 | 20\n2 | 社保 | 30')).toEqual([]);
    expect(told('2025年 收费表\n单位：元\n项目 | 原价 | 优惠价\n内科 | 10 | 9')).toEqual([]);
    expect(told('单位 | 联系电话 | 2025年\n望湖区 | 86247022 | 2')).toEqual([]);
  });

  it('in a cell of prose are read as in a sentence', () => {
    expect(told('任务 | 内容\n学前教育 | 到2025年，学前三年毛入园率达到93%。')).toEqual([
      '学前教育毛入园率 reach 93 % 2025 9001',
    ]);
  });
});
