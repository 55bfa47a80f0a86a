// Packs what stands one after the other into passages.

/** What is not cut any further: a paragraph, a row, a small section, a piece of something long. */
export interface Atom {
  readonly start: number;
  readonly end: number;
  readonly size: number;
  /** indices of the first and the last line that it has a part in */
  readonly from: number;
  readonly to: number;
}

/** One atom of all that stands from the first to the last of them. */
export function merge(atoms: readonly [Atom, ...Atom[]]): Atom {
  const [first] = atoms;
  const last = atoms.at(-1) ?? first;
  // the line breaks between them count too
  const size = atoms.reduce((sum, atom) => sum + atom.size + 1, -1);
  return { start: first.start, end: last.end, size, from: first.from, to: last.to };
}

/**
 * Runs of atoms, none above `limit` unless a single atom is: of all ways to cut them the one whose runs are nearest to
 * `target` (least squares), so that no small tail is left over.
 */
export function pack(atoms: readonly Atom[], target: number, limit: number): Atom[] {
  // best[i]: the least cost of the atoms before i; from[i]: where the run that ends there begins
  const best = new Float64Array(atoms.length + 1);
  const from = new Int32Array(atoms.length + 1);
  for (let end = 1; end <= atoms.length; end++) {
    best[end] = Number.POSITIVE_INFINITY;
    let size = -1;
    for (let start = end - 1; start >= 0; start--) {
      size += (atoms[start]?.size ?? 0) + 1;
      if (size > limit && start < end - 1) break;
      const cost = (best[start] ?? 0) + (size - target) ** 2;
      if (cost < (best[end] ?? 0)) {
        best[end] = cost;
        from[end] = start;
      }
    }
  }
  const runs: Atom[] = [];
  for (let end = atoms.length; end > 0; end = from[end] ?? 0) {
    const [first, ...others] = atoms.slice(from[end] ?? 0, end);
    if (first) runs.push(merge([first, ...others]));
  }
  return runs.reverse();
}
