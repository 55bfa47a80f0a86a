// Which of two documents is superior: by region (the whole country, a province, a city, a district) and level of law.

import type { Transmission } from '../../domain/comparison.js';
import { Level, type Metadata } from '../../domain/document.js';
import { nationwide, regionPath } from '../../regions/region.js';

type Standing = Pick<Metadata, 'regionCode' | 'level'>;

const isAbove = (one: Standing, other: Standing): boolean => {
  if (one.regionCode === null || other.regionCode === null) return false;
  if (one.regionCode !== other.regionCode) {
    return one.regionCode === nationwide.code || regionPath(other.regionCode).includes(one.regionCode);
  }
  const [rank, below] = [one, other].map(({ level }) =>
    level === null ? Level.options.length : Level.options.indexOf(level),
  );
  return (rank ?? 0) < (below ?? 0);
};

/** Whether `superior` is above `local`, as far as their regions and levels tell. */
export function orderOf(superior: Standing, local: Standing): Transmission['order'] {
  if (isAbove(superior, local)) return 'superior';
  return isAbove(local, superior) ? 'reversed' : 'unclear';
}
