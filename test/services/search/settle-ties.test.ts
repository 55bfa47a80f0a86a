import fc from 'fast-check';
import type { Ranked } from '../../../services/search/fuse.js';
import { MARGIN, SETTLED, settleTies } from '../../../services/search/settle-ties.js';

const entry = (id: number, score: number, verbatim = false): Ranked => ({
  id,
  score,
  verbatim,
  titled: false,
  legs: {},
});
const ids = (ranked: readonly Ranked[]): number[] => ranked.map(({ id }) => id);
const byTier = ({ verbatim }: Ranked): number => Number(verbatim);

/** As fuse gives them: verbatim ones first, then by score. */
const ranking = fc
  .array(fc.record({ score: fc.double({ min: -5, max: 5, noNaN: true }), verbatim: fc.boolean() }), { maxLength: 40 })
  .map((entries) =>
    entries
      .map(({ score, verbatim }, i) => entry(i, score, verbatim))
      .sort((a, b) => byTier(b) - byTier(a) || b.score - a.score || a.id - b.id),
  );
const standings = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 });

test('of two as good as each other, the one that stands better comes first', () => {
  const standing = (id: number): number => (id === 2 ? 1 : 0);
  expect(ids(settleTies([entry(1, 3), entry(2, 3)], standing))).toEqual([2, 1]);
  expect(ids(settleTies([entry(1, 3 + MARGIN / 2), entry(2, 3)], standing))).toEqual([2, 1]);
});

test('one that is clearly worse is not lifted, however well it stands', () => {
  fc.assert(
    fc.property(ranking, standings, (ranked, standing) => {
      const settled = settleTies(ranked, (id) => standing[id] ?? 0);
      const scoreOf = new Map(ranked.map(({ id, score }) => [id, score]));
      for (const [i, { id, verbatim }] of settled.entries()) {
        for (const after of settled.slice(i + 1)) {
          if (after.verbatim !== verbatim) continue;
          expect(scoreOf.get(after.id)! - scoreOf.get(id)!).toBeLessThanOrEqual(MARGIN + 1e-9); // every id is ranked
        }
      }
    }),
  );
});

test('nothing is dropped, nothing doubled, and what holds the query verbatim stays before what does not', () => {
  fc.assert(
    fc.property(ranking, standings, (ranked, standing) => {
      const settled = settleTies(ranked, (id) => standing[id] ?? 0);
      expect(ids(settled).sort((a, b) => a - b)).toEqual(ids(ranked).sort((a, b) => a - b));
      expect(settled.map(byTier)).toEqual(ranked.map(byTier));
    }),
  );
});

test('where all stand alike, the order is as it was', () => {
  fc.assert(
    fc.property(ranking, fc.double({ min: 0, max: 1, noNaN: true }), (ranked, standing) => {
      expect(ids(settleTies(ranked, () => standing))).toEqual(ids(ranked));
    }),
  );
});

test('an order that is not by score is kept: something else decided there', () => {
  expect(ids(settleTies([entry(1, 0), entry(2, 0.01)], (id) => (id === 2 ? 1 : 0)))).toEqual([1, 2]);
});

test('places that nobody reads to are left as they are', () => {
  const equal = Array.from({ length: SETTLED + 10 }, (_, i) => entry(i, 0));
  const settled = ids(settleTies(equal, (id) => id / equal.length));
  expect(settled[0]).toBe(SETTLED - 1);
  expect(settled.slice(SETTLED)).toEqual(equal.slice(SETTLED).map(({ id }) => id));
});
