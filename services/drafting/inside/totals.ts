// Totals that do not add up: parts after 其中 that are more than the whole, shares beyond a hundred, columns of a table.

import { type Quantity, quantitiesIn } from '../../facts/targets/quantities.js';
import { sentencesOf } from '../../families/sentences.js';
import type { DraftLine, InsideNote } from './note.js';

const SLACK = 0.005;
const within = /其中[：:，,]?/u;
const MAX_SENTENCE = 400;

/** A whole and its parts in one sentence, in one unit. */
export function totalsIn(text: string): InsideNote[] {
  const found: InsideNote[] = [];
  for (const { start, text: sentence } of sentencesOf(text)) {
    const at = within.exec(sentence);
    if (!at || sentence.length > MAX_SENTENCE) continue;
    const quantities = quantitiesIn(sentence);
    const whole = quantities.filter(({ end }) => end <= at.index).at(-1);
    const parts = quantities.filter((one) => one.start >= at.index && one.unit === whole?.unit);
    if (!whole || parts.length < 2 || !isPlain(whole) || !parts.every(isPlain) || !isList(sentence, at.index, parts))
      continue;
    const sum = parts.reduce((total, { value }) => total + value, 0);
    if (whole.unit === '%' ? sum <= 100.5 || whole.value > 100 : sum <= whole.value * (1 + SLACK)) continue;
    found.push({
      kind: 'internal',
      level: 'conflict',
      start: start + whole.start,
      end: start + whole.end,
      message: 'partsExceed',
      values: {
        draft: sentence.slice(whole.start, whole.end),
        parts: parts.map((part) => sentence.slice(part.start, part.end)).join('、'),
      },
      confidence: 0.7,
    });
  }
  return found;
}

const isPlain = ({ valueTo, comparison }: Quantity): boolean =>
  valueTo === null && ['equal', 'reach', 'about'].includes(comparison);
/** Parts stand side by side; 其中女生400人，其中贫困生200人 are parts of parts. */
const isList = (sentence: string, at: number, parts: readonly Quantity[]): boolean =>
  !/其中|包括|含|增长|比上年/u.test(sentence.slice(at + 2)) &&
  parts.every((part, i) => i === 0 || part.start - (parts[i - 1]?.end ?? 0) <= 24);

const total = /^(?:合计|总计|共计|小计|总分|合 计)$/u;
const cell = /^-?\d[\d,]*(?:\.\d+)?%?$/u;
const figure = (text: string): number => Number(text.replace(/[,%]/gu, ''));

/** Rows of a table as the archive's stored text has them: cells between bars. */
export function tableTotalsIn(lines: readonly DraftLine[]): InsideNote[] {
  const found: InsideNote[] = [];
  let rows: { cells: string[]; line: DraftLine }[] = [];
  for (const line of lines) {
    const cells = line.text.split(' | ').map((one) => one.trim());
    if (cells.length < 2) {
      rows = [];
      continue;
    }
    if (!total.test(cells[0] ?? '')) {
      rows.push({ cells, line });
      continue;
    }
    const same = rows.filter((row) => row.cells.length === cells.length);
    for (const [column, written] of cells.entries()) {
      const values = same.map((row) => row.cells[column] ?? '').filter((value) => value !== '');
      const numbers = values.filter((value) => cell.test(value));
      if (!cell.test(written) || numbers.length < 2 || values.length - numbers.length > 1) continue;
      const sum = numbers.reduce((all, value) => all + figure(value), 0);
      if (Math.abs(sum - figure(written)) <= Math.max(0.06 * numbers.length, SLACK * sum)) continue;
      const at = line.start + line.text.lastIndexOf(written);
      found.push({
        kind: 'internal',
        level: 'conflict',
        start: at,
        end: at + written.length,
        message: 'columnSum',
        values: { draft: written, sum: Number(sum.toPrecision(10)) },
        confidence: 0.6,
      });
    }
    rows = [];
  }
  return found;
}
