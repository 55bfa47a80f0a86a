// The conditions on targets themselves: the year and the region that they are for, and the unit.
import type { TargetMention } from '../../catalogue/stated-targets.js';
import { AppError } from '../../domain/errors.js';
import type { TargetsRequest } from '../../domain/target-table.js';
import { regionPath, resolveRegion } from '../../regions/regions.js';

type Conditions = Pick<TargetsRequest, 'unit' | 'forYear' | 'forYearFrom' | 'forYearTo' | 'forRegion'>;
type Condition = (mention: Pick<TargetMention, 'unit' | 'year' | 'regionCode'>) => boolean;

/** @throws AppError REGION_UNKNOWN */
export function wantedTargets({ unit, forYear, forYearFrom, forYearTo, forRegion }: Conditions): Condition {
  const conditions: Condition[] = [];
  if (unit !== undefined) conditions.push((mention) => mention.unit === unit);
  if (forYear !== undefined) conditions.push(({ year }) => year === (forYear === 'none' ? null : forYear));
  if (forYearFrom !== undefined) conditions.push(({ year }) => year !== null && year >= forYearFrom);
  if (forYearTo !== undefined) conditions.push(({ year }) => year !== null && year <= forYearTo);
  if (forRegion === 'none') conditions.push(({ regionCode }) => regionCode === null);
  else if (forRegion !== undefined) {
    const code = resolveRegion(forRegion)?.code;
    if (code === undefined) throw new AppError('REGION_UNKNOWN', { region: forRegion });
    conditions.push(({ regionCode }) => regionCode !== null && regionPath(regionCode).includes(code));
  }
  return (mention) => conditions.every((holds) => holds(mention));
}
