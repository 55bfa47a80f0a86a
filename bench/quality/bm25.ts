// BM25 (Robertson & Zaragoza 2009) in memory, as plain as it comes: a peer to compare with, not a part of the product.

export interface Scored {
  readonly id: number;
  readonly score: number;
}
export interface Bm25 {
  /** Best first, equal scores by ascending id; a unit that the query repeats counts once. */
  search(units: readonly string[], depth: number, allowed?: (id: number) => boolean): Scored[];
}

export interface Bm25Parameters {
  readonly k1: number;
  readonly b: number;
}
const USUAL: Bm25Parameters = { k1: 1.2, b: 0.75 };

interface Postings {
  /** positions in the list of texts, ascending, and how often each holds the unit */
  readonly texts: number[];
  readonly counts: number[];
}

/** Each text as its id and the units it holds, in any order. */
export function createBm25(
  texts: Iterable<{ readonly id: number; readonly units: readonly string[] }>,
  { k1, b }: Bm25Parameters = USUAL,
): Bm25 {
  const ids: number[] = [];
  const lengths: number[] = [];
  const postings = new Map<string, Postings>();
  for (const { id, units } of texts) {
    const text = ids.push(id) - 1;
    lengths.push(units.length);
    for (const unit of units) {
      const list = postings.get(unit) ?? { texts: [], counts: [] };
      if (list.texts.length === 0) postings.set(unit, list);
      const last = list.texts.length - 1;
      if (list.texts[last] === text) list.counts[last] = (list.counts[last] ?? 0) + 1;
      else {
        list.texts.push(text);
        list.counts.push(1);
      }
    }
  }
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 1;
  const norms = lengths.map((length) => k1 * (1 - b + (b * length) / meanLength));

  return {
    search(units, depth, allowed = () => true) {
      const scores = new Map<number, number>();
      for (const unit of new Set(units)) {
        const list = postings.get(unit);
        if (!list) continue;
        const held = list.texts.length;
        const idf = Math.log(1 + (ids.length - held + 0.5) / (held + 0.5));
        for (const [i, text] of list.texts.entries()) {
          const count = list.counts[i] ?? 0;
          const gain = (idf * count * (k1 + 1)) / (count + (norms[text] ?? 0));
          scores.set(text, (scores.get(text) ?? 0) + gain);
        }
      }
      return [...scores]
        .map(([text, score]) => ({ id: ids[text] ?? 0, score }))
        .filter(({ id }) => allowed(id))
        .sort((x, y) => y.score - x.score || x.id - y.id)
        .slice(0, depth);
    },
  };
}
