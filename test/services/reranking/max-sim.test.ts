import fc from 'fast-check';
import { packSigns } from '../../../services/embedding/token-reader.js';
import { maxSim } from '../../../services/reranking/late/max-sim.js';
import { openTokenStore } from '../../../services/reranking/late/token-store.js';

const DIMENSIONS = [1, 31, 32, 33, 64, 100, 256];
const MOST_TOKENS = 6;

/** Some tokens' vectors, one after the other. */
const matrix = (dimension: number) =>
  fc
    .integer({ min: 0, max: MOST_TOKENS })
    .chain((rows) =>
      fc
        .array(fc.float({ noNaN: true, min: -1, max: 1 }), { minLength: rows * dimension, maxLength: rows * dimension })
        .map((values) => ({ rows, values: Float32Array.from(values) })),
    );
const two = fc
  .constantFrom(...DIMENSIONS)
  .chain((dimension) =>
    fc.record({ dimension: fc.constant(dimension), query: matrix(dimension), text: matrix(dimension) }),
  );
type Matrix = { rows: number; values: Float32Array };
const pack = ({ rows, values }: Matrix, dimension: number): Uint32Array =>
  packSigns(values, dimension, [...Array(rows).keys()]);

/** Cosines of the vectors of signs, one by one. */
function naive(query: Matrix, text: Matrix, dimension: number): number {
  const sign = (of: Matrix, row: number, d: number): number => ((of.values[row * dimension + d] ?? 0) >= 0 ? 1 : -1);
  if (query.rows === 0 || text.rows === 0) return 0;
  let sum = 0;
  for (let q = 0; q < query.rows; q++) {
    let best = Number.NEGATIVE_INFINITY;
    for (let t = 0; t < text.rows; t++) {
      let dot = 0;
      for (let d = 0; d < dimension; d++) dot += sign(query, q, d) * sign(text, t, d);
      best = Math.max(best, dot / dimension);
    }
    sum += best;
  }
  return sum / query.rows;
}

test('MaxSim over packed signs is the mean of the best cosines of the sign vectors', () => {
  fc.assert(
    fc.property(two, ({ dimension, query, text }) => {
      expect(maxSim(pack(query, dimension), pack(text, dimension), dimension)).toBeCloseTo(
        naive(query, text, dimension),
        10,
      );
    }),
  );
});

test('a text has all that it holds: against itself it scores 1', () => {
  fc.assert(
    fc.property(two, ({ dimension, query }) => {
      const tokens = pack(query, dimension);
      expect(maxSim(tokens, tokens, dimension)).toBe(tokens.length === 0 ? 0 : 1);
    }),
  );
});

test('signs come back out of the store, and out of the numbers that they are packed in, as they were', () => {
  const store = openTokenStore({ path: ':memory:', fingerprint: 'test' });
  fc.assert(
    fc.property(two, ({ dimension, query }) => {
      store.put([{ hash: 'h', tokens: pack(query, dimension) }]);
      const kept = store.get(['h']).get('h') ?? new Uint32Array();
      const width = Math.ceil(dimension / 32);
      const signs = Array.from(query.values, (_, i) => {
        const [row, d] = [Math.floor(i / dimension), i % dimension];
        return (((kept[row * width + Math.floor(d / 32)] ?? 0) >>> (d % 32)) & 1) === 1;
      });
      expect(signs).toEqual(Array.from(query.values, (value) => value >= 0));
      expect(kept).toHaveLength(query.rows * width);
    }),
  );
  store.close();
});
