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

/** Whether a document passes; the same conditions that an engine applies. */
export function passes(metadata: Metadata, filter: EngineFilter): boolean {
  const { region, years, type, issuers, status } = filter;
  if (region !== undefined && !(metadata.regionCode !== null && regionPath(metadata.regionCode).includes(region)))
    return false;
  if (years) {
    const all = metadata.year === null ? metadata.titleYears : [metadata.year, ...metadata.titleYears];
    if (!all.some((year) => year >= years.from && year <= years.to)) return false;
  }
  if (type !== undefined && metadata.type !== type) return false;
  if (issuers && !metadata.issuers.some((issuer) => issuers.includes(issuer))) return false;
  return status === undefined || metadata.status === status;
}
