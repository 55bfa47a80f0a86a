// Filters as people write them → values that engines and scans compare.
import type { Metadata } from '../domain/document.js';
import { Status } from '../domain/document.js';
import { AppError } from '../domain/errors.js';
import type { Filters } from '../domain/query.js';
import type { EngineFilter } from '../engine/engine.js';
import { regionPath, resolveRegion } from '../regions/regions.js';

/**
 * @param issuers distinct issuing bodies of the archive; `issuer` matches a body and its departments, that is,
 *   every body whose name starts with it
 * @throws AppError REGION_UNKNOWN, STATUS_UNKNOWN
 */
export function resolveFilters(filters: Filters, issuers: () => readonly string[]): EngineFilter {
  const { region, year, yearFrom, yearTo, type, issuer, status } = filters;
  const code = region === undefined ? undefined : resolveRegion(region)?.code;
  if (region !== undefined && code === undefined) {
    throw new AppError('REGION_UNKNOWN', { region });
  }
  const known = status === undefined ? undefined : Status.safeParse(status);
  if (known?.success === false) {
    throw new AppError('STATUS_UNKNOWN', { status: status ?? '', known: Status.options.join('、') });
  }
  const from = Math.max(year ?? 0, yearFrom ?? 0);
  const to = Math.min(year ?? 9999, yearTo ?? 9999);
  return {
    ...(code !== undefined && { region: code }),
    ...((from > 0 || to < 9999) && { years: { from, to } }),
    ...(type !== undefined && { type }),
    ...(issuer !== undefined && { issuers: issuers().filter((name) => name.startsWith(issuer)) }),
    ...(known && { status: known.data }),
  };
}

/** Whether a document's region is the one of a division code, or lies in it. */
export const liesIn = ({ regionCode }: Metadata, code: string): boolean =>
  regionCode !== null && regionPath(regionCode).includes(code);

/** Years of a document that a filter may match: the date's and the title's. */
export const yearsOf = ({ year, titleYears }: Metadata): number[] =>
  year === null ? titleYears : [year, ...titleYears];
export const isOfYears = (metadata: Metadata, { from, to }: NonNullable<EngineFilter['years']>): boolean =>
  yearsOf(metadata).some((year) => year >= from && year <= to);

/** Whether a document passes; the same conditions that an engine applies. */
export function passes(metadata: Metadata, filter: EngineFilter): boolean {
  const { region, years, type, issuers, status } = filter;
  if (region !== undefined && !liesIn(metadata, region)) return false;
  if (years && !isOfYears(metadata, years)) return false;
  if (type !== undefined && metadata.type !== type) return false;
  if (issuers && !metadata.issuers.some((issuer) => issuers.includes(issuer))) return false;
  return status === undefined || metadata.status === status;
}
