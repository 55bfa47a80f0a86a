// The `yanju` command as a process of its own, as a user would run it.
import { type ChildProcess, spawn } from 'node:child_process';
import { builtModule, projectRoot } from '../../config/root.js';

const main = builtModule('services/cli/main.js');
const environment = (env: Record<string, string>): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  YANJU_LOG_LEVEL: 'warn',
  ...env,
});

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end. */
export function yanju(args: readonly string[], env: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, [main, ...args], { env: environment(env), cwd: projectRoot });
  const ended = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => {
    ended.stdout += String(data);
  });
  child.stderr.on('data', (data) => {
    ended.stderr += String(data);
  });
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, ...ended })));
}

/** Starts `yanju serve` and waits for the address that it prints. */
export function serveYanju(
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [main, 'serve', ...args], { env: environment(env), cwd: projectRoot });
  let output = '';
  return new Promise((resolve, reject) => {
    child.on('exit', (status) => reject(new Error(`serve ended with ${status}: ${output}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        output += String(data);
        const url = /http:\/\/\S+/.exec(output)?.[0];
        if (url) resolve({ url, child });
      });
    }
  });
}
