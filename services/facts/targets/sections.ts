// The year that the section of a line is about: 一、2023年工作回顾; 过去一年，…; 今年发展主要预期目标是…; 二、“十四五”时期主要目标.
import { looksBack, yearBefore, yearsIn } from './years.js';

export interface Section {
  /** undefined where no heading states one; null where it is known to be none in particular */
  readonly year: number | null | undefined;
  /** it tells what was */
  readonly past: boolean;
}
interface Heading extends Section {
  readonly level: number;
}

/** Marks of headings, outermost first. */
const marks = [
  /^第[一二三四五六七八九十百]+[编章部]/u,
  /^[一二三四五六七八九十]{1,3}[、.．]/u,
  /^[（(][一二三四五六七八九十]{1,3}[)）]/u,
  /^\d{1,2}(?:[、．]|\.(?!\d))/u,
  /^[（(]\d{1,2}[)）]/u,
];
/** Unmarked ones stand inside 一、 and hold the rest. */
const UNMARKED = 1.5;
const longestHeading = 40;
/** Of one that the outline gives. */
const LONGEST = 200;

/** What a paragraph of a report opens with: from there on it is about that year. */
const opening =
  /^(?:(?:过去|刚刚过去的)一年(?=[，,里来])|一年来[，,]|今年(?:是|以来|的?[^，,。]{0,10}(?:目标|任务|工作|重点|要求))|明年(?:是|[^，,。]{0,10}(?:目标|任务|工作))|(?:19|20)\d{2}年(?:是[^，,。]{0,20}年|[^，,。\d]{0,12}(?:目标|任务|工作)是?[:：。]|以来)|[“"]?十[一二三四五]五[”"]?时期(?:是|[，,]))/u;
const many = /^(?:过去|近|这)[两三四五六七八九十几]年/u;

const headingOf = (line: string): string | null => {
  const text = line.trim();
  if (!marks.some((mark) => mark.test(text))) return null;
  const head = /^[^。；;：:]*/u.exec(text)?.[0] ?? '';
  return head.length <= longestHeading ? head : null;
};

const yearOf = (heading: string, thisYear: number | null, report: boolean): Section => {
  const past = looksBack(heading);
  const years = yearsIn(heading);
  if (years.length > 0) return { year: years.length === 1 ? years[0] : null, past };
  const relative = yearBefore(heading, heading.length, thisYear);
  if (relative !== undefined) return { year: relative, past };
  return { year: past && report && /回顾|一年/u.test(heading) && thisYear !== null ? thisYear - 1 : undefined, past };
};

/** Follows the lines of a text in order; `enter` gives what holds for the line. */
export function createSections(
  outline: readonly { readonly text: string; readonly start: number }[],
  thisYear: number | null,
  report: boolean,
): { enter(line: string, at: number): Section } {
  const unmarked = new Map(outline.map(({ text, start }) => [start, text.slice(0, LONGEST)]));
  const path: Heading[] = [];
  let opened: Section | null = null;
  const open = (heading: string): void => {
    const index = marks.findIndex((mark) => mark.test(heading));
    const level = index === -1 ? UNMARKED : index;
    while ((path.at(-1)?.level ?? -1) >= level) path.pop();
    path.push({ level, ...yearOf(heading, thisYear, report) });
    if (level <= 1 || path.at(-1)?.year !== undefined) opened = null;
  };
  return {
    enter(line, at) {
      const heading = unmarked.get(at) ?? headingOf(line);
      if (heading) open(heading);
      else if (report) {
        const bare = line.trim().replace(/^[—–-]+/u, '');
        const found = opening.exec(bare)?.[0];
        if (found)
          opened = {
            year: /^一年来/u.test(found) ? minusOne(thisYear) : yearBefore(found, found.length, thisYear),
            past: false,
          };
        else if (many.test(bare)) opened = { year: null, past: true };
      }
      const dated = path.findLast((section) => section.year !== undefined);
      return {
        year: opened ? opened.year : dated?.year,
        past: path.some((section) => section.past) || (opened?.past ?? false),
      };
    },
  };
}
const minusOne = (year: number | null): number | null => (year === null ? null : year - 1);
