// What a line says for the items listed under it: 到2025年，实现以下目标：1.…2.…; 符合下列条件：（一）….
import { yearBefore } from './years.js';

const item =
  /^\s*(?:[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]?\d{1,2}(?:[)）、．]|\.(?!\d))|[①-⑳]|[—–•·●◆★-]+|[一二三四五六七八九十]是|第[一二三四五六七八九十]+[，、])/u;
const opens = /[：:]\s*$|(?:如下|下列[^，。]{0,8}|以下[^，。]{0,8})[。：:]?\s*$/u;

export interface LeadIn {
  /** undefined where the line states none */
  readonly year: number | null | undefined;
  /** the items are cases, not aims */
  readonly conditions: boolean;
}
/** 自2009年起逐年递减。…调整如下： leads in with its last sentence; longer ones are no language. */
const lastSentence = (line: string): string => {
  const end = line.slice(-LONGEST).trimEnd();
  return end.slice(end.slice(0, -1).lastIndexOf('。') + 1);
};
const LONGEST = 800;

const none: LeadIn = { year: undefined, conditions: false };

/** Follows the lines of a text in order; `enter` gives what holds for the line. */
export function createLeadIns(documentYear: number | null): { enter(line: string): LeadIn } {
  let current = none;
  return {
    enter(line) {
      const holds = item.test(line) ? current : none;
      if (opens.test(line)) {
        current = {
          year: yearBefore(lastSentence(line), LONGEST, documentYear) ?? holds.year,
          conditions: /条件|情形|材料|情况|对象/u.test(line.slice(-30)),
        };
      } else if (holds === none) current = none;
      return holds;
    },
  };
}
