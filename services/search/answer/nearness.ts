// How near the query's meaning comes to each part of a passage: by the vectors of its windows, which are stored anyway.
import type { Catalogue } from '../../catalogue/open.js';
import type { Range } from '../../domain/passage.js';

/** Cosine between the query and the nearest window that a range of a passage's text lies in; null where there is none. */
export type Nearness = (range: Range) => number | null;
export type NearnessOf = (passage: Range & { readonly id: number }) => Nearness;

const unknown: Nearness = () => null;
const product = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

/** @param vector the query's; null where nothing was asked by meaning */
export function nearnessTo(vector: Float32Array | null, fingerprint: string | null, catalogue: Catalogue): NearnessOf {
  if (!vector || fingerprint === null) return () => unknown;
  return ({ id, start: offset }) => {
    const windows = catalogue.vectors
      .windowsOf(fingerprint, id)
      .map(({ start, end, vector: of }) => ({ start: start - offset, end: end - offset, cosine: product(of, vector) }));
    return (range) => {
      const around = windows.filter(({ start, end }) => start < range.end && range.start < end);
      return around.length === 0 ? null : Math.max(...around.map(({ cosine }) => cosine));
    };
  };
}
