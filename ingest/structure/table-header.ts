// The header of a table, as every row below it carries it; of one or of two rows.

const longestName = 15;
const isName = (cell: string): boolean => cell.length <= longestName && !/\d{2}|[。；：:]/u.test(cell);

/**
 * Whether the second row goes on with the header: it names columns only where the first has a cell over several columns
 * (the rest of which are empty) or none at all, and nothing of it is data.
 */
function isSecond(first: readonly string[], second: readonly string[]): boolean {
  const named = [...second.entries()].filter(([, cell]) => cell !== '');
  const spans = named.filter(([column]) => (first[column] ?? '') === '');
  return (
    named.length >= 2 &&
    named.every(([, cell]) => isName(cell)) &&
    spans.length > 0 &&
    // what the second row names beside them stands under the first cell of a span
    named.every(([column]) => (first[column] ?? '') === '' || (first[column + 1] ?? '') === '') &&
    first.every((cell, column) => cell !== '' || (second[column] ?? '') !== '' || column >= second.length)
  );
}

/** Columns by both their names: 招生计划 公办 | 招生计划 民办. A cell over several columns goes with each of them. */
function joinedNames(first: readonly string[], second: readonly string[]): string[] {
  let above = '';
  return Array.from({ length: Math.max(first.length, second.length) }, (_, column) => {
    const [top = '', below = ''] = [first[column], second[column]];
    above = top !== '' || below === '' ? top : above;
    return [above, below].filter(Boolean).join(' ');
  });
}

/** How many rows the header takes, and the names of the columns. */
export function tableHeader(rows: readonly (readonly string[])[]): { rows: number; names: readonly string[] } {
  const [first = [], second = []] = rows;
  return rows.length > 3 && isSecond(first, second)
    ? { rows: 2, names: joinedNames(first, second) }
    : { rows: 1, names: first };
}
