// A list as CSV (RFC 4180, UTF-8 with a byte order mark, so that Excel reads Chinese): a part of its rows at a time.
import { stringify } from 'csv-stringify/sync';
import { placeName } from '../citation/plain.js';
import { type ExportKey, sayExportIn } from '../domain/messages/export.js';
import type { Row, TakenList } from './list.js';

const ROWS_AT_A_TIME = 200;

type Column = readonly [name: ExportKey, value: (row: Row, n: number) => string];

/** In this order for good: files that people have built on it go on working; new columns come last. */
const facts: readonly Column[] = [
  ['n', (_row, n) => String(n)],
  ['issuer', ({ document }) => document.issuer ?? ''],
  ['title', ({ document }) => document.title],
  ['number', ({ document }) => document.number ?? ''],
  ['date', ({ document }) => document.date ?? String(document.year ?? '')],
  ['status', ({ document }) => document.status],
  ['region', ({ document }) => document.region ?? ''],
  ['type', ({ document }) => document.type ?? ''],
  ['place', ({ citation: { place } }) => (place ? placeName(place) : '')],
  ['page', ({ citation: { place } }) => String(place?.page ?? '')],
  ['heading', ({ heading }) => heading.join(' › ')],
];
const words: Readonly<Record<TakenList['kind'], readonly Column[]>> = {
  search: [['passage', ({ pieces }) => pieces.map(({ text }) => text).join('')]],
  wording: (['before', 'match', 'after'] as const).map(
    (name, i): Column => [name, ({ pieces }) => pieces[i]?.text ?? ''],
  ),
};
const more: readonly Column[] = [
  ['ocr', ({ ocr }) => (ocr === null ? '' : `${Math.floor(100 * ocr)}%`)],
  ['newer', ({ document: { newer } }) => newer?.title ?? ''],
  ['also', ({ also }) => also.join('；')],
  ['citation', ({ citation }) => citation.plain],
  ['gbt7714', ({ citation }) => citation.gbt7714],
  ['link', ({ citation }) => citation.link],
  ['file', ({ document }) => document.file],
];

/** What Excel takes for a formula is text here (escape_formulas); a line's end of any kind is in quotes. */
const lines = (records: readonly (readonly string[])[], bom = false): string =>
  stringify(
    records.map((record) => [...record]),
    { bom, escape_formulas: true, quoted_match: /[\r\n]/u, record_delimiter: 'windows' },
  );

/** Warnings first, each a line of its own; then the names of the columns; then a line a row. */
export function* csv({ kind, language, warnings, rows }: TakenList): Generator<string> {
  const say = sayExportIn(language);
  const columns = [...facts, ...words[kind], ...more];
  yield lines([...warnings.map((warning) => [warning]), columns.map(([name]) => say(name))], true);
  for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME) {
    yield lines(
      rows.slice(from, from + ROWS_AT_A_TIME).map((row, i) => columns.map(([, value]) => value(row, from + i + 1))),
    );
  }
}
