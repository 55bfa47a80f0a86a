// A table as CSV (RFC 4180, UTF-8 with a byte order mark, so that Excel reads Chinese): a part of its rows at a time.
import { stringify } from 'csv-stringify/sync';

const ROWS_AT_A_TIME = 200;

export interface CsvTable {
  readonly warnings: readonly string[];
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly string[]>;
}

/** What Excel takes for a formula is text here (escape_formulas); a line's end of any kind is in quotes. */
const lines = (records: readonly (readonly string[])[], bom = false): string =>
  stringify(
    records.map((record) => [...record]),
    { bom, escape_formulas: true, quoted_match: /[\r\n]/u, record_delimiter: 'windows' },
  );

/** Warnings first, each a line of its own; then the names of the columns; then a line a row. */
export function* csv({ warnings, columns, rows }: CsvTable): Generator<string> {
  yield lines([...warnings.map((warning) => [warning]), columns], true);
  let part: (readonly string[])[] = [];
  for (const row of rows) {
    part.push(row);
    if (part.length < ROWS_AT_A_TIME) continue;
    yield lines(part);
    part = [];
  }
  if (part.length > 0) yield lines(part);
}
