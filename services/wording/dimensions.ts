// What a timeline groups documents by, and which documents a group's link opens: one rule for both, so that they agree.
import type { Metadata } from '../domain/document.js';
import { AppError } from '../domain/errors.js';
import type { TimelineBy, WordingRequest } from '../domain/query.js';
import type { TimelineGroup } from '../domain/timeline.js';
import { issuerLevel, regionByCode, regionPath, resolveRegion } from '../regions/regions.js';

export type Narrowing = TimelineGroup['opens'];
export type Group = Pick<TimelineGroup, 'value' | 'opens'>;

/** The code of a document's own region; undefined where it is not stated or not known. */
const regionOf = ({ regionCode }: Metadata): string | undefined =>
  regionCode === null ? undefined : regionPath(regionCode).at(-1);

/** Provinces with all that lies in them; inside a region asked for, what lies next below it, and the region itself. */
function byRegion(within: string | undefined): (metadata: Metadata) => Group {
  const depth = within === undefined ? 0 : regionPath(within).length;
  return (metadata) => {
    const own = regionOf(metadata);
    if (own === undefined) return { value: null, opens: { ownRegion: 'none' } };
    const below = regionPath(own)[depth];
    const value = regionByCode(below ?? own)?.name ?? null;
    return { value, opens: below === undefined ? { ownRegion: value ?? '' } : { region: value ?? '' } };
  };
}

/** A function that says of a document which group it is in. @param region the region filter */
export function groupsBy(by: TimelineBy, region: string | undefined): (metadata: Metadata) => Group {
  if (by === 'region') return byRegion(region === undefined ? undefined : resolveRegion(region)?.code);
  if (by === 'year')
    return ({ year }) => ({ value: year === null ? null : String(year), opens: { dateYear: year ?? 'none' } });
  return (metadata) => {
    const level = issuerLevel(metadata);
    return { value: level, opens: { issuerLevel: level } };
  };
}

/** Whether a document is of the group that the request names. @throws AppError REGION_UNKNOWN */
export function narrowed({
  dateYear,
  ownRegion,
  issuerLevel: level,
}: Pick<WordingRequest, 'dateYear' | 'ownRegion' | 'issuerLevel'>): (metadata: Metadata) => boolean {
  const own = ownRegion === undefined || ownRegion === 'none' ? undefined : resolveRegion(ownRegion)?.code;
  if (ownRegion !== undefined && ownRegion !== 'none' && own === undefined) {
    throw new AppError('REGION_UNKNOWN', { region: ownRegion });
  }
  const year = dateYear === 'none' ? null : dateYear;
  return (metadata) =>
    (year === undefined || metadata.year === year) &&
    (ownRegion === undefined || regionOf(metadata) === own) &&
    (level === undefined || issuerLevel(metadata) === level);
}
