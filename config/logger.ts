// The logger: JSON lines on standard error. Event names, ids and counts; never document text, a query or a file's name.
import pino, { type DestinationStream, type Logger } from 'pino';
import { toldError } from './logged-error.js';
import type { Settings } from './settings.js';

const standardError = (): DestinationStream => pino.destination({ dest: 2, sync: true });

/** What goes under `err` is told without its words, but for the levels that whoever looks for an error sets for a while. */
export function createLogger(
  { YANJU_LOG_LEVEL: level }: Pick<Settings, 'YANJU_LOG_LEVEL'>,
  name: string,
  to = standardError(),
): Logger {
  const err = (error: unknown) => toldError(error, { words: level === 'debug' });
  // Under its own key for errors pino would take the message for the line's.
  return pino({ name, level, base: { name }, errorKey: 'thrown', serializers: { err, thrown: err } }, to);
}
