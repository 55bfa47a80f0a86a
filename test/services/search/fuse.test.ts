import type { Leg } from '../../../services/engine/engine.js';
import { fuse, keywordWeight } from '../../../services/search/fuse.js';

const named = (verbatim: number[], titled: number[] = []) => ({
  verbatim: new Set(verbatim),
  titled: (id: number) => titled.includes(id),
  fits: () => 0,
  required: null,
});
const leg = (kind: Leg['kind'], ...scores: [number, number][]): Leg => ({
  kind,
  scores: scores.map(([id, score]) => ({ id, score })),
});

test('passages that hold the query verbatim come first, whatever the legs say', () => {
  const ranked = fuse(
    { keyword: leg('bm25', [1, 9], [2, 1]), vector: leg('cosine', [1, 0.9], [2, 0.1]) },
    200,
    named([2, 3]),
  );
  expect(ranked.map(({ id, verbatim }) => [id, verbatim])).toEqual([
    [2, true],
    [3, true],
    [1, false],
  ]);
});

test('the legs’ scales do not matter, their spread does', () => {
  const keyword = leg('bm25', [1, 30], [2, 20], [3, 10]);
  const vector = leg('cosine', [2, 0.9], [1, 0.5], [3, 0.4]);
  const tenfold = leg('bm25', [1, 300], [2, 200], [3, 100]);
  const order = (k: Leg) => fuse({ keyword: k, vector }, 200, named([])).map(({ id }) => id);
  expect(order(keyword)).toEqual([2, 1, 3]);
  expect(order(tenfold)).toEqual(order(keyword));
});

test('only the best by vector count as found by meaning', () => {
  const vector = leg('cosine', [1, 0.9], [2, 0.8], [3, 0.7]);
  expect(fuse({ vector }, 2, named([])).map(({ id }) => id)).toEqual([1, 2]);
});

test('one leg alone, an empty leg and equal scores are ranked without a fault', () => {
  expect(fuse({ keyword: leg('bm25', [5, 1], [4, 1]) }, 200, named([])).map(({ id }) => id)).toEqual([4, 5]);
  expect(fuse({ keyword: leg('bm25'), vector: leg('cosine', [7, 0.2]) }, 200, named([]))).toEqual([
    { id: 7, score: 0, verbatim: false, titled: false, legs: { vector: { rank: 1, score: 0.2, standard: 0 } } },
  ]);
  expect(fuse({}, 200, named([]))).toEqual([]);
});

test('a document that the query names by its title comes before others, and both namings before one', () => {
  const vector = leg('cosine', [1, 0.9], [2, 0.5], [3, 0.4], [4, 0.3]);
  expect(fuse({ vector }, 200, named([3], [2, 3])).map(({ id }) => id)).toEqual([3, 2, 1, 4]);
});

test('what the document fits of region, years and kind adds to the score, and hides nothing', () => {
  const vector = leg('cosine', [1, 0.9], [2, 0.8], [3, 0.1]);
  const fits = (id: number) => (id === 2 ? 1 : id === 1 ? -1 : 0);
  expect(fuse({ vector }, 200, { ...named([]), fits }).map(({ id }) => id)).toEqual([2, 1, 3]);
});

test('where phrases are required, only their passages are ranked, those outside the legs too', () => {
  const vector = leg('cosine', [1, 0.9], [2, 0.8]);
  const ranked = fuse({ vector }, 200, { ...named([]), required: new Set([2, 9]) });
  expect(ranked.map(({ id }) => id)).toEqual([2, 9]);
});

test('the keyword leg weighs by how many of its best ten the vectors find too', () => {
  const vector = leg('cosine', [1, 0.9], [2, 0.8], [3, 0.7]);
  expect(keywordWeight(leg('bm25', [1, 9], [2, 8]), vector, 200)).toBe(1);
  expect(keywordWeight(leg('bm25', [1, 9], [8, 8]), vector, 200)).toBeCloseTo(0.55);
  expect(keywordWeight(leg('bm25', [7, 9], [8, 8]), vector, 200)).toBeCloseTo(0.1);
  expect(keywordWeight(leg('bm25', [3, 9]), vector, 2)).toBeCloseTo(0.1);
  expect(keywordWeight(leg('bm25'), vector, 200)).toBeCloseTo(0.1);
});

test('words that find something else than the meaning does hardly count', () => {
  const vector = leg('cosine', [1, 0.9], [2, 0.8], [3, 0.1]);
  const accidental = leg('bm25', [7, 20], [8, 19], [2, 1]);
  expect(fuse({ keyword: accidental, vector }, 3, named([]))[0]?.id).toBe(1);
});

test('every passage says where each leg has it', () => {
  const ranked = fuse({ keyword: leg('bm25', [2, 9], [1, 3]), vector: leg('cosine', [1, 0.9]) }, 200, named([]));
  const placeOf = (id: number) => ranked.find((entry) => entry.id === id)?.legs;
  expect(placeOf(1)).toMatchObject({ keyword: { rank: 2, score: 3 }, vector: { rank: 1, score: 0.9 } });
  expect(placeOf(2)).toMatchObject({ keyword: { rank: 1, score: 9 } });
  expect(placeOf(2)).not.toHaveProperty('vector');
});

test('however deep the legs were asked, what came first comes first, and more follows it', () => {
  const scores = Array.from({ length: 3_000 }, (_, i): [number, number] => [i, 100 / (i + 1)]);
  // By meaning some passages are near that the keyword leg has far down.
  const near = Array.from({ length: 200 }, (_, i): [number, number] => [i * 14, 0.9 - i / 1_000]);
  const ranked = (depth: number) =>
    fuse({ keyword: leg('bm25', ...scores.slice(0, depth)), vector: leg('cosine', ...near) }, 200, named([]));
  const [shallow, deep] = [ranked(1_000), ranked(3_000)];
  expect(deep.slice(0, shallow.length)).toEqual(shallow);
  expect(new Set(deep.map(({ id }) => id)).size).toBe(3_000);
  expect(deep.length).toBe(3_000);
  expect(deep.every(({ score }, i) => i === 0 || score <= deep[i - 1]!.score)).toBe(true);
});
