// What search and wording ask of their question and filters beyond the schema.
import { AppError } from '../../domain/errors.js';
import type { Filters } from '../../domain/query.js';
import { wrong } from '../../domain/request-error.js';
import type { TargetsRequest } from '../../domain/target-table.js';
import { normalForm } from '../../domain/text.js';

/** @throws AppError QUERY_EMPTY, QUERY_TOO_LONG, RequestError */
export function checkQuestion(request: Filters & { readonly q: string }, limit: number): void {
  // Length first: it bounds the work of the second check.
  if (request.q.length > limit) throw new AppError('QUERY_TOO_LONG', { length: request.q.length, limit });
  // Nothing but white space, control and format characters is nothing to look for.
  if (normalForm(request.q) === '') throw new AppError('QUERY_EMPTY');
  checkYears(request);
}

/** @throws RequestError */
export function checkYears({ yearFrom, yearTo }: Filters): void {
  if (yearFrom !== undefined && yearTo !== undefined && yearFrom > yearTo) {
    throw wrong('yearFrom', 'ORDER', { other: 'yearTo' });
  }
}

/** @throws RequestError */
export function checkTargetYears(request: Filters & Pick<TargetsRequest, 'forYearFrom' | 'forYearTo'>): void {
  checkYears(request);
  const { forYearFrom, forYearTo } = request;
  if (forYearFrom !== undefined && forYearTo !== undefined && forYearFrom > forYearTo) {
    throw wrong('forYearFrom', 'ORDER', { other: 'forYearTo' });
  }
}
