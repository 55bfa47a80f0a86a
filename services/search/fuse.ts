// Puts the legs together: standardised scores added; before them what holds the query verbatim, or is named by it.
// Why so, and what else was tried: bench/RESULTS.md.
import type { Leg } from '../engine/engine.js';

/** Weight of the keyword leg; the vector leg's is 1. */
const KEYWORD_WEIGHT = 0.5;
/** Mean and deviation are taken over so many of a leg's best. */
const STANDARD_DEPTH = 1_000;

export interface Ranked {
  readonly id: number;
  readonly score: number;
  readonly verbatim: boolean;
  /** how many of the two namings hold (verbatim, titled): what has more comes first, whatever the scores */
  readonly named: number;
}

/** What each thing that the query names (a region, years, a kind) adds to the score of a document that it fits. */
const NAMED_WEIGHT = 1;

/** What the query says of a passage beyond the legs. */
export interface Named {
  /** passages that hold the query verbatim */
  readonly verbatim: ReadonlySet<number>;
  /** whether the passage's document has all the query's key terms in its title or its file's name */
  titled(id: number): boolean;
  /** how many of the things that the query names the passage's document fits, less those that it does not */
  fits(id: number): number;
  /** the only passages that count, where the query puts phrases in marks */
  required: ReadonlySet<number> | null;
}

/** A leg's scores less their mean, by their standard deviation; a passage outside it gets the leg's lowest. */
function standardise(leg: Leg): (id: number) => number {
  const values = leg.scores.slice(0, STANDARD_DEPTH).map(({ score }) => score);
  if (values.length === 0) return () => 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
  const standard = new Map(leg.scores.map(({ id, score }) => [id, (score - mean) / deviation]));
  const lowest = ((leg.scores.at(-1)?.score ?? mean) - mean) / deviation;
  return (id) => standard.get(id) ?? lowest;
}

/**
 * Best first: by how many of the two namings hold, then by score; equal scores by ascending id.
 * Of the vector leg only the best `vectorMatches` count as found.
 */
export function fuse(
  legs: { keyword?: Leg; vector?: Leg },
  vectorMatches: number,
  { verbatim, titled, fits, required }: Named,
): Ranked[] {
  const keyword = legs.keyword && standardise(legs.keyword);
  const vector = legs.vector && standardise(legs.vector);
  const candidates = new Set([
    ...verbatim,
    ...(legs.keyword?.scores.map(({ id }) => id) ?? []),
    ...(legs.vector?.scores.slice(0, vectorMatches).map(({ id }) => id) ?? []),
    ...(required ?? []),
  ]);
  const weight = vector ? KEYWORD_WEIGHT : 1;
  return [...candidates]
    .filter((id) => required?.has(id) ?? true)
    .map((id) => ({
      id,
      score: (vector?.(id) ?? 0) + weight * (keyword?.(id) ?? 0) + NAMED_WEIGHT * fits(id),
      verbatim: verbatim.has(id),
      named: Number(verbatim.has(id)) + Number(titled(id)),
    }))
    .sort((a, b) => b.named - a.named || b.score - a.score || a.id - b.id);
}
