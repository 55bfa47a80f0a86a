// A filter as Meilisearch conditions, all of which must hold. Values go in as code (see code.ts).
import type { EngineFilter } from '../engine.js';
import { code } from './code.js';

export const anyOf = (attribute: string, values: readonly (string | number)[]): string =>
  `${attribute} IN [${values.map((value) => (typeof value === 'number' ? value : `"${code(value)}"`)).join(', ')}]`;

/** `years` is asked with TO: two comparisons joined by AND could be met by two different years. */
export function conditionsOf(filter: EngineFilter): string[] {
  const conditions: string[] = [];
  if (filter.region !== undefined) conditions.push(anyOf('region', [filter.region]));
  if (filter.notRegions && filter.notRegions.length > 0) conditions.push(`NOT ${anyOf('region', filter.notRegions)}`);
  if (filter.years) conditions.push(`years ${filter.years.from} TO ${filter.years.to}`);
  if (filter.type !== undefined) conditions.push(anyOf('type', [filter.type]));
  for (const bodies of filter.issuers ?? []) conditions.push(anyOf('issuers', bodies));
  if (filter.status !== undefined) conditions.push(anyOf('status', [filter.status]));
  return conditions;
}
