// The stretches of a sentence that are nearly the pattern: fewest edits first, none across another. Pure.

export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly edits: number;
}

/** The stretch of `text` with the fewest edits to the pattern (Sellers 1980); of several the first, as long as the pattern if one is. */
function nearest(pattern: string, text: string): Stretch {
  const rows = pattern.length + 1;
  let costs = Array.from({ length: rows }, (_, i) => i);
  let starts = new Array<number>(rows).fill(0);
  let best: Stretch = { start: 0, end: 0, edits: pattern.length };
  for (let at = 0; at < text.length; at++) {
    const nextCosts = [0];
    const nextStarts = [at + 1];
    for (let i = 1; i < rows; i++) {
      const changed = costs[i - 1]! + (pattern[i - 1] === text[at] ? 0 : 1); // in bounds, as below
      const left = nextCosts[i - 1]! + 1;
      const more = costs[i]! + 1;
      const cost = Math.min(changed, left, more);
      nextCosts.push(cost);
      nextStarts.push(cost === changed ? starts[i - 1]! : cost === left ? nextStarts[i - 1]! : starts[i]!);
    }
    [costs, starts] = [nextCosts, nextStarts];
    const here = { start: starts[rows - 1]!, end: at + 1, edits: costs[rows - 1]! };
    const longer = here.edits === best.edits && here.start === best.start && here.end - here.start <= pattern.length;
    if (here.edits < best.edits || longer) best = here;
  }
  return best;
}

export function stretches(pattern: string, text: string, most: number): Stretch[] {
  const found: Stretch[] = [];
  const look = (from: number, to: number): void => {
    if (to - from < pattern.length - most) return;
    const { start, end, edits } = nearest(pattern, text.slice(from, to));
    if (edits > most || end === start) return;
    look(from, from + start);
    found.push({ start: from + start, end: from + end, edits });
    look(from + end, to);
  };
  look(0, text.length);
  return found;
}

/** Edits between two whole texts (Levenshtein). */
export function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      next.push(Math.min(row[j]! + (a[i] === b[j] ? 0 : 1), next[j]! + 1, row[j + 1]! + 1)); // in bounds
    }
    row = next;
  }
  return row[b.length]!; // it has that many and one
}
