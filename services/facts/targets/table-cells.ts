// What the cells of a table say: a year, a figure with its unit and comparison, the name of an indicator.
import type { Comparison } from '../../domain/target.js';
import { indicatorName } from './indicator-name.js';

const year =
  /^(?:到|截至)?((?:19|20)\d{2})\s*年?(?:度|学年|底|末)?\s*(?:[（(][^）)]*[）)])?(?:规划|计划|预期|实际|完成|发展)?(?:目标|指标)?[值数]?$/u;
export const yearOf = (cell: string): number | null => {
  const found = year.exec(cell.replace(/\s+/gu, ''))?.[1];
  return found === undefined ? null : Number(found);
};
const unitWord = '%|％|个?百分点|[万亿]{0,2}元|[万亿]?人次?|[万]?[所个名平册台套]|[万]?平方米|年|学时|课时|人/班|:1|∶1';
const inBrackets = new RegExp(`[（(\\[]\\s*(?:单位[:：])?(${unitWord})\\s*[）)\\]]`, 'u');
export const said = new RegExp(`单位\\s*[:：]\\s*(${unitWord})(?:\\s|[）)]|$)`, 'u');
export const alone = new RegExp(`^(?:${unitWord})$`, 'u');

const sign: Readonly<Record<string, Comparison>> = {
  '≥': 'at-least',
  '≧': 'at-least',
  '>': 'more-than',
  '＞': 'more-than',
  '≤': 'at-most',
  '≦': 'at-most',
  '<': 'less-than',
  '＜': 'less-than',
  '≈': 'about',
  以上: 'at-least',
  以内: 'at-most',
  以下: 'at-most',
  左右: 'about',
};
const figure = new RegExp(
  `^(?<before>[≥≧>＞≤≦<＜≈])?\\s*[\\[【(（]?(?<value>\\d[\\d,，]*(?:\\.\\d+)?)[\\]】)）]?\\s*(?<unit>${unitWord})?\\s*(?<after>以上|以内|以下|左右)?$`,
  'u',
);
export interface Figure {
  readonly value: number;
  readonly unit: string | null;
  readonly comparison: Comparison;
}
export function figureOf(text: string): Figure | null {
  const { before, value, unit, after } = figure.exec(text)?.groups ?? {};
  if (value === undefined) return null;
  return {
    value: Number(value.replace(/[,，]/gu, '')),
    unit: unit ?? null,
    comparison: sign[before ?? after ?? ''] ?? 'equal',
  };
}

/** 亿元 is 元, a hundred million times. */
export function plainUnit(unit: string): { readonly unit: string; readonly scale: number } {
  const scale = (unit.includes('万') ? 1e4 : 1) * (unit.includes('亿') ? 1e8 : 1);
  const bare = unit
    .replace(/^[万亿]+/u, '')
    .replace('％', '%')
    .replace(/^名$|^人\/班$/u, '人')
    .replace('个百分点', '百分点');
  return { unit: /^[:∶]1$/u.test(bare) ? '比' : bare, scale };
}

export interface Named {
  readonly indicator: string;
  readonly unit: string | null;
  readonly comparison: Comparison | null;
}
/** 支出（亿元）under 表3 一般公共预算教育支出 is that; 比上年增长 is of what stands before it. */
export function namedBy(label: string, caption: string, before: string | null): Named {
  const unit = inBrackets.exec(label)?.[1] ?? null;
  const text = label.replace(inBrackets, '').replace(/^[一二三四五六七八九十\d]+[、.．]\s*|^其中[:：]?/u, '');
  const change = /^(?:比|较|同比)?(?:上年|去年|上一?年)?(增长|增加|提高|下降|减少)(?:率|幅度|百分点)?$/u.exec(
    text.trim(),
  )?.[1];
  if (change && (before ?? caption) !== '') {
    return { indicator: before ?? indicatorName(caption), unit, comparison: /下降|减少/u.test(change) ? 'down' : 'up' };
  }
  const name = indicatorName(text);
  const whole = indicatorName(caption);
  return { indicator: name.length >= 2 && whole.endsWith(name) ? whole : name, unit, comparison: null };
}

/** Ends of names that are measured; a table whose labels are otherwise is of something else. */
const measured =
  /(?:率|比例|比重|占比|比|数|量|额|规模|经费|支出|投入|学位|幼儿园|学校|小学|初中|高中|中学|院校|教师|学生|幼儿|面积|年限|班级|班额|在校生|招生计划|招生)$/u;
const notMeasured =
  /^(?:序号|编号|联系电话|电话|备注|分数|分值|积分|邮编|代码|学费|收费)|(?:原价|电话|分数|编号|金额数)$/u;
export const isMeasured = (name: string): boolean => name.length >= 2 && measured.test(name) && !notMeasured.test(name);
