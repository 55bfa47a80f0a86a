// Targets in a document's text: in its sentences and its tables, with the year and region that are stated for each.
import type { Target } from '../../domain/target.js';
import { sentencesOf } from '../../families/sentences.js';
import { createLeadIns } from './lead-ins.js';
import { createSections } from './sections.js';
import { targetsIn } from './sentence-targets.js';
import { isRow, piecesOf } from './table-rows.js';
import { readTableTargets } from './table-targets.js';
import { isReport, thisYear, titleYear } from './title-years.js';
import { looksBack, yearBefore } from './years.js';

/** Grows when the method's result changes: every document is then read anew. */
export const targetsRecipe = 4;

export interface TargetSource {
  readonly text: string;
  readonly title: string;
  /** the year of its date: what 今年 means */
  readonly year: number | null;
  readonly regionCode: string | null;
  readonly outline: readonly { readonly level: number; readonly text: string; readonly start: number }[];
}
/** Codes of regions; null where none is meant. */
export interface RegionReader {
  /** by what leads up to a quantity in its sentence: other than the document's */
  readonly stated: (behind: string) => string | null;
  /** by a name that stands alone, in a table's cell */
  readonly named: (name: string) => string | null;
}

/** In a paragraph of duties: so many sentences without a target, and the year that opened it is forgotten. */
const MAX_IDLE = 2;
/** Characters of a sentence in which a year opens it. */
const LEAD = 8;

/** 主要目标：1.到2025年 */
const mark = /^(?:[^，,：:]{0,12}[：:])?\s*(?:[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)、.．]\s*)?/u;
/** 结合举办2022年冬奥会 opens with something else. */
const opens =
  /^(?:力争|确保|争取|预计|计划|截[至止]|到|至|在|于)*[“"]?(?:(?:19|20)\d{2}(?!\s*年?(?:[秋春]季)?(?:学期|开学)?(?:起|开始|以来))|十[一二三四五]五|今年|明年|去年|年内|本年度|过去一年)/u;
/** The year that opens a sentence; one that it starts from (从2018年起) is none to reach. */
function openingYear(sentence: string, documentYear: number | null): number | null | undefined {
  const bare = sentence.replace(mark, '');
  return opens.test(bare) ? yearBefore(bare, LEAD, documentYear) : undefined;
}

export function readTargets(source: TargetSource, regions: RegionReader): Target[] {
  const tables = readTableTargets({ ...source, regionNamed: regions.named });
  return [...sentenceTargets(source, regions), ...tables].sort((a, b) => a.start - b.start);
}

/** 望湖区投资 of 望湖区: its region is no part of a name; another's is, and says of which rank or where (云州省示范校 of a city). */
const placed = /^(\p{Script=Han}{2,8}?(?:省|市|自治区|自治州|盟|县|旗|区))(?![级直属立外际政民长])的?(?=.{2})/u;
function withoutPlace(indicator: string, regions: RegionReader, region: string | null): string {
  const place = region === null ? null : placed.exec(indicator);
  return place?.[1] && regions.named(place[1]) === region ? indicator.slice(place[0].length) : indicator;
}

function sentenceTargets(source: TargetSource, regions: RegionReader): Target[] {
  const { text, title, outline, regionCode } = source;
  const year = thisYear(title, source.year);
  const planned = titleYear(title);
  const duties = /意见|办法|方案|通知/u.test(title);
  const targets: Target[] = [];
  const sections = createSections(outline, year, isReport(title));
  const leadIns = createLeadIns(year);
  let at = 0;
  for (const line of text.split('\n')) {
    const section = sections.enter(line, at);
    const leadIn = leadIns.enter(line);
    // 到2020年，…。…。: a year that opens a sentence stands over those that follow it in the paragraph
    let paragraphYear: number | null | undefined;
    let idle = 0;
    for (const piece of isRow(line) ? piecesOf(line) : [{ text: line, start: 0 }]) {
      for (const { start, end, text: sentence } of sentencesOf(piece.text)) {
        const place = at + piece.start + start;
        const before = targets.length;
        for (const said of leadIn.conditions ? [] : targetsIn(sentence, year)) {
          const { behind, ...target } = said;
          const region = regions.stated(behind) ?? regionCode;
          const past = section.past || looksBack(sentence);
          const standing = paragraphYear ?? leadIn.year ?? section.year ?? (past ? null : (planned ?? null));
          // 全年 is the year that is spoken of; where none is, the document's
          const over = standing ?? (/全年(?!龄)/u.test(behind) && isReport(title) ? year : null);
          targets.push({
            ...target,
            indicator: withoutPlace(target.indicator, regions, region),
            year: said.year === undefined ? over : said.year,
            regionCode: region,
            sentence: { start: place, end: place + end - start },
            start: place + said.start,
            end: place + said.end,
          });
        }
        const opened = openingYear(sentence, year);
        idle = opened !== undefined || targets.length > before ? 0 : idle + 1;
        paragraphYear = opened ?? (idle < MAX_IDLE || !duties ? paragraphYear : undefined);
      }
    }
    at += line.length + 1;
  }
  return targets;
}
