import fc from 'fast-check';
import { compareTextSteps, compareTexts, type Text } from '../../../services/comparison/compare-texts.js';
import { transmit, transmitSteps } from '../../../services/comparison/transmission/transmit.js';
import { normalForm } from '../../../services/domain/text.js';
import { provision, statute } from './statute.js';

/** Runs the work step by step; the longest step's share of the whole time beside the result. */
function stepped<Result>(work: Generator<void, Result>): { result: Result; longest: number; steps: number } {
  let longest = 0;
  let all = 0;
  for (let steps = 1; ; steps++) {
    const started = performance.now();
    const { done, value } = work.next();
    const took = performance.now() - started;
    longest = Math.max(longest, took);
    all += took;
    if (done) return { result: value, longest: longest / all, steps };
  }
}
const articles = fc.array(fc.nat(60), { minLength: 1, maxLength: 30 });
const textOf = (numbers: readonly number[]): Text => statute(numbers.map(provision));

test('a comparison in steps is the one made at once, and so is a transmission', () => {
  fc.assert(
    fc.property(articles, articles, (a, b) => {
      const [one, other] = [textOf(a), textOf(b)];
      expect(stepped(compareTextSteps(one, other)).result).toEqual(compareTexts(one, other));
      expect(stepped(transmitSteps(one, other)).result).toEqual(transmit(one, other));
    }),
    { numRuns: 30 },
  );
});

test('no step of a long comparison is most of it, whether the texts are alike, unlike, or one line each', () => {
  const long = Array.from({ length: 2000 }, (_, i) => provision(i));
  const changed = long.flatMap((words, i) => (i % 3 ? [words] : i % 2 ? [] : [words.replace('事项', '材料')]));
  const other = Array.from({ length: 2000 }, (_, i) => provision(i + 5000));
  const oneLine = (parts: readonly string[]): Text => ({ text: parts.join(''), outline: [] });
  for (const [a, b] of [
    [statute(long), statute(changed)],
    [statute(long), statute(other)],
    [oneLine(long), oneLine(changed)],
  ] as const) {
    for (const { longest, steps } of [stepped(compareTextSteps(a, b)), stepped(transmitSteps(a, b))]) {
      expect(steps).toBeGreaterThan(1000);
      expect(longest).toBeLessThan(0.5);
    }
  }
});

test('the normal form of a text is that of its lines', () => {
  const piece = fc.constantFrom(
    '甲',
    'e',
    '\u0301',
    '\n',
    ' ',
    'ｱﾞ',
    '\u1100',
    '\u1161',
    '⺁',
    '"',
    '〔',
    '𠮷',
    '\u200d',
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      expect(text.split('\n').map(normalForm).join('')).toBe(normalForm(text));
    }),
    { numRuns: 2000 },
  );
});
