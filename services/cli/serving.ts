// What a process that serves says of itself in its log: settings that do nothing, and how it ended.
import type { Logger } from 'pino';
import { settingsNotKnown } from '../../config/settings.js';

/** A misspelt setting would otherwise be left out in silence. */
export function tellUnknownSettings(logger: Logger): void {
  for (const { name, meant } of settingsNotKnown()) logger.warn({ event: 'setting.unknown', setting: name, meant });
}

/** It ends with a line, not with a stack that may hold words of a question. */
export function tellCrash(logger: Logger): void {
  process.on('uncaughtException', (err) => {
    logger.fatal({ event: 'crashed', err });
    process.exit(1);
  });
}
