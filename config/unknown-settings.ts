// Names in the environment that look like settings of ours and are none: a misspelt one would otherwise be left out in silence.

export interface UnknownSetting {
  readonly name: string;
  /** the setting that was probably meant */
  readonly meant: string | null;
}

/** Letters that are wrong, missing, too many or exchanged, counted (optimal string alignment). */
export function slips(a: string, b: string): number {
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const steps = [
        changed,
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        ...(exchanged ? [(before[j - 2] ?? 0) + 1] : []),
      ];
      next.push(Math.min(...steps));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

const MOST_SLIPS = 2;

/** @param used names that benchmarks and tests read for themselves */
export function unknownSettings(
  names: Iterable<string>,
  known: readonly string[],
  used: readonly string[] = [],
): UnknownSetting[] {
  return [...names]
    .filter((name) => /^(?:YANJU|MEILI)_/i.test(name) && !known.includes(name) && !used.includes(name))
    .map((name) => {
      const [nearest] = known
        .map((one) => ({ one, far: slips(name.toUpperCase(), one) }))
        .sort((a, b) => a.far - b.far);
      return { name, meant: nearest && nearest.far <= MOST_SLIPS ? nearest.one : null };
    })
    .filter(({ name, meant }) => /^YANJU_/i.test(name) || meant !== null) // MEILI_ has settings of the server's own
    .sort((a, b) => a.name.localeCompare(b.name));
}
