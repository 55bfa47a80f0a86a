// What was found in the order of its dates, for whoever asks for the newest or the oldest. Pure.
import { type SearchSort, SORTED_BY_DATE } from '../domain/query.js';

export interface Dated {
  /** YYYY-MM-DD */
  readonly date: string | null;
  readonly year: number | null;
}

/**
 * What is worth an order by date: of the best SORTED_BY_DATE, those that hold all that was asked; where none does, all of
 * them. Beyond, ranked lists hold what is merely least unlike the question, and the newest of that would come first.
 */
export function worthDating<Found>(ranked: readonly Found[], holdsAll: (one: Found) => boolean): Found[] {
  const best = ranked.slice(0, SORTED_BY_DATE);
  const holding = best.filter(holdsAll);
  return holding.length > 0 ? holding : best;
}

/** Of a document without a day the year alone: before all days of that year. */
const dayOf = ({ date, year }: Dated): string | null => date ?? (year === null ? null : String(year));

/** Dated ones in order, those of one day as they come, then the undated ones as they come. */
export function byDate<Found>(
  found: readonly Found[],
  sort: Exclude<SearchSort, 'relevance'>,
  datedOf: (one: Found) => Dated,
): Found[] {
  const sign = sort === 'newest' ? -1 : 1;
  return found
    .map((one) => ({ one, day: dayOf(datedOf(one)) }))
    .sort(({ day: a }, { day: b }) => {
      if (a === b) return 0;
      if (a === null) return 1;
      if (b === null) return -1;
      return a < b ? -sign : sign;
    })
    .map(({ one }) => one);
}
