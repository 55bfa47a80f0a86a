// What every command starts from.
import type { Logger } from 'pino';
import { createLogger } from '../../config/logger.js';
import { readSettings, type Settings } from '../../config/settings.js';
import { type Say, speak } from './terminal.js';

export interface Context {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly say: Say;
}

/** @throws AppError SETTING_INVALID */
export function context(): Context {
  const settings = readSettings();
  return { settings, logger: createLogger(settings, 'yanju'), say: speak(settings.YANJU_LANGUAGE) };
}
