// Labelled sentences of bench:targets, and what the program reads in them, as tuples that can be compared.
import { readFileSync } from 'node:fs';
import type { Catalogue } from '../../services/catalogue/open.js';
import { documentIdOf } from '../../services/catalogue/store.js';
import type { Comparison, Target } from '../../services/domain/target.js';
import { readDocumentTargets } from '../../services/facts/targets/of-document.js';

export interface Tuple {
  readonly name: string;
  /** value, unit, comparison and year */
  readonly rest: string;
}
export interface Labelled {
  /** file and start */
  readonly id: string;
  readonly half: string;
  readonly wanted: readonly Tuple[];
  readonly read: readonly Tuple[];
}

const comparisons: Readonly<Record<string, Comparison>> = {
  ge: 'at-least',
  gt: 'more-than',
  le: 'at-most',
  lt: 'less-than',
  eq: 'equal',
};

const labelled = (tuple: string): Tuple => {
  const [name = '', value = '', unit = '', comparison = '', year = ''] = tuple.split(';');
  return { name, rest: [value, unit, comparisons[comparison] ?? comparison, year].join(';') };
};
const told = ({ indicator, value, valueTo, unit, comparison, year }: Target): Tuple => ({
  name: indicator,
  rest: [valueTo === null ? value : `${value}-${valueTo}`, unit, comparison, year ?? ''].join(';'),
});

/** The lines of a TSV, without those that open with # and without its head. */
export const linesOf = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t'));

export const labelledIn = (path: string, catalogue: Catalogue): Labelled[] =>
  linesOf(path).map(([file = '', start = '', end = '', half = '', targets = '']) => ({
    id: `${file} ${start}`,
    half,
    wanted: targets.trim() === '' ? [] : targets.trim().split('|').map(labelled),
    read: readDocumentTargets(catalogue, documentIdOf(file))
      .filter(({ sentence }) => sentence.start < Number(end) && sentence.end > Number(start))
      .map(told),
  }));
