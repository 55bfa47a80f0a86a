// A filter as SQL over a generation's documents, with bound parameters only.
import type { EngineFilter } from '../engine.js';

export interface SqlFilter {
  /** a condition on `d`, '1' when nothing is asked */
  readonly where: string;
  readonly values: readonly (string | number)[];
  readonly empty: boolean;
}

export function sqlFilter(filter: EngineFilter): SqlFilter {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const add = (condition: string, ...bound: (string | number)[]): void => {
    conditions.push(condition);
    values.push(...bound);
  };
  if (filter.region !== undefined) add("instr(d.region_path, '/' || ? || '/') > 0", filter.region);
  if (filter.notRegions) {
    add(
      "NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(d.region_path, '/' || value || '/') > 0)",
      JSON.stringify(filter.notRegions),
    );
  }
  if (filter.years) {
    add('EXISTS (SELECT 1 FROM json_each(d.years) WHERE value BETWEEN ? AND ?)', filter.years.from, filter.years.to);
  }
  if (filter.type !== undefined) add('d.type = ?', filter.type);
  for (const bodies of filter.issuers ?? []) {
    add(
      'EXISTS (SELECT 1 FROM json_each(d.issuers) WHERE value IN (SELECT value FROM json_each(?)))',
      JSON.stringify(bodies),
    );
  }
  if (filter.status !== undefined) add('d.status = ?', filter.status);
  return { where: conditions.join(' AND ') || '1', values, empty: conditions.length === 0 };
}
