// What the pages of the wording desk share: which failures are shown in the form, and limits that are checked before asking.
import type { Response } from 'express';
import type { Settings } from '../config/settings.js';
import type { Archive } from '../services/domain/archive.js';
import { AppError } from '../services/domain/errors.js';
import type { Say } from '../services/domain/messages/web.js';
import type { View } from './views/view.js';

export interface DeskDependencies {
  readonly archive: Archive;
  readonly settings: Pick<Settings, 'YANJU_LANGUAGE' | 'YANJU_MAX_QUERY_CHARS' | 'YANJU_PUBLIC_URL'>;
  send(response: Response, view: View, html: string, status?: number): void;
}

/** Errors that the person asking can mend in the form. */
const mendable: readonly string[] = [
  'QUERY_EMPTY',
  'QUERY_TOO_LONG',
  'INVALID_REQUEST',
  'REGION_UNKNOWN',
  'STATUS_UNKNOWN',
];

/** @throws AppError QUERY_TOO_LONG, INVALID_REQUEST */
export function checkAsked(
  {
    q,
    yearFrom,
    yearTo,
  }: { readonly q: string; readonly yearFrom?: number | undefined; readonly yearTo?: number | undefined },
  settings: DeskDependencies['settings'],
  say: Say,
): void {
  if (q.length > settings.YANJU_MAX_QUERY_CHARS) {
    throw new AppError('QUERY_TOO_LONG', { length: q.length, limit: settings.YANJU_MAX_QUERY_CHARS });
  }
  if (yearFrom !== undefined && yearTo !== undefined && yearFrom > yearTo) {
    throw new AppError('INVALID_REQUEST', { why: say('wrongYears') });
  }
}

/** The answer, or the failure to show in the form. */
export async function mended<T>(answer: () => Promise<T>): Promise<{ answer: T } | { failure: AppError }> {
  try {
    return { answer: await answer() };
  } catch (failure) {
    if (!(failure instanceof AppError) || !mendable.includes(failure.code)) throw failure;
    return { failure };
  }
}
