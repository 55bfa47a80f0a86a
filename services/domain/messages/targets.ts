// The words of the targets desk, and how a value is told: by the sign of what its words say, never as plan or outcome.
import type { Target } from '../target.js';
import { fill, type Language } from './language.js';

const comparisons = {
  reach: { zh: '达到 {value}', en: 'reach {value}' },
  'at-least': { zh: '≥ {value}', en: '≥ {value}' },
  'more-than': { zh: '> {value}', en: '> {value}' },
  'at-most': { zh: '≤ {value}', en: '≤ {value}' },
  'less-than': { zh: '< {value}', en: '< {value}' },
  about: { zh: '约 {value}', en: 'about {value}' },
  equal: { zh: '{value}', en: '{value}' },
  up: { zh: '提高 {value}', en: 'up by {value}' },
  down: { zh: '下降 {value}', en: 'down by {value}' },
} as const;

/** From so much on, figures are told in so many: 4.06e12 元 is 40,600 亿元. */
const scales = {
  zh: [
    { from: 1e8, by: 1e8, name: '亿' },
    { from: 1e5, by: 1e4, name: '万' },
  ],
  en: [{ from: 1e6, by: 1e6, name: 'million ' }],
} as const;
export interface Scale {
  readonly by: number;
  /** the unit with the scale before it: 亿元 */
  readonly unit: string;
}
/** The scale in which figures as large as `value` are told. */
export function scaleOf(value: number, unit: string, language: Language): Scale {
  const scale = unit === '%' ? undefined : scales[language].find(({ from }) => Math.abs(value) >= from);
  return scale ? { by: scale.by, unit: `${scale.name}${unit}` } : { by: 1, unit };
}

const plain = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 6 });

type Value = Pick<Target, 'comparison' | 'value' | 'valueTo' | 'unit'>;

function quantity({ value, valueTo, unit }: Value, language: Language): string {
  if (unit === '比') return `1:${plain(value)}`;
  const scale = scaleOf(Math.max(Math.abs(value), Math.abs(valueTo ?? 0)), unit, language);
  const figures = [value, ...(valueTo === null ? [] : [valueTo])].map((one) => plain(one / scale.by)).join('–');
  return unit === '%' ? `${figures}%` : `${figures} ${scale.unit}`;
}

export const toldValue = (target: Value, language: Language): string =>
  fill(comparisons[target.comparison][language], { value: quantity(target, language) });

/** The comparison alone: 达到, ≥; empty where only the figure is given. */
export const toldComparison = (comparison: Target['comparison'], language: Language): string =>
  fill(comparisons[comparison][language], { value: '' }).trim();

