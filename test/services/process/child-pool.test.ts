import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { builtModule } from '../../../config/root.js';
import { AppError } from '../../../services/domain/errors.js';
import { type ChildPool, createChildPool } from '../../../services/process/child-pool.js';
import { failureCode } from '../../ingest/extract/support/failure-code.js';
import { temporaryFolder } from '../../support/temporary.js';

const folder = temporaryFolder();
const url = (module: string): string => JSON.stringify(pathToFileURL(builtModule(module)).href);
const tasks = join(folder, 'tasks.mjs');
writeFileSync(
  tasks,
  `import { serve } from ${url('services/process/child.js')};
  serve({
    echo: (value) => { console.log('noise'); return value; },
    pid: () => process.pid,
    hang: () => { for (;;); },
    crash: () => process.exit(3),
    hogAtOnce: () => Buffer.alloc(3_000_000_000, 1).length,
    hog: () => { const kept = []; for (;;) kept.push(Buffer.alloc(20_000_000, 1)); },
  });`,
);
const childPool = (more: Partial<Parameters<typeof createChildPool>[0]> = {}): ChildPool =>
  createChildPool({
    module: tasks,
    processes: 2,
    timeoutMs: 20_000,
    memoryMb: 350,
    failure: (kind) => new AppError(kind === 'timeout' ? 'EXTRACT_TIMEOUT' : 'EXTRACT_CRASHED'),
    ...more,
  });

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
async function until(condition: () => boolean): Promise<boolean> {
  for (let i = 0; i < 100 && !condition(); i++) await pause(100);
  return condition();
}

describe('createChildPool', () => {
  it('lives on when a child crashes, hangs or takes too much memory, and names which', async () => {
    const pool = childPool({ timeoutMs: 5000 });
    const outcomes = await Promise.all([
      failureCode(() => pool.run('crash', 0)),
      failureCode(() => pool.run('hang', 0)),
      pool.run('echo', 1),
      pool.run('echo', 2),
    ]);
    expect(outcomes).toEqual(['EXTRACT_CRASHED', 'EXTRACT_TIMEOUT', 1, 2]);
    await pool.close();
    const patient = childPool();
    expect(await failureCode(() => patient.run('hog', 0))).toBe('EXTRACT_CRASHED');
    expect(await patient.run('echo', '还在')).toBe('还在');
    await patient.close();
  }, 60_000);

  (process.platform === 'linux' ? it : it.skip)(
    'ends a child that fills memory in one call soon after its limit',
    async () => {
      const memoryMb = 400;
      const pool = childPool({ processes: 1, memoryMb });
      const pid = await pool.run<number>('pid', 0);
      let peakMb = 0;
      const watch = setInterval(() => {
        if (!isAlive(pid)) return clearInterval(watch);
        const [, peak] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
        peakMb = Math.max(peakMb, Number(peak ?? 0) / 1024);
      }, 5);
      expect(await failureCode(() => pool.run('hogAtOnce', 0))).toBe('EXTRACT_CRASHED');
      clearInterval(watch);
      expect(peakMb).toBeLessThan(memoryMb + 300); // of 3 GB; on an idle machine it is 30 MB beyond
      await pool.close();
    },
    60_000,
  );

  it('replaces a child after its share of tasks, and ends its children when it is closed', async () => {
    const pool = childPool({ processes: 1, tasksPerChild: 2 });
    const pids: number[] = [];
    for (let i = 0; i < 5; i++) pids.push(await pool.run<number>('pid', 0));
    expect(pids[0]).toBe(pids[1]);
    expect(new Set(pids).size).toBe(3);
    await pool.close();
    expect(await until(() => pids.every((pid) => !isAlive(pid)))).toBe(true);
    expect(await failureCode(() => pool.run('echo', 1))).toBe('EXTRACT_CRASHED');
  }, 60_000);

  it('leaves no child behind when its process is killed, not even a busy one, and prints nothing of theirs', async () => {
    const parent = join(folder, 'parent.mjs');
    writeFileSync(
      parent,
      `import { createChildPool } from ${url('services/process/child-pool.js')};
      const pool = createChildPool({ ...${JSON.stringify({ module: tasks, processes: 2, timeoutMs: 60_000, memoryMb: 350 })}, failure: () => new Error() });
      await pool.run('echo', 1);
      console.log(JSON.stringify(await Promise.all([pool.run('pid', 0), pool.run('pid', 0)])));
      pool.run('hang', 0).catch(() => undefined);
      setInterval(() => undefined, 1000);`,
    );
    const child = spawn(process.execPath, [parent], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (data) => {
      output += String(data);
    });
    expect(await until(() => output.includes(']'))).toBe(true);
    expect(output).not.toContain('noise');
    const pids: number[] = JSON.parse(output);
    expect(pids.every(isAlive)).toBe(true);
    child.kill('SIGKILL');
    expect(await until(() => pids.every((pid) => !isAlive(pid)))).toBe(true);
  }, 60_000);
});
