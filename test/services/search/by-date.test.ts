import fc from 'fast-check';
import { SORTED_BY_DATE } from '../../../services/domain/query.js';
import { byDate, type Dated, worthDating } from '../../../services/search/by-date.js';

const of = (date: string | null, year: number | null = date === null ? null : Number(date.slice(0, 4))): Dated => ({
  date,
  year,
});
const self = (one: Dated): Dated => one;

test('the newest first or the oldest first, those of a year alone before its days, undated ones last', () => {
  const found = [of(null), of('2020-05-01'), of('2024-01-02'), of(null, 2020), of('2019-12-31')];
  expect(byDate(found, 'newest', self).map(({ date, year }) => date ?? year)).toEqual([
    '2024-01-02',
    '2020-05-01',
    2020,
    '2019-12-31',
    null,
  ]);
  expect(byDate(found, 'oldest', self).map(({ date, year }) => date ?? year)).toEqual([
    '2019-12-31',
    2020,
    '2020-05-01',
    '2024-01-02',
    null,
  ]);
});

test('each stays once, and ties stay as they came', () => {
  const dated = fc.constantFrom(of(null), of('2020-01-01'), of('2021-06-30'), of(null, 2021));
  const orders = fc.constantFrom('newest' as const, 'oldest' as const);
  fc.assert(
    fc.property(fc.array(dated, { maxLength: 60 }), orders, (dates, sort) => {
      const found = dates.map((date, rank) => ({ ...date, rank }));
      const sorted = byDate(found, sort, self);
      expect(sorted.map(({ rank }) => rank).sort((a, b) => a - b)).toEqual(found.map(({ rank }) => rank));
      for (const [i, one] of sorted.entries()) {
        const next = sorted[i + 1];
        if (next && one.date === next.date && one.year === next.year) expect(one.rank).toBeLessThan(next.rank);
        if (next && one.year === null) expect(next.year).toBeNull();
      }
    }),
  );
});

test('what holds all that was asked is dated, of the best only; where nothing does, the best', () => {
  const ranked = Array.from({ length: 2 * SORTED_BY_DATE }, (_, rank) => rank);
  expect(worthDating(ranked, (rank) => rank % 100 === 7)).toEqual([7, 107]);
  expect(worthDating(ranked, () => false)).toEqual(ranked.slice(0, SORTED_BY_DATE));
  expect(worthDating(ranked, (rank) => rank >= SORTED_BY_DATE)).toEqual(ranked.slice(0, SORTED_BY_DATE));
});
