// The logger: JSON lines on standard error. Event names, ids and counts; never document text or a query.
import pino, { type Logger } from 'pino';
import type { Settings } from './settings.js';

export const createLogger = (settings: Settings, name: string): Logger =>
  pino({ name, level: settings.YANJU_LOG_LEVEL, base: { name } }, pino.destination({ dest: 2, sync: true }));
