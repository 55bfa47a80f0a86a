// What is of other regions than a given one: whoever lives there is bound by its own rules, by those of the regions it lies
// in, and by national ones.
import { divisions } from './divisions.js';
import { nationwide, regionPath } from './region.js';

/**
 * The fewest codes that take in every region but `code`, what lies in it, and what it lies in: at each level, the
 * divisions beside it. The whole country lies in no province, so of it all provinces are others.
 */
export function otherRegions(code: string): string[] {
  const own = code === nationwide.code ? [] : regionPath(code);
  const others: string[] = [];
  for (const division of divisions().values()) {
    const above = division.path.slice(0, -1);
    const beside = above.length < Math.max(own.length, 1) && above.every((part, i) => part === own[i]);
    if (beside && !own.includes(division.code)) others.push(division.code);
  }
  return others;
}