/** On the pages. */
export const targetMessages = {
  navTargets: { zh: '指标', en: 'Targets' },
  targetsTitle: { zh: '指标和数值', en: 'Indicators and their values' },
  targetsIs: {
    zh: '文件里说到的指标：哪一年、哪个地方、多少，每个数都连到说它的那句话。只照原文列出，不分计划数和实际数。',
    en: 'Indicators that documents state: for which year and place, and how much; every figure leads to its sentence. Listed as written, plans and outcomes not told apart.',
  },
  targetsLabel: { zh: '要找的指标', en: 'Indicator' },
  targetsPlaceholder: { zh: '如 入园率、班额、生均公用经费', en: 'such as 入园率, 班额, 生均公用经费' },
  targetsMore: { zh: '更多条件', en: 'More conditions' },
  targetsOfValue: { zh: '数值说的是', en: 'What the value is for' },
  targetsOfDocument: { zh: '出自什么文件', en: 'Which documents state it' },
  forRegion: { zh: '哪个地区', en: 'Region' },
  forYear: { zh: '哪一年', en: 'Year' },
  forYearFrom: { zh: '哪年起', en: 'From year' },
  forYearTo: { zh: '到哪年', en: 'To year' },
  unit: { zh: '单位', en: 'Unit' },
  perCell: { zh: '每格几处', en: 'Values a cell' },
  document: { zh: '文件', en: 'Document' },
  indicator: { zh: '指标', en: 'Indicator' },
  indicatorDocuments: { zh: '文件数', en: 'Documents' },
  indicatorTargets: { zh: '处数', en: 'Values' },
  indicatorYears: { zh: '年份', en: 'Years' },
  indicatorRegions: { zh: '地区数', en: 'Regions' },
  indicatorUnits: { zh: '单位', en: 'Units' },
  indicatorsAll: {
    zh: '全部指标 {total} 个，说到的文件多的在前',
    en: '{total} indicators, those of most documents first',
  },
  indicatorsFound: { zh: '名称相合的指标 {total} 个', en: '{total} indicators match' },
  indicatorsAlso: { zh: '另有名称相合的指标', en: 'Other indicators that match' },
  indicatorsNear: { zh: '名称相近的指标', en: 'Indicators of similar names' },
  indicatorsEvery: { zh: '全部指标', en: 'All indicators' },
  indicatorNone: { zh: '没有叫“{q}”的指标。', en: 'There is no indicator called “{q}”.' },
  targetsNoneFiltered: {
    zh: '在所选条件之内没有数值。可以去掉条件再查。',
    en: 'There are no values within the conditions. Try without them.',
  },
  targetsWithout: { zh: '去掉条件', en: 'Without conditions' },
  targetsNone: { zh: '现有的文件里没有读出指标。', en: 'No indicators were read in the documents at hand.' },
  targetsUnread: {
    zh: '另有 {count} 份文件还没有读过指标，入库进程正在或将会读它们，读完再看会更全。',
    en: '{count} documents have not been read for targets yet; the worker reads them, and more may appear.',
  },
  targetsCounts: {
    zh: '{targets} 处，出自 {documents} 份文件',
    en: '{targets} values in {documents} documents',
  },
  targetsFolded: {
    zh: '（同一文件的其他各份另有 {count} 处相同，已并入）',
    en: ' ({count} more in other copies of the same documents, folded in)',
  },
  tableOf: { zh: '{indicator}（{unit}）', en: '{indicator} ({unit})' },
  forNoYear: { zh: '未写明年份', en: 'no year stated' },
  forNoRegion: { zh: '未写明地区', en: 'no region stated' },
  statedIn: { zh: '{year} 年的文件', en: 'in a document of {year}' },
  tableRow: { zh: '表中一行：', en: 'A row of a table: ' },
  cellTimes: { zh: '{count} 处', en: '{count} values' },
  cellMore: { zh: '另有 {count} 处', en: '{count} more' },
  rowsShown: { zh: '第 {from}—{to} 行，共 {rows} 行', en: 'Rows {from} to {to} of {rows}' },
  sourcesTitle: { zh: '逐条出处', en: 'Every value with its source' },
  copiesToo: { zh: '同一句也在：', en: 'The same sentence is also in: ' },
  chartOf: { zh: '{indicator}（{unit}）逐年', en: '{indicator} ({unit}) by year' },
  chartNote: {
    zh: '一年有几个数的，线经过最新文件说的那个。计划数和实际数没有区分，以各句原文为准。',
    en: 'Where a year has several values, the line goes through that of the newest document. Plans and outcomes are not told apart: see the sentences.',
  },
  chartOthers: { zh: '另有 {count} 个地区只列在表里。', en: '{count} more regions are in the table only.' },
  point_stated: { zh: '达到、只给数', en: 'reach, or the figure alone' },
  point_least: { zh: '不低于 ≥ >', en: 'at least ≥ >' },
  point_most: { zh: '不超过 ≤ <', en: 'at most ≤ <' },
  point_about: { zh: '约', en: 'about' },
  documentTargets: { zh: '本文件说到的指标 {count} 处', en: '{count} targets stated in this document' },
  documentTargetsTitle: { zh: '《{title}》说到的指标', en: 'Targets stated in {title}' },
  documentTargetsNone: { zh: '这份文件里没有读出指标。', en: 'No targets were read in this document.' },
  documentUnread: { zh: '这份文件还没有读过指标。', en: 'This document has not been read for targets yet.' },
  aboutTargets: { zh: '查指标', en: 'Indicators' },
  aboutTargetsText: {
    zh: '“指标”一页列出文件说到的指标。写“入园率”也能找到“学前教育毛入园率”。每个指标按地区、年份列表，每个数都连到原句；≥、≤、约等照原文，不分计划数和实际数；同一文件的几份里同一句话只算一次，并注明。数是程序从文字里读出的，可能有漏有错，请对照原句。',
    en: 'The page “Targets” lists the indicators that documents state; “入园率” finds 学前教育毛入园率. Each is a table by region and year, and every figure leads to its sentence. ≥, ≤ and “about” are as written; plans and outcomes are not told apart; one sentence in several copies of a document counts once, and that is said. Figures are read out of the text by a program, which may miss some or err: check the sentence.',
  },
  wrong_forYear: { zh: '“{field}”应是四位数的年份，或 none', en: '“{field}” must be a year of four digits, or none' },
  wrong_perCell: { zh: '“{field}”应是 1 到 500 的整数', en: '“{field}” must be a whole number from 1 to 500' },
} as const;
