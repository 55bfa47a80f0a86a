import { atOnce, inSlices } from '../../../services/process/in-slices.js';

function* counting(to: number): Generator<void, number> {
  let sum = 0;
  for (let i = 1; i <= to; i++) {
    sum += i;
    const until = performance.now() + 1;
    while (performance.now() < until);
    yield;
  }
  return sum;
}

test('work is run to its end, and lets what waits go first between slices', async () => {
  let others = 0;
  const other = setInterval(() => others++, 1);
  expect(await inSlices(counting(60), () => true)).toBe(1830);
  clearInterval(other);
  expect(others).toBeGreaterThan(1);
});

test('work that is told to stop stays unfinished', async () => {
  let steps = 0;
  expect(await inSlices(counting(60), () => ++steps <= 5)).toBeNull();
  expect(steps).toBe(6);
});

test('many works at once hold what waits up no longer than one does', async () => {
  let longest = 0;
  let last = performance.now();
  const other = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const sums = await Promise.all(Array.from({ length: 12 }, () => inSlices(counting(20), () => true)));
  clearInterval(other);
  expect(sums).toEqual(Array(12).fill(210));
  expect(longest).toBeLessThan(60); // twelve slices of 8 ms would be 96
});

test('work that is done at once has the result that it has in slices', () => {
  expect(atOnce(counting(5))).toBe(15);
});
