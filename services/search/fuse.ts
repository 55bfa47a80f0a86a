// Puts the legs together: standardised scores added, the keyword leg's by how far the vectors bear it out; before them
// what holds the query verbatim, or is named by it. Why so, and what else was tried: docs/ranking.md.
import type { Leg } from '../engine/engine.js';

/** So many of a leg's best are weighed; mean and deviation are theirs. */
export const WEIGHED = 1_000;
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
  /** absent for what the leg has beyond its best WEIGHED */
  place(id: number): Place | undefined;
  /** a passage without a place has the lowest */
  standard(id: number): number;
  /** what the leg has beyond its best WEIGHED, best first */
  readonly beyond: readonly { readonly id: number; readonly place: Place }[];
}

function standardise({ scores }: Leg): Standardised {
  const values = scores.slice(0, WEIGHED).map(({ score }) => score);
  const mean = values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length || 1)) || 1;
  const all = scores.map(({ id, score }, i) => ({
    id,
    place: { rank: i + 1, score, standard: (score - mean) / deviation },
  }));
  const places = new Map(all.slice(0, WEIGHED).map(({ id, place }) => [id, place]));
  const lowest = ((values.at(-1) ?? mean) - mean) / deviation;
  return {
    place: (id) => places.get(id),
    standard: (id) => places.get(id)?.standard ?? lowest,
    beyond: all.slice(WEIGHED),
  };
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

/** What the keyword leg has beyond what is weighed, after all that is ranked; the scores go on to tell the order. */
function beyond(keyword: Standardised | undefined, ranked: readonly Ranked[], { titled, required }: Named): Ranked[] {
  const known = new Set(ranked.map(({ id }) => id));
  const least = ranked.reduce((lowest, { score }) => Math.min(lowest, score), 0);
  return (keyword?.beyond ?? [])
    .filter(({ id }) => !known.has(id) && (required?.has(id) ?? true))
    .map(({ id, place }) => ({
      id,
      score: least - (place.rank - WEIGHED) / WEIGHED,
      verbatim: false,
      titled: titled(id),
      legs: { keyword: place },
    }));
}

/**
 * Best first: by how many of the two namings hold, then by score; equal scores by ascending id.
 * Of the vector leg only the best `vectorMatches` count as found. What the keyword leg has beyond its best WEIGHED comes
 * after all else, in that leg's order: how deep a leg is asked, for a later page, changes nothing on an earlier one.
 */
export function fuse(legs: { keyword?: Leg; vector?: Leg }, vectorMatches: number, named: Named): Ranked[] {
  const { verbatim, titled, fits, required } = named;
  const keyword = legs.keyword && standardise(legs.keyword);
  const vector = legs.vector && standardise(legs.vector);
  const weight = legs.keyword && legs.vector ? keywordWeight(legs.keyword, legs.vector, vectorMatches) : 1;
  const candidates = new Set([
    ...verbatim,
    ...(legs.keyword?.scores.slice(0, WEIGHED).map(({ id }) => id) ?? []),
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
  const ranked = [...candidates]
    .filter((id) => required?.has(id) ?? true)
    .map(rank)
    .sort((a, b) => namings(b) - namings(a) || b.score - a.score || a.id - b.id);
  return [...ranked, ...beyond(keyword, ranked, named)];
}
