// Between passages of nearly equal merit, the one whose document is valid and recent first. Pure.
import type { Ranked } from './fuse.js';

/** The most that a document's standing adds, in the unit of fuse's scores: how far apart two merits are still nearly equal. */
export const MARGIN = 0.2;

/** Places beyond this are left as they are: nobody reads so far, and the work of a query stays small. */
export const SETTLED = 200;

/**
 * Adds up to MARGIN to each score by its document's standing (0 … 1) and sorts again. So a passage passes another only
 * where it was less than MARGIN behind it, none is dropped, and the scores still tell the order.
 * What counts before the score is left alone: passages that differ in how the query names them, and a later one of higher
 * score, keep their order.
 */
export function settleTies(ranked: readonly Ranked[], standing: (id: number) => number): Ranked[] {
  const settled: Ranked[] = [];
  let run: Ranked[] = [];
  const settle = (): void => {
    const raised = run.map((entry) => ({ ...entry, score: entry.score + MARGIN * standing(entry.id) }));
    settled.push(...raised.sort((a, b) => b.score - a.score)); // the sort is stable
    run = [];
  };
  for (const [i, entry] of ranked.slice(0, SETTLED).entries()) {
    const before = ranked[i - 1];
    if (before && (entry.score > before.score || !namedAlike(entry, before))) settle();
    run.push(entry);
  }
  settle();
  return [...settled, ...ranked.slice(SETTLED)];
}

const namedAlike = (a: Ranked, b: Ranked): boolean => a.verbatim === b.verbatim && a.titled === b.titled;
