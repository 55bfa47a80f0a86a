// What was found in the order of its dates, for whoever asks for the newest or the oldest. Pure.
import { type SearchSort, SORTED_BY_DATE } from '../domain/query.js';

export interface Dated {
  /** YYYY-MM-DD */
  readonly date: string | null;
  readonly year: number | null;
}

/** Of a document without a day the year alone: before all days of that year. */
const dayOf = ({ date, year }: Dated): string | null => date ?? (year === null ? null : String(year));

/**
 * By relevance, all as it comes. By date, the best SORTED_BY_DATE of it: dated ones in order, those of one day by relevance,
 * then the undated ones by relevance.
 */
export function byDate<Found>(found: readonly Found[], sort: SearchSort, datedOf: (one: Found) => Dated): Found[] {
  if (sort === 'relevance') return [...found];
  const sign = sort === 'newest' ? -1 : 1;
  return found
    .slice(0, SORTED_BY_DATE)
    .map((one) => ({ one, day: dayOf(datedOf(one)) }))
    .sort(({ day: a }, { day: b }) => {
      if (a === b) return 0;
      if (a === null) return 1;
      if (b === null) return -1;
      return a < b ? -sign : sign;
    })
    .map(({ one }) => one);
}
