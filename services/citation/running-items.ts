// 项 that run on in one line: 有下列情形之一的：（一）……；（二）……。 Pure.
import type { Range } from '../domain/passage.js';
import { readNumber } from '../language/chinese-numbers.js';

export interface RunningItem extends Range {
  readonly item: number;
}

const mark = /[（(]([一二三四五六七八九十]{1,3})[）)]/gu;

/**
 * Where in a line each of its 项 stands. They are 项 when they count on from （一） after a colon, or from where the line
 * begins, each after the stop of the one before it; 第（二）项 in the middle of a sentence is none. The last one ends with its
 * sentence: what follows belongs to the 款.
 */
export function runningItems(line: string): RunningItem[] {
  const starts: { item: number; start: number }[] = [];
  for (const { 1: numeral = '', index } of line.matchAll(mark)) {
    const item = readNumber(numeral);
    const before = line.slice(0, index).trimEnd().at(-1);
    const last = starts.at(-1);
    const begins = last ? item === last.item + 1 && /[；;。，,]/u.test(before ?? '') : begun(before, item);
    if (item !== null && begins) starts.push({ item, start: index });
  }
  if (starts.length < 2) return [];
  return starts.map(({ item, start }, i) => {
    const next = starts[i + 1]?.start;
    const stop = line.indexOf('。', start);
    return { item, start, end: next ?? (stop === -1 ? line.length : stop + 1) };
  });
}

const begun = (before: string | undefined, item: number | null): boolean =>
  before === undefined || (item === 1 && /[：:]/u.test(before));
