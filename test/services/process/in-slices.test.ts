import { inSlices } from '../../../services/process/in-slices.js';

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
