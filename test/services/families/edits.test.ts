import { diffArrays } from 'diff';
import fc from 'fast-check';
import { type Edit, editsBetween } from '../../../services/families/edits.js';
import { atOnce } from '../../../services/process/in-slices.js';

const edits = (a: readonly string[], b: readonly string[], most: number): Edit[] | undefined =>
  atOnce(editsBetween(a, b, most));
const library = (a: string[], b: string[], most: number): Edit[] | undefined =>
  diffArrays(a, b, { maxEditLength: most })?.map(({ count, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    count,
  }));

test('the edits are those of the diff library, and none where they are too many', () => {
  const list = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 30 });
  fc.assert(
    fc.property(list, list, fc.integer({ min: 1, max: 40 }), (a, b, most) => {
      expect(edits(a, b, most)).toEqual(library(a, b, most));
    }),
    { numRuns: 3000 },
  );
});

test('long lists that differ here and there have the same edits too', () => {
  const change = fc.tuple(fc.nat(400), fc.constantFrom('put in', 'take out', 'move'));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
      const a = Array.from({ length: 400 }, (_, i) => `${i % 90}`);
      const b = [...a];
      for (const [at, kind] of changes) {
        if (kind === 'put in') b.splice(at, 0, 'new');
        else if (kind === 'take out') b.splice(at, 2);
        else b.splice(0, 0, ...b.splice(at, 3));
      }
      expect(edits(a, b, 4000)).toEqual(library(a, b, 4000));
    }),
    { numRuns: 100 },
  );
});
