// Targets in tables: years as columns or as rows, indicators on the other side; regions as rows where one year holds for all.
import type { Comparison, Target } from '../../domain/target.js';
import { indicatorName } from './indicator-name.js';
import { type Cell, type Row, type Table, tablesOf } from './table-rows.js';
import { planYear } from './years.js';

const year =
  /^(?:到|截至)?((?:19|20)\d{2})\s*年?(?:度|学年|底|末)?\s*(?:[（(][^）)]*[）)])?(?:规划|计划|预期|实际|完成|发展)?(?:目标|指标)?[值数]?$/u;
const yearOf = (cell: string): number | null => {
  const found = year.exec(cell.replace(/\s+/gu, ''))?.[1];
  return found === undefined ? null : Number(found);
};
const unitWord = '%|％|个?百分点|[万亿]{0,2}元|[万亿]?人次?|[万]?[所个名平册台套]|[万]?平方米|年|学时|课时|人/班|:1|∶1';
const inBrackets = new RegExp(`[（(\\[]\\s*(?:单位[:：])?(${unitWord})\\s*[）)\\]]`, 'u');
const said = new RegExp(`单位\\s*[:：]\\s*(${unitWord})(?:\\s|[）)]|$)`, 'u');
const alone = new RegExp(`^(?:${unitWord})$`, 'u');

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
interface Figure {
  readonly value: number;
  readonly unit: string | null;
  readonly comparison: Comparison;
}
function figureOf(text: string): Figure | null {
  const { before, value, unit, after } = figure.exec(text)?.groups ?? {};
  if (value === undefined) return null;
  return {
    value: Number(value.replace(/[,，]/gu, '')),
    unit: unit ?? null,
    comparison: sign[before ?? after ?? ''] ?? 'equal',
  };
}

/** 亿元 is 元, a hundred million times. */
function plainUnit(unit: string): { readonly unit: string; readonly scale: number } {
  const scale = (unit.includes('万') ? 1e4 : 1) * (unit.includes('亿') ? 1e8 : 1);
  const bare = unit
    .replace(/^[万亿]+/u, '')
    .replace('％', '%')
    .replace(/^名$|^人\/班$/u, '人')
    .replace('个百分点', '百分点');
  return { unit: /^[:∶]1$/u.test(bare) ? '比' : bare, scale };
}

interface Named {
  readonly indicator: string;
  readonly unit: string | null;
  readonly comparison: Comparison | null;
}
/** 支出（亿元）under 表3 一般公共预算教育支出 is that; 比上年增长 is of what stands before it. */
function namedBy(label: string, caption: string, before: string | null): Named {
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
const isMeasured = (name: string): boolean => name.length >= 2 && measured.test(name) && !notMeasured.test(name);

const captionOf = (table: Table): string =>
  (table.above.filter((line) => !/^[（(]?单位/u.test(line)).at(-1) ?? '')
    .replace(/^[（(]?(?:附?表|专栏)\s*[\d一二三四五六七八九十]*[-—\d]*[:：.、]?\s*/u, '')
    .replace(/[（(]?单位[:：].*$/u, '')
    .trim();

export interface TableSource {
  readonly text: string;
  readonly title: string;
  readonly regionCode: string | null;
  /** the code of a region that is named; null for other names */
  readonly regionNamed: (name: string) => string | null;
}

export function readTableTargets(source: TableSource): Target[] {
  return tablesOf(source.text).flatMap((table) => targetsOf(table, source));
}

function targetsOf(table: Table, { title, regionCode, regionNamed }: TableSource): Target[] {
  const [head, ...body] = table.rows;
  if (!head) return [];
  const labels = head.cells.map(({ text }) => text);
  const caption = captionOf(table);
  const general = table.above.map((line) => said.exec(line)?.[1]).find(Boolean) ?? null;
  const width = labels.length;
  const found: Target[] = [];
  const put = (row: Row, cell: Cell, named: Named, of: number | null, region: string | null, unit?: string): void => {
    const read = figureOf(cell.text);
    const stated = read?.unit ?? named.unit ?? unit ?? general;
    if (!read || !stated || !isMeasured(named.indicator)) return;
    const plain = plainUnit(stated);
    found.push({
      indicator: named.indicator,
      comparison: named.comparison ?? read.comparison,
      value: Number((read.value * plain.scale).toPrecision(12)),
      valueTo: null,
      unit: plain.unit,
      year: of,
      regionCode: region,
      sentence: { start: row.start, end: row.end },
      start: cell.start,
      end: cell.end,
    });
  };

  const years = labels.map(yearOf);
  const firstYear = years.findIndex((of, column) => column > 0 && of !== null);
  const unitColumn = labels.findIndex((label) => /^(?:计量)?单位$/u.test(label));
  if (firstYear !== -1) {
    for (const row of body) {
      // cells merged with those above leave a row short on its left
      const cells = [...Array<Cell | undefined>(Math.max(0, width - row.cells.length)), ...row.cells];
      const lead = cells
        .slice(0, firstYear)
        .filter((cell, at) => cell && at !== unitColumn && !/^\d*$/u.test(cell.text));
      const label = lead.at(-1)?.text ?? '';
      const unit = unitColumn === -1 ? undefined : cells[unitColumn]?.text;
      const named = namedBy(label, '', null);
      years.forEach((of, column) => {
        const cell = cells[column];
        if (of !== null && cell) put(row, cell, named, of, regionCode, unit && alone.test(unit) ? unit : undefined);
      });
    }
    return found;
  }

  const names: Named[] = [];
  for (const label of labels) names.push(namedBy(label, caption, names.at(-1)?.indicator ?? null));
  const rowYears = body.map((row) => yearOf(row.cells[0]?.text ?? ''));
  const byYear = rowYears.filter((of) => of !== null).length > body.length / 2;
  const one = byYear ? null : (captionYear(caption) ?? planYear(title) ?? null);
  body.forEach((row, i) => {
    if (row.cells.length > width) return;
    const region = byYear ? regionCode : regionNamed(row.cells[0]?.text ?? '');
    const of = byYear ? (rowYears[i] ?? null) : one;
    if (of === null || (!byYear && region === null)) return;
    row.cells.slice(1).forEach((cell, column) => {
      const named = names[column + 1];
      if (named) put(row, cell, named, of, region);
    });
  });
  return found;
}

const captionYear = (caption: string): number | null => {
  const years = [...new Set(caption.match(/(?<!\d)(?:19|20)\d{2}(?=\s*(?:年|学年))/gu) ?? [])];
  return years.length === 1 ? Number(years[0]) : null;
};
