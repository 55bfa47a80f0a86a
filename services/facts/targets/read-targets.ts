// Targets in a document's text: every quantity of a known indicator, with the year and region that are stated for it.
import type { Target } from '../../domain/target.js';
import { sentencesOf } from '../../families/sentences.js';
import { readers } from './indicators.js';
import { type Quantity, quantitiesIn } from './quantities.js';
import { looksBack, planYear, yearBefore } from './years.js';

/** Grows when the method's result changes: every document is then read anew. */
export const targetsRecipe = 1;

export interface TargetSource {
  readonly text: string;
  readonly title: string;
  /** the year of its date: what 今年 means */
  readonly year: number | null;
  readonly regionCode: string | null;
  readonly outline: readonly { readonly level: number; readonly text: string; readonly start: number }[];
}
/** Gives the code of a region that a phrase states; null where it states none. */
export type RegionReader = (text: string) => string | null;

const longestSentence = 600;
/** Characters of a sentence in which a year opens it. */
const LEAD = 8;

function indicatorOf(sentence: string, all: readonly Quantity[], index: number): string | null {
  const quantity = all[index];
  if (!quantity) return null;
  const since = sentence.slice(all[index - 1]?.to ?? 0, quantity.start);
  const next = sentence.slice(quantity.end, all[index + 1]?.from ?? sentence.length);
  const around = { sentence, quantity, behind: sentence.slice(0, quantity.start), since, next };
  for (const reader of readers) {
    const name = reader(around);
    if (name !== null) return name;
  }
  return null;
}

/** Headings over an offset, innermost last. */
function headingsAt(outline: TargetSource['outline'], at: number): string[] {
  const path: string[] = [];
  for (const { level, text, start } of outline) {
    if (start > at) break;
    path.length = Math.min(path.length, level - 1);
    path.push(text);
  }
  return path;
}

export function readTargets(source: TargetSource, regionOf: RegionReader): Target[] {
  const { text, title, year: documentYear, outline } = source;
  const targets: Target[] = [];
  const plan = planYear(title);
  let line = -1;
  let paragraphYear: number | null | undefined;
  for (const { start, end, text: sentence } of sentencesOf(text)) {
    const lineStart = text.lastIndexOf('\n', start);
    if (lineStart !== line) paragraphYear = undefined;
    line = lineStart;
    if (sentence.length <= longestSentence && /\d|百分之|[一二三四五六七八九十百千两]/u.test(sentence)) {
      const quantities = quantitiesIn(sentence);
      quantities.forEach((quantity, i) => {
        const indicator = indicatorOf(sentence, quantities, i);
        if (indicator === null) return;
        const headings = headingsAt(outline, start);
        const stated = yearBefore(sentence, quantity.start, documentYear);
        const past = looksBack(sentence) || headings.some(looksBack);
        const inherited = (): number | null =>
          paragraphYear ?? (past ? null : (headingYear(headings, documentYear) ?? plan ?? null));
        targets.push({
          indicator,
          comparison: quantity.comparison,
          value: quantity.value,
          valueTo: quantity.valueTo,
          unit: quantity.unit,
          year: stated === undefined ? inherited() : stated,
          regionCode: regionOf(sentence.slice(0, quantity.start)) ?? source.regionCode,
          sentence: { start, end },
          start: start + quantity.from,
          end: start + quantity.to,
        });
      });
    }
    // 到2020年，…。…。: a year that opens a sentence stands over those that follow it in the paragraph
    paragraphYear = yearBefore(sentence, LEAD, documentYear) ?? paragraphYear;
  }
  return targets;
}

function headingYear(headings: readonly string[], documentYear: number | null): number | null | undefined {
  for (const heading of headings.toReversed()) {
    const year = yearBefore(heading, heading.length, documentYear);
    if (year !== undefined) return year;
  }
  return undefined;
}
