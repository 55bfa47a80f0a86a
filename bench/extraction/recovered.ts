// How much of a reference's text came out: characters as a multiset, so that another order of columns or notes costs nothing.
import { normalForm } from '../../services/domain/text.js';

/** What counts: letters, digits and characters; not marks, which extractors set for bullets, rules and pictures. */
const counted = /[\p{L}\p{N}]/u;

function tally(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of normalForm(text)) {
    if (counted.test(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}

/** The share, 0 to 1, of the reference's characters that `text` has as well; null where the reference has fewer than `least`. */
export function recovered(reference: string, text: string, least = 20): number | null {
  const wanted = tally(reference);
  const have = tally(text);
  let [all, found] = [0, 0];
  for (const [character, count] of wanted) {
    all += count;
    found += Math.min(count, have.get(character) ?? 0);
  }
  return all < least ? null : found / all;
}

/** The value below which the given share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
