// Long work of the main process: a little at a time, so that whatever waits is done between.

/** Works so long at a time, and rests until whatever waits has been done. */
const SLICE_MS = 8;

/** Works that wait for their next slice: one a turn of the event loop, so that many hold nothing up longer than one does. */
const waiting: (() => void)[] = [];
let turning = false;
function turn(): void {
  waiting.shift()?.();
  turning = waiting.length > 0;
  if (turning) setImmediate(turn);
}
const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    if (turning) return;
    turning = true;
    setImmediate(turn);
  });

/** Counts steps of one kind; true at every so many of them, when it is time to look at the clock. */
export const every = (steps: number): (() => boolean) => {
  let count = 0;
  return () => ++count % steps === 0;
};

/** Runs the work to its end without a rest: for tests, benches and processes that do nothing else. */
export function atOnce<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Runs the work to its end and gives its result; null when `goesOn` says no before that, and it stays unfinished. */
export async function inSlices<Result>(work: Generator<void, Result>, goesOn: () => boolean): Promise<Result | null> {
  await nextTurn();
  let slice = performance.now();
  while (goesOn()) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - slice < SLICE_MS) continue;
    await nextTurn();
    slice = performance.now();
  }
  return null;
}
