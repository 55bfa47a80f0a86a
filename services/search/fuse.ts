// Puts the legs together: standardised scores added, the keyword leg's by how far the vectors bear it out; before them
// what holds the query verbatim, or is named by it. Why so, and what else was tried: docs/ranking.md.
import type { Leg } from '../engine/engine.js';

/** Mean and deviation are taken over so many of a leg's best. */
const STANDARD_DEPTH = 1_000;
/** What each thing that the query names (a region, years, a kind) adds to the score of a document that it fits. */
const NAMED_WEIGHT = 1;

/**
 * Weight of the keyword leg beside the vector leg's 1, from the share of its best AGREEING_TOP that are among the vector
 * leg's best: words that find what the meaning finds can be trusted, and accidental ones (slang, a common word that stands
 * for another) find something else.
 */
const WEIGHT = { least: 0.1, most: 1 };
const AGREEING_TOP = 10;

/** Where a leg has a passage. */
export interface Place {
  /** from 1 */
  readonly rank: number;
  /** of the leg's kind */
  readonly score: number;
  /** less the leg's mean, by its deviation */
  readonly standard: number;
}

export interface Ranked {
  readonly id: number;
  readonly score: number;
  readonly verbatim: boolean;
  /** whether its document has all the query's key terms in its title or its file's name */
  readonly titled: boolean;
  /** absent where the leg does not have it */
  readonly legs: { readonly keyword?: Place; readonly vector?: Place };
}

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

interface Standardised {
  place(id: number): Place | undefined;
  /** a passage outside the leg has its lowest */
  standard(id: number): number;
}

function standardise({ scores }: Leg): Standardised {
  const values = scores.slice(0, STANDARD_DEPTH).map(({ score }) => score);
  const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length || 1)) || 1;
  const places = new Map(
    scores.map(({ id, score }, i): [number, Place] => [
      id,
      { rank: i + 1, score, standard: (score - mean) / deviation },
    ]),
  );
  const lowest = ((scores.at(-1)?.score ?? mean) - mean) / deviation;
  return { place: (id) => places.get(id), standard: (id) => places.get(id)?.standard ?? lowest };
}

/** See WEIGHT. `matches`: how many of the vector leg's best count as found. */
export function keywordWeight(keyword: Leg, vector: Leg, matches: number): number {
  const near = new Set(vector.scores.slice(0, matches).map(({ id }) => id));
  const best = keyword.scores.slice(0, AGREEING_TOP);
  const agreement = best.filter(({ id }) => near.has(id)).length / (best.length || 1);
  return WEIGHT.least + (WEIGHT.most - WEIGHT.least) * agreement;
}

/** How many of the two namings hold: what has more comes first, whatever the scores. */
export const namings = ({ verbatim, titled }: Ranked): number => Number(verbatim) + Number(titled);

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
  const weight = legs.keyword && legs.vector ? keywordWeight(legs.keyword, legs.vector, vectorMatches) : 1;
  const candidates = new Set([
    ...verbatim,
    ...(legs.keyword?.scores.map(({ id }) => id) ?? []),
    ...(legs.vector?.scores.slice(0, vectorMatches).map(({ id }) => id) ?? []),
    ...(required ?? []),
  ]);
  const rank = (id: number): Ranked => {
    const [byWords, byMeaning] = [keyword?.place(id), vector?.place(id)];
    return {
      id,
      score: (vector?.standard(id) ?? 0) + weight * (keyword?.standard(id) ?? 0) + NAMED_WEIGHT * fits(id),
      verbatim: verbatim.has(id),
      titled: titled(id),
      legs: { ...(byWords && { keyword: byWords }), ...(byMeaning && { vector: byMeaning }) },
    };
  };
  return [...candidates]
    .filter((id) => required?.has(id) ?? true)
    .map(rank)
    .sort((a, b) => namings(b) - namings(a) || b.score - a.score || a.id - b.id);
}
