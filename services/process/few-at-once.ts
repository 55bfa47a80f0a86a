// Long work that takes much memory: a few at a time, those that come later in the order in which they came.

/** Runs what it is given, `most` at a time; the others wait. */
export function createFewAtOnce(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift(); // takes this one's place
      if (next) next();
      else running--;
    }
  };
}
