// What the person asking can mend in the form: such failures are shown in place, with status 400.
import type { Settings } from '../config/settings.js';
import { AppError } from '../services/domain/errors.js';
import type { Say } from '../services/domain/messages/web.js';

const codes: readonly string[] = [
  'QUERY_EMPTY',
  'QUERY_TOO_LONG',
  'INVALID_REQUEST',
  'REGION_UNKNOWN',
  'STATUS_UNKNOWN',
];

export const isMendable = (failure: unknown): failure is AppError =>
  failure instanceof AppError && codes.includes(failure.code);

/** Limits that are checked before asking. @throws AppError QUERY_TOO_LONG, INVALID_REQUEST */
export function checkAsked(
  {
    q,
    yearFrom,
    yearTo,
  }: { readonly q: string; readonly yearFrom?: number | undefined; readonly yearTo?: number | undefined },
  settings: Pick<Settings, 'YANJU_MAX_QUERY_CHARS'>,
  say: Say,
): void {
  if (q.length > settings.YANJU_MAX_QUERY_CHARS) {
    throw new AppError('QUERY_TOO_LONG', { length: q.length, limit: settings.YANJU_MAX_QUERY_CHARS });
  }
  if (yearFrom !== undefined && yearTo !== undefined && yearFrom > yearTo) {
    throw new AppError('INVALID_REQUEST', { why: say('wrongYears') });
  }
}
