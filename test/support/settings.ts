// Settings for a test: defaults, a data folder of its own, no log.
import { readSettings, type Settings } from '../../config/settings.js';

/** `env` is the same for the child processes that the code under test starts. */
export function testSettings(
  dataDir: string,
  more: Record<string, string> = {},
): { settings: Settings; env: Record<string, string> } {
  const env = {
    YANJU_DATA_DIR: dataDir,
    YANJU_LOG_LEVEL: 'silent',
    YANJU_ENGINE: 'embedded',
    YANJU_EMBED_PROCESSES: '2',
    YANJU_RATE_LIMIT: '0',
    ...more,
  };
  return { settings: readSettings(env), env };
}
