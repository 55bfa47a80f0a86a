// The timeline against a raw count over the catalogue: texts and columns read by SQL, occurrences by indexOf, groups put
// together here. Which level an issuer has is a judgement and no count: that is the service's own.
import Database from 'better-sqlite3';
import type { Metadata } from '../../services/domain/document.js';
import type { TimelineBy } from '../../services/domain/query.js';
import { normalForm } from '../../services/domain/text.js';

interface Row {
  readonly text: string;
  readonly year: number | null;
  readonly region_code: string | null;
  readonly issuers: string;
  readonly title: string;
}
/** By group: its documents, those that hold the phrase, occurrences. Regions by the first two digits of the code. */
export type RawCounts = Readonly<Record<TimelineBy, ReadonlyMap<string, readonly [number, number, number]>>>;

export function rawCounter(
  path: string,
  levelOf: (row: Pick<Metadata, 'issuers' | 'title' | 'regionCode'>) => string,
): (phrase: string) => RawCounts {
  const db = new Database(path, { readonly: true });
  const rows = db
    .prepare<[], Row>(
      'SELECT v.text, d.year, d.region_code, d.issuers, d.title FROM documents d JOIN versions v ON v.document_id = d.id AND v.version = d.version WHERE d.removed_at IS NULL',
    )
    .all()
    .map(({ text, year, region_code: regionCode, issuers, title }) => ({
      normal: normalForm(text),
      groups: {
        year: String(year),
        region: String(regionCode?.slice(0, 2) ?? null),
        level: levelOf({ issuers: JSON.parse(issuers) as string[], title, regionCode }), // written by store.ts
      },
    }));
  db.close();

  return (phrase) => {
    const needle = normalForm(phrase);
    const counts = { year: new Map(), region: new Map(), level: new Map() } as Record<
      TimelineBy,
      Map<string, [number, number, number]>
    >;
    for (const { normal, groups } of rows) {
      let found = 0;
      for (let at = normal.indexOf(needle); at !== -1; at = normal.indexOf(needle, at + needle.length)) found++;
      for (const by of ['year', 'region', 'level'] as const) {
        const [of, documents, occurrences] = counts[by].get(groups[by]) ?? [0, 0, 0];
        counts[by].set(groups[by], [of + 1, documents + Number(found > 0), occurrences + found]);
      }
    }
    return counts;
  };
}
