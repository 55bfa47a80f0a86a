import fc from 'fast-check';
import { countFolded, type FoldRules, fold } from '../../../services/search/fold.js';

interface Unit {
  readonly id: number;
  readonly document: string;
  readonly family: string | null;
  readonly place: number;
  /** what of the query it holds */
  readonly holds: readonly number[];
}
const rules: FoldRules<Unit> = {
  documentOf: ({ document }) => document,
  familyOf: ({ family }) => family,
  placeOf: ({ place }) => place,
  covers: (shown, other) => other.holds.every((what) => shown.holds.includes(what)),
};
const unit = (id: number, document: string, place: number, holds: number[] = [1], family = 'f'): Unit => ({
  id,
  document,
  family,
  place,
  holds,
});
const shape = (units: readonly Unit[]) =>
  fold(units, rules).map(({ unit: { id }, members }) => [id, members.map((member) => member.id)]);

test('the version in force is shown, at the place of the best, the others under it', () => {
  const units = [unit(1, 'old', 1), { ...unit(2, 'stranger', 0), family: null }, unit(3, 'new', 0), unit(4, 'copy', 0)];
  expect(shape(units)).toEqual([
    [3, [1, 4]],
    [2, []],
  ]);
  expect(countFolded(fold(units, rules))).toEqual({ hits: 1, folded: 2 });
});

test('a version that alone holds something of the query stays, as a hit of its own', () => {
  expect(shape([unit(1, 'old', 1, [1, 2]), unit(2, 'new', 0, [1])])).toEqual([
    [1, []],
    [2, []],
  ]);
});

test('two passages of one document are never folded into each other, and under one hit stands at most one of each', () => {
  expect(shape([unit(1, 'old', 1), unit(2, 'old', 1), unit(3, 'new', 0)])).toEqual([
    [3, [1]],
    [2, []],
  ]);
});

const units = fc
  .array(
    fc.record({
      document: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      alone: fc.boolean(),
      holds: fc.uniqueArray(fc.integer({ min: 0, max: 3 })),
    }),
    { maxLength: 30 },
  )
  .map((all) =>
    all.map(
      ({ document, alone, holds }, id): Unit => ({
        id,
        document: alone ? `alone${id}` : document,
        family: alone ? null : document < 'd' ? 'f' : 'g',
        place: document.charCodeAt(0),
        holds,
      }),
    ),
  );

test('every unit is there once, shown or folded under one of its family that holds all it holds', () => {
  fc.assert(
    fc.property(units, (all) => {
      const folded = fold(all, rules);
      const seen = folded.flatMap(({ unit: shown, members }) => [shown.id, ...members.map(({ id }) => id)]);
      expect(seen.sort((a, b) => a - b)).toEqual(all.map(({ id }) => id));
      for (const { unit: shown, members } of folded) {
        for (const member of members) {
          expect(member.family).toBe(shown.family);
          expect(rules.covers(shown, member)).toBe(true);
        }
        const documents = [shown, ...members].map(({ document }) => document);
        expect(new Set(documents).size).toBe(documents.length);
      }
    }),
  );
});

test('hits stand where the best of what they stand for stood', () => {
  fc.assert(
    fc.property(units, (all) => {
      const best = fold(all, rules).map(({ unit: shown, members }) =>
        Math.min(shown.id, ...members.map(({ id }) => id)),
      );
      expect(best).toEqual([...best].sort((a, b) => a - b));
    }),
  );
});
