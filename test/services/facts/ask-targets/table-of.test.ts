// The table of any statements: each stands in one cell, whatever the page and the number listed.
import fc from 'fast-check';
import type { StatedTarget } from '../../../../services/domain/target-table.js';
import type { FoldedTarget } from '../../../../services/facts/ask-targets/fold-copies.js';
import { tableOf } from '../../../../services/facts/ask-targets/table-of.js';

const range = { start: 0, end: 1 };
const statement = fc
  .record({
    value: fc.integer(),
    unit: fc.constantFrom('%', '所', '百分点'),
    year: fc.constantFrom(2020, 2021, 2025, null),
    regionCode: fc.constantFrom('0', '41', '4101', '9001', null),
    copies: fc.nat(2),
  })
  .map(({ copies, ...said }): FoldedTarget => {
    const target = {
      ...said,
      indicator: '指标',
      comparison: 'reach' as const,
      valueTo: null,
      sentence: range,
      ...range,
      documentId: 'd',
    };
    return { target, copies: Array.from({ length: copies }, () => target) };
  });

/** Only what the table itself decides. */
const show = (cell: readonly FoldedTarget[]): StatedTarget[] =>
  cell.map(({ target }) => target as unknown as StatedTarget); // the rest of it is not looked at

test('every statement is listed or counted in one cell, over all pages', () => {
  fc.assert(
    fc.property(
      fc.array(statement),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 4 }),
      (stated, perCell, size) => {
        const pages = Array.from({ length: stated.length + 1 }, (_, i) =>
          tableOf({ indicator: '指标', stated, request: { perCell, size, page: i + 1 } }, show),
        );
        const cells = pages.flatMap(({ series }) =>
          series.flatMap(({ unit, rows }) =>
            rows.flatMap((row) => row.cells.map((cell) => ({ unit, region: row.region?.code ?? null, ...cell }))),
          ),
        );
        expect(cells.reduce((sum, cell) => sum + cell.stated.length + cell.more, 0)).toBe(stated.length);
        expect(new Set(cells.map(({ unit, region, year }) => `${unit} ${region} ${year}`)).size).toBe(cells.length);
        for (const { unit, region, year, stated: listed, more } of cells) {
          expect(listed.length).toBeLessThanOrEqual(perCell);
          if (more > 0) expect(listed).toHaveLength(perCell);
          for (const one of listed) expect(one).toMatchObject({ unit, regionCode: region, year });
        }
        for (const { rows, targets, folded } of pages) {
          expect(targets).toBe(stated.length);
          expect(folded).toBe(stated.reduce((sum, { copies }) => sum + copies.length, 0));
          expect(rows).toBe(new Set(cells.map(({ unit, region }) => `${unit} ${region}`)).size);
        }
      },
    ),
  );
});
