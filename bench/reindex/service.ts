// The service and its commands as processes, as an operator runs them.
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtModule } from '../../config/root.js';

const start = (args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, [builtModule('services/cli/main.js'), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Gives what the command prints; a failure is thrown. */
export async function yanju(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = start(args, env);
  let out = '';
  child.stdout?.on('data', (data) => {
    out += String(data);
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  if (status !== 0) throw new Error(`yanju ${args.join(' ')} ended with ${status}: ${out}`);
  return out;
}

/** Lets a worker do all that there is to do. */
export async function untilIdle(env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [builtModule('ingest/worker.js'), '--until-idle'], { env, stdio: 'inherit' });
  const status = await new Promise((resolve) => child.once('close', resolve));
  if (status !== 0) throw new Error(`the worker ended with ${status}`);
}

export async function serve(env: NodeJS.ProcessEnv): Promise<{ url: string; stop(): Promise<void> }> {
  const url = `http://127.0.0.1:${env.YANJU_PORT}`;
  const child = start(['serve'], env);
  child.stdout?.resume();
  const alive = (): Promise<boolean> =>
    fetch(`${url}/api/health/live`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await alive())) {
    if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}`);
    await sleep(200);
  }
  return {
    url,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}
