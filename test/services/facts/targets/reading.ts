// Targets of a text of the made-up city, as the tests tell them.
import type { Target } from '../../../../services/domain/target.js';
import { readTargets, type TargetSource } from '../../../../services/facts/targets/read-targets.js';
import { statedRegion } from '../../../../services/facts/targets/stated-region.js';
import { findRegion } from '../../../../services/regions/regions.js';

const city = '9001';

export const read = (text: string, more: Partial<TargetSource> = {}): Target[] =>
  readTargets(
    { text, title: '临澜市实施意见', year: null, regionCode: city, outline: [], ...more },
    { stated: (behind) => statedRegion(behind, city), named: (name) => findRegion(name, city)?.code ?? null },
  );

/** Indicator, comparison, value, unit and year of each. */
export const told = (text: string, more: Partial<TargetSource> = {}): unknown[][] =>
  read(text, more).map(({ indicator, comparison, value, unit, year }) => [indicator, comparison, value, unit, year]);

/** Indicator and value of each. */
export const named = (text: string): unknown[][] => read(text).map(({ indicator, value }) => [indicator, value]);
