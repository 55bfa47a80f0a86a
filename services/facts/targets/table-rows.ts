// Tables of a stored text: runs of lines whose cells are parted by bars, each cell with its place.
export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
export interface Row {
  readonly cells: readonly Cell[];
  readonly start: number;
  readonly end: number;
}
export interface Table {
  readonly rows: readonly Row[];
  /** the lines just above: 表1 普及水平, 单位：万人 */
  readonly above: readonly string[];
}

const BAR = '|';
/** Longer lines hold no row of figures. */
const longestRow = 2000;
const linesAbove = 2;

export const isRow = (line: string): boolean => / \||\| /u.test(line);

function cellsOf(line: string, at: number): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (const part of line.split(BAR)) {
    const text = part.trim();
    const start = at + from + (text === '' ? 0 : part.indexOf(text));
    cells.push({ text, start, end: start + text.length });
    from += part.length + BAR.length;
  }
  return cells;
}

/** A row's cells, to be read as sentences of their own; starts are into the line. */
export const piecesOf = (line: string): readonly { readonly text: string; readonly start: number }[] =>
  cellsOf(line, 0);

/** Bars at both ends of every row are a border. */
function withoutBorder(rows: readonly Row[]): readonly Row[] {
  const bordered = rows.every(({ cells }) => cells.length > 2 && cells[0]?.text === '' && cells.at(-1)?.text === '');
  return bordered ? rows.map((row) => ({ ...row, cells: row.cells.slice(1, -1) })) : rows;
}

export function tablesOf(text: string): Table[] {
  const tables: Table[] = [];
  let rows: Row[] = [];
  let above: string[] = [];
  let at = 0;
  const close = (): void => {
    if (rows.length > 1) tables.push({ rows: withoutBorder(rows), above });
    if (rows.length > 0) above = [];
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.length <= longestRow && isRow(line)) {
      const cells = cellsOf(line, at);
      rows.push({ cells, start: cells.find((cell) => cell.text !== '')?.start ?? at, end: at + line.trimEnd().length });
    } else {
      close();
      if (line.trim() !== '') above = [...above, line.trim()].slice(-linesAbove);
    }
    at += line.length + 1;
  }
  close();
  return tables;
}
