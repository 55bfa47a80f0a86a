// The child's side of a child pool: serves tasks, and ends when its parent is gone or its memory runs over.
// argv[2] is the memory limit in MB, as child-pool.ts passes it.
import { Worker } from 'node:worker_threads';
import workerpool from 'workerpool';

/** Below this a process cannot even load its libraries. */
const leastMemoryMb = 300;

// A thread of its own, because a file that keeps the main thread busy would keep it from noticing anything. The heap's
// limit does not count buffers; the resident set does. Looked at so often that one call which fills memory as fast as the
// machine can gets no further than some 50 MB beyond its limit; a look costs about 10 µs.
const watch = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => {
    if (process.ppid !== workerData.parent || process.memoryUsage.rss() > workerData.limit) {
      process.kill(process.pid, 'SIGKILL');
    }
  }, 20);
`;

/** Errors do not keep their class between processes: what fails is to be part of a method's result. */
export function serve(methods: Record<string, (input: never) => unknown>): void {
  const memoryMb = Math.max(leastMemoryMb, Number(process.argv[2]) || 1024);
  new Worker(watch, { eval: true, workerData: { parent: process.ppid, limit: memoryMb * 1024 * 1024 } }).unref();
  process.on('disconnect', () => process.exit(1));
  // pdf.js leaves promises behind that it no longer waits for; a file's outcome is its own promise, which is awaited.
  process.on('unhandledRejection', () => undefined);
  workerpool.worker(methods);
}
