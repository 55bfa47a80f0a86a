// The columns of a list in a spreadsheet. Their order is for good: files that people have built on it go on working; new
// columns come last of their group.
import { placeName } from '../citation/plain.js';
import { type ExportKey, sayExportIn } from '../domain/messages/export.js';
import type { Language } from '../domain/messages/language.js';
import { toldComparison } from '../domain/messages/targets.js';
import type { CsvTable } from './csv.js';
import type { Row, Stated, TakenList } from './list.js';

type Column = readonly [name: ExportKey, value: (row: Row, n: number, language: Language) => string];

const number: Column = ['n', (_row, n) => String(n)];
const facts: readonly Column[] = [
  ['issuer', ({ document }) => document.issuer ?? ''],
  ['title', ({ document }) => document.title],
  ['number', ({ document }) => document.number ?? ''],
  ['date', ({ document }) => document.date ?? String(document.year ?? '')],
  ['status', ({ document }) => document.status],
  ['region', ({ document }) => document.region ?? ''],
  ['type', ({ document }) => document.type ?? ''],
  ['place', ({ citation: { place } }) => (place ? placeName(place) : '')],
  ['page', ({ citation: { place } }) => String(place?.page ?? '')],
];
const heading: Column = ['heading', (row) => row.heading.join(' › ')];
const ocr: Column = ['ocr', (row) => (row.ocr === null ? '' : `${Math.floor(100 * row.ocr)}%`)];
const origin: readonly Column[] = [
  ['newer', ({ document: { newer } }) => newer?.title ?? ''],
  ['also', ({ also }) => also.join('；')],
  ['citation', ({ citation }) => citation.plain],
  ['gbt7714', ({ citation }) => citation.gbt7714],
  ['link', ({ citation }) => citation.link],
  ['file', ({ document }) => document.file],
];

const words = (name: ExportKey, which: (row: Row) => readonly { readonly text: string }[]): Column => [
  name,
  (row) =>
    which(row)
      .map(({ text }) => text)
      .join(''),
];
const stated = (name: ExportKey, value: (stated: Stated, language: Language) => string): Column => [
  name,
  (row, _n, language) => (row.stated ? value(row.stated, language) : ''),
];
/** Figures are plain, so that a spreadsheet counts with them. */
const targets: readonly Column[] = [
  stated('indicator', ({ indicator }) => indicator),
  stated('forRegion', ({ region }) => region ?? ''),
  stated('forYear', ({ year }) => String(year ?? '')),
  words('said', ({ pieces }) => pieces.filter(({ found }) => found)),
  stated('comparison', ({ comparison }, language) => toldComparison(comparison, language)),
  stated('value', ({ value }) => String(value)),
  stated('valueTo', ({ valueTo }) => String(valueTo ?? '')),
  stated('unit', ({ unit }) => unit),
  words('sentence', ({ pieces }) => pieces),
  stated('copies', ({ folded }) => String(folded)),
];

const columns: Readonly<Record<TakenList['kind'], readonly Column[]>> = {
  search: [number, ...facts, heading, words('passage', ({ pieces }) => pieces), ocr, ...origin],
  wording: [
    number,
    ...facts,
    heading,
    ...(['before', 'match', 'after'] as const).map((name, i) => words(name, ({ pieces }) => pieces.slice(i, i + 1))),
    ocr,
    ...origin,
  ],
  targets: [number, ...targets, ...facts, ocr, ...origin],
};

export function listTable({ kind, language, warnings, rows }: TakenList): CsvTable {
  const say = sayExportIn(language);
  function* records(): Generator<string[]> {
    for (const [i, row] of rows.entries()) yield columns[kind].map(([, value]) => value(row, i + 1, language));
  }
  return { warnings, columns: columns[kind].map(([name]) => say(name)), rows: records() };
}
