// Targets in tables: years as columns or as rows, indicators on the other side; regions as rows where one year holds for all.
import type { Target } from '../../domain/target.js';
import { alone, figureOf, isMeasured, type Named, namedBy, plainUnit, said, yearOf } from './table-cells.js';
import { type Cell, type Row, type Table, tablesOf } from './table-rows.js';
import { titleYear } from './title-years.js';

const captionOf = (table: Table): string =>
  (table.above.filter((line) => !/^[（(]?单位/u.test(line)).at(-1) ?? '')
    .replace(/^[（(]?(?:附?表|专栏)\s*[\d一二三四五六七八九十]*[-—\d]*[:：.、]?\s*/u, '')
    .replace(/[（(]?单位[:：].*$/u, '')
    .trim();

export interface TableSource {
  readonly text: string;
  readonly title: string;
  readonly regionCode: string | null;
  /** the code of a region that is named; null for other names */
  readonly regionNamed: (name: string) => string | null;
}

export function readTableTargets(source: TableSource): Target[] {
  return tablesOf(source.text).flatMap((table) => targetsOf(table, source));
}

/** A figure of a row: of what, for when and where. */
interface Entry {
  readonly cell: Cell;
  readonly named: Named;
  readonly year: number;
  readonly regionCode: string | null;
  /** as a column of units or the table's head states it */
  readonly unit: string | null;
}

function targetsOf(table: Table, source: TableSource): Target[] {
  const [head, ...body] = table.rows;
  if (!head) return [];
  const labels = head.cells.map(({ text }) => text);
  const general = table.above.map((line) => said.exec(line)?.[1]).find(Boolean) ?? null;
  const entriesOf = labels.some((label, column) => column > 0 && yearOf(label) !== null)
    ? yearsAsColumns(labels, general, source)
    : yearsAsRows(labels, body, general, captionOf(table), source);
  return body.flatMap((row, i) => entriesOf(row, i).flatMap((entry) => targetOf(row, entry)));
}

type Entries = (row: Row, index: number) => Entry[];

function yearsAsColumns(labels: readonly string[], general: string | null, { regionCode }: TableSource): Entries {
  const years = labels.map(yearOf);
  const first = years.findIndex((year, column) => column > 0 && year !== null);
  const unitColumn = labels.findIndex((label) => /^(?:计量)?单位$/u.test(label));
  return (row) => {
    // cells merged with those above leave a row short on its left
    const cells = [...Array<Cell | undefined>(Math.max(0, labels.length - row.cells.length)), ...row.cells];
    const lead = cells.slice(0, first).filter((cell, at) => cell && at !== unitColumn && !/^\d*$/u.test(cell.text));
    const named = namedBy(lead.at(-1)?.text ?? '', '', null);
    const own = cells[unitColumn]?.text;
    const unit = own && alone.test(own) ? own : general;
    return years.flatMap((year, column) => {
      const cell = cells[column];
      return year !== null && cell ? [{ cell, named, year, regionCode, unit }] : [];
    });
  };
}

/** Rows of years; or of regions, where the caption or the title states one year for all. */
function yearsAsRows(
  labels: readonly string[],
  body: readonly Row[],
  unit: string | null,
  caption: string,
  { title, regionCode, regionNamed }: TableSource,
): Entries {
  const names: Named[] = [];
  for (const label of labels) names.push(namedBy(label, caption, names.at(-1)?.indicator ?? null));
  const years = body.map((row) => yearOf(row.cells[0]?.text ?? ''));
  const byYear = years.filter((year) => year !== null).length > body.length / 2;
  const one = byYear ? null : (captionYear(caption) ?? titleYear(title) ?? null);
  return (row, i) => {
    const year = byYear ? (years[i] ?? null) : one;
    const region = byYear ? regionCode : regionNamed(row.cells[0]?.text ?? '');
    if (row.cells.length > labels.length || year === null || (!byYear && region === null)) return [];
    return row.cells.slice(1).flatMap((cell, column) => {
      const named = names[column + 1];
      return named ? [{ cell, named, year, regionCode: region, unit }] : [];
    });
  };
}

function targetOf(row: Row, { cell, named, year, regionCode, unit }: Entry): Target[] {
  const read = figureOf(cell.text);
  const stated = read?.unit ?? named.unit ?? unit;
  if (!read || !stated || !isMeasured(named.indicator)) return [];
  const plain = plainUnit(stated);
  return [
    {
      indicator: named.indicator,
      comparison: named.comparison ?? read.comparison,
      value: Number((read.value * plain.scale).toPrecision(12)),
      valueTo: null,
      unit: plain.unit,
      year,
      regionCode,
      sentence: { start: row.start, end: row.end },
      start: cell.start,
      end: cell.end,
    },
  ];
}

const captionYear = (caption: string): number | null => {
  const years = [...new Set(caption.match(/(?<!\d)(?:19|20)\d{2}(?=\s*(?:年|学年))/gu) ?? [])];
  return years.length === 1 ? Number(years[0]) : null;
};
