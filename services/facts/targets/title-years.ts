// What a document's title says of years: the one that a plan is for or a report is of, and which year 今年 is.
import { endOfTerm } from './years.js';

const numeral = '(?:19|20)\\d{2}';
const yearsOf = (title: string): readonly number[] => [
  ...new Set((title.match(new RegExp(`(?<![\\d〔（(［[])${numeral}(?!\\d)`, 'gu')) ?? []).map(Number)),
];
const term = /[“"]?(十[一二三四五]五)[”"]?(?:时期|期间)?.{0,24}(?:规划|计划|方案|行动|工程|目标|纲要)/u;
const range = new RegExp(
  `(?:计划|规划|方案|行动|工程|纲要).{0,3}${numeral}\\s*年?\\s*[-－—–~～―至]\\s*(${numeral})|${numeral}\\s*年?\\s*[-－—–~～―至]\\s*(${numeral})\\s*年?.{0,24}(?:计划|规划|方案|行动|工程|纲要)`,
  'u',
);
/** What was in a year, told after it. */
const tellsOfYear = /总结|公报|年报|基本情况|年度报告|完成情况|统计/u;
/** Reports of work look back on one year and ahead to the next: their sections say which. */
export const isReport = (title: string): boolean => /报告|讲话|会议|材料|总结|要点|公报|致辞|发言/u.test(title);

/** A plan's last year (2021—2023年, 2017年工作计划, “十三五”规划), or a report's own; undefined where the title states none. */
export function titleYear(title: string): number | undefined {
  const planned = term.exec(title)?.[1];
  if (planned) return endOfTerm(planned);
  const to = range.exec(title);
  if (to) return Number(to[1] ?? to[2]);
  const years = yearsOf(title);
  if (years.length !== 1 || /条例|办法|年级/u.test(title)) return undefined;
  if (tellsOfYear.test(title)) return years[0];
  return /年|招生|入学/u.test(title) && !/报告/u.test(title) ? years[0] : undefined;
}

/** What 今年 is: the year of the title of a yearly plan or report, whenever it was issued; the date's otherwise. */
export function thisYear(title: string, dated: number | null): number | null {
  const years = yearsOf(title);
  return years.length === 1 && /总结|工作要点|工作计划|工作报告|公报|年度/u.test(title) && !range.test(title)
    ? (years[0] ?? dated)
    : dated;
}
