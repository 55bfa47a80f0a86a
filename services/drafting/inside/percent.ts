// Shares and the points between them, mixed up: 由80%提高到85%，提高5% (5个百分点), 占比达到85个百分点 (85%).
import type { InsideNote } from './note.js';

const n = '(\\d{1,3}(?:\\.\\d{1,3})?)';
const up = '(?:提高|提升|上升|增加|增长|下降|降低|减少)';
const change = new RegExp(
  `[由从][^，。；：\\n]{0,12}?${n}[%％][^，。；\\n]{0,6}?${up}(?:到|至|为)[^，。；\\n\\d]{0,12}${n}[%％][，,、]?(?:共|累计|净|同比)?${up}了?${n}[%％]`,
  'gu',
);
const level = new RegExp(
  `(?:占比|比例|比重|(?<![增长速降幅提])率)(?:已|应|要|均|力争|稳定在|保持在)*(?:达到|达|为|在)?${n}个?百分点(?:以上|左右)?`,
  'gu',
);
/** A share below may be a difference that is told without its verb. */
const LEAST_LEVEL = 30;
const SLACK = 0.051;

export function percentIn(text: string): InsideNote[] {
  const found: InsideNote[] = [];
  const add = (match: RegExpExecArray, written: string, message: InsideNote['message'], value: string): void => {
    const start = match.index + match[0].lastIndexOf(written);
    found.push({
      kind: 'internal',
      level: 'conflict',
      start,
      end: start + written.length,
      message,
      values: { draft: written, value },
      confidence: 0.8,
    });
  };
  for (const match of text.matchAll(change)) {
    const [all, from = '', to = '', by = ''] = match;
    const [a, b, c] = [Number(from), Number(to), Number(by)];
    const share = a === 0 ? Number.POSITIVE_INFINITY : (100 * Math.abs(b - a)) / a;
    // where both readings fit, what is written is right
    if (Math.abs(Math.abs(b - a) - c) < SLACK && Math.abs(share - c) >= SLACK)
      add(match, by + all.slice(-1), 'pointsAsShare', by);
  }
  for (const match of text.matchAll(level)) {
    const [all, value = ''] = match;
    if (Number(value) >= LEAST_LEVEL && Number(value) <= 100)
      add(match, all.slice(all.indexOf(value)).replace(/(?:以上|左右)$/u, ''), 'shareAsPoints', value);
  }
  return found;
}
