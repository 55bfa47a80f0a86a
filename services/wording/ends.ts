// The first and the latest use of a wording: of documents with a date, the first of its occurrences in each.
import type { Catalogue } from '../catalogue/open.js';
import type { SnapshotDocument } from '../catalogue/snapshot.js';
import type { Occurrence } from '../domain/result.js';
import type { Asked } from './asked.js';
import { compareDates } from './order.js';
import { show } from './show.js';

export function endsOf(
  holding: Iterable<SnapshotDocument>,
  { placesIn }: Asked,
  catalogue: Catalogue,
): { first: Occurrence | null; latest: Occurrence | null } {
  const dated = [...holding]
    .filter(({ metadata: { date, year } }) => date !== null || year !== null)
    .sort(compareDates);
  const firstIn = (document: SnapshotDocument | undefined): Occurrence | null => {
    const place = document && placesIn(document)[0];
    return place ? (show([{ document, place }], catalogue)[0] ?? null) : null;
  };
  return { first: firstIn(dated[0]), latest: firstIn(dated.at(-1)) };
}
