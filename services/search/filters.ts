// Filters as people write them → values that engines and scans compare.
import type { Metadata } from '../domain/document.js';
import { Status } from '../domain/document.js';
import { AppError } from '../domain/errors.js';
import type { Filters, SearchRequest } from '../domain/query.js';
import type { EngineFilter, PassageFacets } from '../engine/engine.js';
import { otherRegions, regionPath, resolveRegion } from '../regions/regions.js';

/** 甲、乙: documents that both issued together, as a hit names its bodies. No body's own name holds the mark. */
function bodiesIn(issuer: string): string[] {
  const bodies = issuer.split('、').map((body) => body.trim());
  return bodies.some((body) => body !== '') ? bodies.filter((body) => body !== '') : [issuer];
}

/**
 * @param issuers distinct issuing bodies of the archive; `issuer` matches a body and its departments, that is,
 *   every body whose name starts with it
 * @throws AppError REGION_UNKNOWN, STATUS_UNKNOWN
 */
export function resolveFilters(
  filters: Filters & Partial<Pick<SearchRequest, 'above'>>,
  issuers: () => readonly string[],
): EngineFilter {
  const { above = false, region, year, yearFrom, yearTo, type, issuer, status } = filters;
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
    ...(code !== undefined && (above ? { notRegions: otherRegions(code) } : { region: code })),
    ...((from > 0 || to < 9999) && { years: { from, to } }),
    ...(type !== undefined && { type }),
    ...(issuer !== undefined && {
      issuers: bodiesIn(issuer).map((body) => issuers().filter((name) => name.startsWith(body))),
    }),
    ...(known && { status: known.data }),
  };
}

/** Whether a document's region is the one of a division code, or lies in it. */
export const liesIn = ({ regionCode }: Metadata, code: string): boolean =>
  regionCode !== null && regionPath(regionCode).includes(code);

/** Years of a document that a filter may match: the date's and the title's. */
export const yearsOf = ({ year, titleYears }: Metadata): number[] => [
  ...new Set(year === null ? titleYears : [year, ...titleYears]),
];
export const isOfYears = (metadata: Metadata, { from, to }: NonNullable<EngineFilter['years']>): boolean =>
  yearsOf(metadata).some((year) => year >= from && year <= to);

/** What an engine filters a document by, and counts it under. */
export const facetsOf = (metadata: Metadata): PassageFacets => ({
  region: metadata.region,
  regionPath: metadata.regionCode === null ? [] : regionPath(metadata.regionCode),
  years: yearsOf(metadata),
  type: metadata.type,
  issuers: metadata.issuers,
  status: metadata.status,
});

/** Whether a document passes; the same conditions that an engine applies. */
export function passes(metadata: Metadata, filter: EngineFilter): boolean {
  const { region, notRegions, years, type, issuers, status } = filter;
  if (region !== undefined && !liesIn(metadata, region)) return false;
  if (notRegions?.some((code) => liesIn(metadata, code))) return false;
  if (years && !isOfYears(metadata, years)) return false;
  if (type !== undefined && metadata.type !== type) return false;
  if (issuers?.some((bodies) => !metadata.issuers.some((issuer) => bodies.includes(issuer)))) return false;
  return status === undefined || metadata.status === status;
}
