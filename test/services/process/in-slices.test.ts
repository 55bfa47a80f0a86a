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

test('of many works at once only one has its slice in a turn of the event loop', async () => {
  let turn = 0;
  let going = true;
  const next = (): void => {
    turn++;
    if (going) setImmediate(next);
  };
  next();
  const turns = new Map<number, Set<number>>();
  const seen = function* (of: number): Generator<void, number> {
    const work = counting(20);
    for (;;) {
      const { done, value } = work.next();
      turns.set(turn, (turns.get(turn) ?? new Set()).add(of));
      if (done) return value;
      yield;
    }
  };
  const sums = await Promise.all(Array.from({ length: 12 }, (_, i) => inSlices(seen(i), () => true)));
  going = false;
  expect(sums).toEqual(Array(12).fill(210));
  expect(Math.max(...[...turns.values()].map(({ size }) => size))).toBe(1);
});

test('work that is done at once has the result that it has in slices', () => {
  expect(atOnce(counting(5))).toBe(15);
});
