// The variants of a wording as dots over the years: one row a variant, a larger dot for more documents.
import type { Variant } from '../../services/domain/variants.js';
import { drawChart } from './draw.js';

const MOST_ROWS = 30;

export function variantsChart(
  variants: readonly Variant[],
  href: (variant: Variant, year: number) => string,
  width: number,
  /** what stands before each row */
  nameOf: (variant: Variant, row: number) => string,
): Promise<string> {
  const rows = variants.slice(0, MOST_ROWS);
  const names = rows.map(nameOf);
  const values = rows.flatMap((variant, i) =>
    variant.years.map(({ value, documents }) => ({ row: i, year: value, documents, href: href(variant, value) })),
  );
  const years = values.map(({ year }) => year);
  const domain = years.length === 0 ? [0, 1] : [Math.min(...years) - 1, Math.max(...years) + 1];
  // The library takes a Chinese character for narrower than it is.
  const longest = 13 * Math.max(2, ...names.map(({ length }) => length));
  return drawChart({
    width,
    height: 30 + 20 * rows.length, // the axis, and a line each
    autosize: { type: 'fit', contains: 'padding' },
    data: { values },
    mark: { type: 'circle', opacity: 0.85 },
    encoding: {
      x: {
        field: 'year',
        type: 'quantitative',
        title: null,
        scale: { domain, nice: false, zero: false },
        axis: { format: 'd', tickMinStep: 1, labelOverlap: 'greedy', grid: false },
      },
      y: {
        field: 'row',
        type: 'ordinal',
        title: null,
        scale: { domain: rows.map((_, i) => i) },
        axis: {
          grid: true,
          minExtent: longest,
          maxExtent: longest,
          labelLimit: longest,
          labelExpr: `${JSON.stringify(names)}[datum.value]`,
        },
      },
      size: { field: 'documents', type: 'quantitative', scale: { range: [40, 260] }, legend: null },
      href: { field: 'href' },
    },
  });
}
