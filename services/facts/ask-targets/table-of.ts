// Statements of one indicator → its table: units apart, a row a region, a cell a year. Only what is on the page is shown.
import type {
  StatedTarget,
  TargetCell,
  TargetRow,
  TargetSeries,
  TargetsRequest,
  TargetTable,
} from '../../domain/target-table.js';
import { regionByCode } from '../../regions/regions.js';
import { byCount } from './count-indicators.js';
import type { FoldedTarget } from './fold-copies.js';

export interface TableSource {
  readonly indicator: string;
  /** in the order in which a cell lists them */
  readonly stated: readonly FoldedTarget[];
  readonly request: Pick<TargetsRequest, 'perCell' | 'page' | 'size'>;
}

interface Row {
  readonly unit: string;
  readonly regionCode: string | null;
  readonly stated: FoldedTarget[];
}

export function tableOf(
  { indicator, stated, request }: TableSource,
  show: (cell: readonly FoldedTarget[]) => StatedTarget[],
): TargetTable {
  const units = new Map<string, number>();
  for (const { target } of stated) units.set(target.unit, (units.get(target.unit) ?? 0) + 1);
  const ordered = byCount(units);
  const rows = rowsOf(
    stated,
    ordered.map(([unit]) => unit),
  );
  const from = (request.page - 1) * request.size;
  const shown = rows.slice(from, from + request.size);
  const documents = stated.flatMap(({ target, copies }) => [target, ...copies].map(({ documentId }) => documentId));
  return {
    indicator,
    targets: stated.length,
    folded: stated.reduce((sum, { copies }) => sum + copies.length, 0),
    documents: new Set(documents).size,
    units: ordered.map(([unit, targets]) => ({ unit, targets })),
    rows: rows.length,
    series: ordered.flatMap(([unit]) =>
      seriesOf(
        unit,
        shown.filter((row) => row.unit === unit),
        request.perCell,
        show,
      ),
    ),
  };
}

/** Units in the order given; within one, the country, then provinces each with its cities; no region last. */
function rowsOf(stated: readonly FoldedTarget[], units: readonly string[]): Row[] {
  const rows = new Map<string, Row>();
  for (const one of stated) {
    const { unit, regionCode } = one.target;
    const key = `${unit}|${regionCode ?? ''}`;
    const row = rows.get(key);
    if (row) row.stated.push(one);
    else rows.set(key, { unit, regionCode, stated: [one] });
  }
  const last = '￿';
  return [...rows.values()].sort(
    (a, b) =>
      units.indexOf(a.unit) - units.indexOf(b.unit) || ((a.regionCode ?? last) < (b.regionCode ?? last) ? -1 : 1),
  );
}

function seriesOf(
  unit: string,
  rows: readonly Row[],
  perCell: number,
  show: (cell: readonly FoldedTarget[]) => StatedTarget[],
): TargetSeries[] {
  if (rows.length === 0) return [];
  const shown = rows.map(({ regionCode, stated }): TargetRow => {
    const years = yearsOf(stated);
    const cells = years.map((year): TargetCell => {
      const here = stated.filter(({ target }) => target.year === year);
      return { year, stated: show(here.slice(0, perCell)), more: Math.max(0, here.length - perCell) };
    });
    return { region: regionCode === null ? null : regionOf(regionCode), cells };
  });
  return [{ unit, years: yearsOf(rows.flatMap(({ stated }) => stated)), rows: shown }];
}

/** Ascending, null last. */
const yearsOf = (stated: readonly FoldedTarget[]): (number | null)[] =>
  [...new Set(stated.map(({ target }) => target.year))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));

const regionOf = (code: string): { code: string; name: string } => ({ code, name: regionByCode(code)?.name ?? code });
