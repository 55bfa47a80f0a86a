// Ruled lines of a page → grids: rows and columns, and which of their fields are one cell.
import type { Rule } from './drawn.js';

export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}
export interface Grid {
  /** edges of columns and rows, ascending: one more than there are of either */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** which of `cells` each field belongs to, row after row */
  readonly fields: readonly number[];
  readonly cells: readonly Cell[];
}

/** In points: lines this near are one line (borders are doubled, or meet roughly); fields are wider than that. */
const near = 3;
const narrowest = 4;
/** More rules, or fields, than any table on a page has. */
const mostRules = 3000;
const mostFields = 6000;

/** Pieces of one line joined: borders are drawn field by field. */
function joined(rules: readonly Rule[]): Rule[] {
  const lines: Rule[][] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const line = lines.at(-1);
    if (line?.[0] && rule.at - line[0].at <= near) line.push(rule);
    else lines.push([rule]);
  }
  return lines.flatMap((line) => {
    const whole: Rule[] = [];
    for (const rule of line.sort((a, b) => a.from - b.from)) {
      const last = whole.at(-1);
      if (last && rule.from - last.to <= near) {
        whole[whole.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
      } else whole.push({ ...rule, at: line[0]?.at ?? rule.at });
    }
    return whole;
  });
}

const covers = (rule: Rule, at: number): boolean => rule.from - near <= at && at <= rule.to + near;

/** Sets of lines that hang together by crossing each other. */
function networks(across: readonly Rule[], down: readonly Rule[]): Rule[][] {
  const parent = Array.from({ length: across.length + down.length }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at;
    return at;
  };
  across.forEach((h, i) => {
    down.forEach((v, j) => {
      if (covers(h, v.at) && covers(v, h.at)) parent[root(i)] = root(across.length + j);
    });
  });
  const sets = new Map<number, Rule[]>();
  [...across, ...down].forEach((rule, i) => {
    const set = sets.get(root(i)) ?? [];
    set.push(rule);
    sets.set(root(i), set);
  });
  return [...sets.values()].filter((set) => set.length > 3);
}

function edges(places: readonly number[]): number[] {
  const kept: number[] = [];
  for (const at of [...places].sort((a, b) => a - b)) {
    if (at - (kept.at(-1) ?? Number.NEGATIVE_INFINITY) >= narrowest) kept.push(at);
  }
  return kept;
}

/** The grid of a network; null where there is none, or a doubtful one: fields that make up no rectangle. */
function gridOf(network: readonly Rule[]): Grid | null {
  const across = network.filter((rule) => rule.horizontal);
  const down = network.filter((rule) => !rule.horizontal);
  // A table may be open at its sides: then it ends where the lines end.
  const xs = edges([...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])]);
  const ys = edges([...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])]);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (across.length < 2 || down.length < 1 || columns < 2 || rows < 1 || columns * rows > mostFields) return null;

  const fields = Array.from({ length: rows * columns }, (_, i) => i);
  const middle = (places: readonly number[], i: number): number => ((places[i] ?? 0) + (places[i + 1] ?? 0)) / 2;
  const apart = (rules: readonly Rule[], edge: number, at: number): boolean =>
    rules.some((rule) => Math.abs(rule.at - edge) <= narrowest && rule.from <= at && at <= rule.to);
  const join = (a: number, b: number): void => {
    const [from, to] = [fields[b] ?? b, fields[a] ?? a];
    if (from !== to) for (let i = 0; i < fields.length; i++) if (fields[i] === from) fields[i] = to;
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (column + 1 < columns && !apart(down, xs[column + 1] ?? 0, middle(ys, row))) join(at, at + 1);
      if (row + 1 < rows && !apart(across, ys[row + 1] ?? 0, middle(xs, column))) join(at, at + columns);
    }
  }
  const cells: Cell[] = [];
  const numbers = new Map<number, number>();
  for (const name of new Set(fields)) {
    const own = fields.flatMap((field, i) => (field === name ? [i] : []));
    const [inRows, inColumns] = [own.map((i) => Math.floor(i / columns)), own.map((i) => i % columns)];
    const [row, column] = [Math.min(...inRows), Math.min(...inColumns)];
    const cell = { row, column, rows: Math.max(...inRows) - row + 1, columns: Math.max(...inColumns) - column + 1 };
    if (cell.rows * cell.columns !== own.length) return null;
    numbers.set(name, cells.length);
    cells.push(cell);
  }
  return { xs, ys, cells, fields: fields.map((name) => numbers.get(name) ?? 0) };
}

/** The grids that a page's rules make. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const across = joined(rules.filter((rule) => rule.horizontal));
  const down = joined(rules.filter((rule) => !rule.horizontal));
  if (across.length > mostRules || down.length > mostRules || across.length * down.length > 1_000_000) return [];
  return networks(across, down).flatMap((network) => gridOf(network) ?? []);
}
