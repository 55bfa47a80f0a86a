// Settings of a benchmark: the environment's, with a data folder of its own and a quiet log.
import { readSettings, type Settings } from '../config/settings.js';

export function benchSettings(dataDir: string): { settings: Settings; env: Record<string, string> } {
  const env = { YANJU_DATA_DIR: dataDir, YANJU_LOG_LEVEL: process.env.YANJU_LOG_LEVEL ?? 'error' };
  return { settings: readSettings({ ...process.env, ...env }), env };
}

/** The value of `--name VALUE` on the command line. */
export function argument(name: string, fallback: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return (at === -1 ? undefined : process.argv[at + 1]) ?? fallback;
}
