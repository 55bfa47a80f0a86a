// What the pages of the wording desk share: what they are made from, and how a failure is shown in the form.
import type { Response } from 'express';
import type { Settings } from '../config/settings.js';
import type { Archive } from '../services/domain/archive.js';
import type { AppError } from '../services/domain/errors.js';
import { isMendable } from './mendable.js';
import type { View } from './views/view.js';

export interface DeskDependencies {
  readonly archive: Archive;
  readonly settings: Pick<Settings, 'YANJU_LANGUAGE' | 'YANJU_MAX_QUERY_CHARS' | 'YANJU_PUBLIC_URL'>;
  send(response: Response, view: View, html: string, status?: number): void;
}

/** The answer, or the failure to show in the form. */
export async function mended<T>(answer: () => Promise<T>): Promise<{ answer: T } | { failure: AppError }> {
  try {
    return { answer: await answer() };
  } catch (failure) {
    if (!isMendable(failure)) throw failure;
    return { failure };
  }
}
