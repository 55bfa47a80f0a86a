// Bars in the terminal.
import fc from 'fast-check';
import { bar } from '../../../services/cli/bar.js';

test('a bar is as long as its figure, to an eighth, and what is more than nothing is seen', () => {
  expect(bar(10, 10, 4)).toBe('████');
  expect(bar(5, 10, 3)).toBe('█▌');
  expect(bar(1, 10_000, 4)).toBe('▏');
  expect([bar(0, 10, 4), bar(0, 0, 4)]).toEqual(['', '']);
});

test('more is never shorter, and none is longer than its column', () => {
  fc.assert(
    fc.property(fc.nat(1_000), fc.nat(1_000), fc.integer({ min: 1, max: 60 }), (a, b, length) => {
      const most = Math.max(a, b);
      const [less, more] = [bar(Math.min(a, b), most, length), bar(most, most, length)];
      expect(less.length).toBeLessThanOrEqual(more.length);
      expect(more.length).toBeLessThanOrEqual(length);
    }),
  );
});
