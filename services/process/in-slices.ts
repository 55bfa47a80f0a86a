// Long work of the main process: a little at a time, so that whatever waits is done between.

/** Works so long at a time, and rests until whatever waits has been done. */
const SLICE_MS = 8;

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
  let slice = performance.now();
  while (goesOn()) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - slice < SLICE_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    slice = performance.now();
  }
  return null;
}
